// Names and secrets that the client makes itself. Halls use plain http, where crypto.randomUUID and
// crypto.subtle do not exist, so bytes are turned into base64url by hand.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function base64url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet.charAt((held >> bits) & 63);
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) text += alphabet.charAt((held << (6 - bits)) & 63);
  return text;
}

type Randomness = { randomBytes(count: number): Uint8Array };

/** 96 bits: unique enough for commands, polls and topics of one café. */
export function newId(chance: Randomness): string {
  return base64url(chance.randomBytes(12));
}

/** 256 bits: a seat's bearer secret. */
export function newToken(chance: Randomness): string {
  return base64url(chance.randomBytes(32));
}

const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Reads a café code as people type it; null when it is none. */
export function parseCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  const known = [...code].every((character) => codeAlphabet.includes(character));
  return code.length === 6 && known ? code : null;
}
