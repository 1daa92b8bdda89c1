// Texts for component tests: the German locale as the phone's build would have it. Imported by tests only.
import { chooseLanguage, laterTexts, startLanguage } from '../i18n/i18n.svelte';
import { laterLoaders, loaders } from '../phone/locales';

export async function germanTexts(): Promise<void> {
  await startLanguage(loaders, laterLoaders);
  await chooseLanguage('de');
  await laterTexts();
}
