// How this page loads its texts: one file per language, only when that language is chosen, and another with
// what the first vote in a poll does not need.
import type { Loaders } from '../i18n/i18n.svelte';

export const loaders: Loaders = {
  de: () => import('../locales/de.ftl?phone'),
  en: () => import('../locales/en.ftl?phone'),
  'de-leicht': () => import('../locales/de-leicht.ftl?phone'),
};

export const laterLoaders: Loaders = {
  de: () => import('../locales/de.ftl?phone-later'),
  en: () => import('../locales/en.ftl?phone-later'),
  'de-leicht': () => import('../locales/de-leicht.ftl?phone-later'),
};
