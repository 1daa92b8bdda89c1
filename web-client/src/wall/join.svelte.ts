// The join link as the wall shows it: asked for once and kept, because the picture must have its QR also after
// a reload without a line.
import { environment } from '../browser/environment';
import { readStored, writeStored } from '../core/environment';
import { shortAddress, type JoinLink } from '../ui/scenes/join-link';

const retryMs = 15_000;

function isJoinLink(value: unknown): value is JoinLink {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'address' in value && 'qr' in value
  );
}

async function fetchLink(code: string): Promise<JoinLink> {
  const path = `/api/v1/cafes/${code}`;
  const [cafe, qr] = await Promise.all([fetch(path), fetch(`${path}/qr.svg`)]);
  if (!cafe.ok || !qr.ok) throw new Error('the café is not there');
  const { join_url: joinUrl } = (await cafe.json()) as { join_url: string };
  const svg = await qr.text();
  return { code, address: shortAddress(joinUrl), qr: `data:image/svg+xml,${encodeURIComponent(svg)}` };
}

export class KeptJoinLink {
  link = $state.raw<JoinLink>({ code: '', address: '', qr: '' });

  constructor(private readonly code: string) {
    const kept = readStored(environment.storage, this.#key);
    this.link = isJoinLink(kept) ? kept : { code, address: `${location.host}/c/${code}`, qr: '' };
  }

  get #key(): string {
    return `tafelrunde/join/${this.code}`;
  }

  /** Asks until it is answered. Returns the way to stop. */
  start(): () => void {
    let timer: number | undefined;
    const ask = () => {
      fetchLink(this.code).then(
        (link) => {
          this.link = link;
          writeStored(environment.storage, this.#key, link);
        },
        () => {
          timer = window.setTimeout(ask, retryMs);
        },
      );
    };
    ask();
    return () => {
      window.clearTimeout(timer);
    };
  }
}
