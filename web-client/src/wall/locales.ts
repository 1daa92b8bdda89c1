// How this page loads its texts: one file per language, only when that language is chosen.
import type { Loaders } from '../i18n/i18n.svelte';

export const loaders: Loaders = {
  de: () => import('../locales/de.ftl?wall'),
  en: () => import('../locales/en.ftl?wall'),
  'de-leicht': () => import('../locales/de-leicht.ftl?wall'),
};
