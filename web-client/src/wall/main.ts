// Starts the wall page, and keeps it standing.
import { mount } from 'svelte';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '../ui/tokens.css';
import './wall.css';
import { codeFromPath, tokenFromFragment } from '../browser/address';
import { startLanguage } from '../i18n/i18n.svelte';
import { loaders } from './locales';
import { reloadSoon, stayAwake, watchErrors } from './recovery';
import Wall from './Wall.svelte';

async function start(): Promise<void> {
  const target = document.getElementById('page');
  const code = codeFromPath();
  if (target === null || code === null) return;
  const token = tokenFromFragment('screen', code) ?? '';
  await startLanguage(loaders);
  mount(Wall, { target, props: { code, token } });
}

watchErrors();
stayAwake();
start().catch(reloadSoon);
