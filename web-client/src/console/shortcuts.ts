// The console's keys. They do nothing while somebody types, holds a modifier, or has a dialog open.
export const shortcuts = [
  '1',
  '2',
  '3',
  '4',
  '5',
  'n',
  'o',
  'c',
  'r',
  'p',
  'b',
  'w',
  's',
  'z',
  '/',
  '?',
] as const;
export type Shortcut = (typeof shortcuts)[number];

/** What the help sheet calls each key; an id of a text. */
export const shortcutTexts: Record<Shortcut, string> = {
  '1': 'console-tab-stage',
  '2': 'console-tab-polls',
  '3': 'console-tab-topics',
  '4': 'console-tab-selection',
  '5': 'console-tab-people',
  n: 'console-key-next',
  o: 'console-key-open',
  c: 'console-key-close',
  r: 'console-key-reveal',
  p: 'console-key-selection',
  b: 'console-key-blank',
  w: 'console-key-waiting',
  s: 'console-key-similar',
  z: 'console-key-undo',
  '/': 'console-key-search',
  '?': 'console-key-help',
};

export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  const { target } = event;
  if (target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null)
    return null;
  return shortcuts.find((key) => key === event.key) ?? null;
}
