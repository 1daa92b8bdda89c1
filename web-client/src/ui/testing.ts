// Texts for component tests: the German locale as the phone's build would have it. Imported by tests only.
import { startLanguage } from '../i18n/i18n.svelte';
import { loaders } from '../phone/locales';

export async function germanTexts(): Promise<void> {
  await startLanguage({ ...loaders, en: loaders.de, 'de-leicht': loaders.de });
}
