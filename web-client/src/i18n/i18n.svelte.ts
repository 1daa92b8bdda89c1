// The texts of the chosen language. Each page hands in how it loads its locales; only the chosen one is
// loaded. A page may keep a part of them for later. Components call `t` and are drawn again when the language
// changes.
import { FluentBundle, type FluentResource, type FluentVariable } from '@fluent/bundle';
import { environment } from '../browser/environment';

export const languages = ['de', 'en', 'de-leicht'] as const;
export type Language = (typeof languages)[number];
/** Patterns by id, parsed by the build. */
export type Messages = Record<string, FluentResource['body'][number]['value']>;
export type Loaders = Record<Language, () => Promise<{ default: Messages }>>;

const key = 'tafelrunde/language';
/** What stands in the `lang` attribute and what Intl understands. */
const tags: Record<Language, string> = { de: 'de-DE', en: 'en-GB', 'de-leicht': 'de-DE' };

let bundle = $state.raw<FluentBundle | null>(null);
let chosen = $state<Language>('de');
/** What is loaded with every language: the page's texts, and those that it has asked for since. */
let loaded: readonly Loaders[] = [];
let later: Loaders | null = null;

function known(value: string | null): Language | null {
  return languages.find((language) => language === value) ?? null;
}

function preferred(): Language {
  const asked = known(new URLSearchParams(location.search).get('lang'));
  const remembered = known(environment.storage.getItem(key));
  if (asked !== null || remembered !== null) return asked ?? remembered ?? 'de';
  for (const tag of navigator.languages) {
    if (tag.startsWith('de')) return 'de';
    if (tag.startsWith('en')) return 'en';
  }
  return 'de';
}

export function makeBundle(language: Language, messages: Messages): FluentBundle {
  // Isolation marks would be read out by some screen readers and break comparisons in tests.
  const made = new FluentBundle(tags[language], { useIsolating: false });
  const body = Object.entries(messages).map(([id, value]) => ({ id, value, attributes: {} }));
  made.addResource({ body });
  return made;
}

async function show(language: Language): Promise<void> {
  const parts = await Promise.all(loaded.map((load) => load[language]()));
  bundle = makeBundle(
    language,
    Object.assign({}, ...parts.map(({ default: messages }) => messages)) as Messages,
  );
  chosen = language;
  document.documentElement.lang = tags[language];
}

/** Loads the language that this person prefers. Call it once, before the page is drawn. */
export async function startLanguage(page: Loaders, kept: Loaders | null = null): Promise<void> {
  loaded = [page];
  later = kept;
  await show(preferred());
}

/** Loads the texts that the page has kept for later, if there are any. */
export async function laterTexts(): Promise<void> {
  if (later === null || loaded.includes(later)) return;
  const before = loaded;
  loaded = [...before, later];
  try {
    await show(chosen);
  } catch (why) {
    loaded = before;
    throw why;
  }
}

/** A part of the page together with its texts. */
export async function withTexts<P>(part: Promise<P>): Promise<P> {
  const [loadedPart] = await Promise.all([part, laterTexts()]);
  return loadedPart;
}

export async function chooseLanguage(language: Language): Promise<void> {
  environment.storage.setItem(key, language);
  await show(language);
}

export function currentLanguage(): Language {
  return chosen;
}

export function languageTag(): string {
  return tags[chosen];
}

/** The text with this id. A missing one shows its id: ugly, but nobody is left without a word. */
export function t(id: string, values?: Record<string, FluentVariable>): string {
  const pattern = bundle?.getMessage(id)?.value;
  if (bundle === null || pattern === undefined || pattern === null) return id;
  return bundle.formatPattern(pattern, values);
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(tags[chosen]).format(value);
}

export function formatPercent(share: number): string {
  return new Intl.NumberFormat(tags[chosen], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A day such as `2019-09-17`, in words. */
export function formatDay(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(tags[chosen], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** The time of day at the venue, not on the device: guests may come from elsewhere. */
export function formatTime(moment: number, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  if (timeZone !== undefined && timeZone !== '') options.timeZone = timeZone;
  return new Intl.DateTimeFormat(tags[chosen], options).format(moment);
}
