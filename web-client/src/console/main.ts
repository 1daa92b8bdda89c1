// Starts the console page.
import { mount } from 'svelte';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '../ui/tokens.css';
import './console.css';
import { codeFromPath, tokenFromFragment } from '../browser/address';
import { startLanguage } from '../i18n/i18n.svelte';
import Console from './Console.svelte';
import { loaders } from './locales';

async function start(): Promise<void> {
  const target = document.getElementById('page');
  const code = codeFromPath();
  if (target === null || code === null) return;
  const token = tokenFromFragment('moderator', code) ?? '';
  await startLanguage(loaders);
  mount(Console, { target, props: { code, token } });
}

start().catch(() => {
  setTimeout(() => {
    location.reload();
  }, 3_000);
});
