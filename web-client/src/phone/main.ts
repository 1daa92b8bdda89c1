// Starts the phone page: language first, then the page, then the service worker where the browser allows one.
import { mount } from 'svelte';
import '../ui/tokens.css';
import { startLanguage } from '../i18n/i18n.svelte';
import { laterLoaders, loaders } from './locales';
import Phone from './Phone.svelte';

async function start(): Promise<void> {
  const target = document.getElementById('page');
  if (target === null) return;
  try {
    await startLanguage(loaders, laterLoaders);
  } catch {
    // A hall's network may lose one file of several: ask again instead of leaving an empty page.
    setTimeout(() => void start(), 1_500 + Math.random() * 1_500);
    return;
  }
  mount(Phone, { target });
  if ('serviceWorker' in navigator && window.isSecureContext && import.meta.env.PROD) {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  }
}

void start();
