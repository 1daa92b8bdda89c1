// Nobody stands at the wall with a keyboard: whatever goes wrong in the page, it comes back by itself. A reload
// happens only when the server answers, because the browser's own error page would never recover.
const triesKey = 'tafelrunde/wall-reloads';
const longestMs = 60_000;

function tries(): number {
  return Number(sessionStorage.getItem(triesKey) ?? '0');
}

let planned = false;

export function reloadSoon(): void {
  if (planned) return;
  planned = true;
  const count = tries();
  const ms = Math.min(longestMs, 1_000 * 2 ** count);
  setTimeout(() => {
    fetch(location.pathname, { cache: 'no-store' }).then(
      (answer) => {
        planned = false;
        if (!answer.ok) {
          reloadSoon();
          return;
        }
        sessionStorage.setItem(triesKey, String(count + 1));
        location.reload();
      },
      () => {
        planned = false;
        reloadSoon();
      },
    );
  }, ms);
}

export function watchErrors(): void {
  window.addEventListener('error', reloadSoon);
  window.addEventListener('unhandledrejection', reloadSoon);
  // A page that has stood for a while is sound: the next fault starts counting anew.
  setTimeout(() => {
    sessionStorage.removeItem(triesKey);
  }, 2 * longestMs);
}

/** Keeps the beamer from going dark, where the browser can. */
export function stayAwake(): void {
  const ask = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    navigator.wakeLock.request('screen').catch(() => undefined);
  };
  ask();
  document.addEventListener('visibilitychange', ask);
}
