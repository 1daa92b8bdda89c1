// What the page's address says: the café's code in the path and, for console and wall, the token in the
// fragment. The token is kept for this café and taken out of the address bar, so that nobody reads it there.
import { parseCode } from '../core/ids';
import { environment } from './environment';

export function codeFromPath(): string | null {
  const [, , code = ''] = location.pathname.split('/');
  return parseCode(decodeURIComponent(code));
}

export function tokenFromFragment(role: 'moderator' | 'screen', code: string): string | null {
  const key = `tafelrunde/token/${code}/${role}`;
  const fragment = location.hash.slice(1);
  if (fragment !== '') {
    environment.storage.setItem(key, fragment);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return environment.storage.getItem(key);
}
