// Builds the pages in two goes: `--mode phone` first, then `--mode stage` for console and wall. Code that pages
// share in one build keeps everything that any of them needs; the phone must not carry the console's part.
// What the phone needs before its first vote is limited (scripts/size.js).
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { licensesPlugin } from './build/licenses-plugin.ts';
import { localePlugin } from './build/locale-plugin.ts';
import { pageRoutesPlugin } from './build/page-routes-plugin.ts';
import { serviceWorkerPlugin } from './build/service-worker-plugin.ts';

const server = process.env['TAFELRUNDE_DEV_SERVER'] ?? 'http://127.0.0.1:8080';

const inputs: Record<string, Record<string, string>> = {
  phone: { phone: 'phone.html' },
  stage: { console: 'console.html', wall: 'wall.html' },
};

export default defineConfig(({ mode }) => ({
  appType: 'mpa',
  plugins: [
    localePlugin(),
    svelte(),
    pageRoutesPlugin(),
    licensesPlugin(),
    ...(mode === 'stage' ? [] : [serviceWorkerPlugin('build/service-worker.js')]),
  ],
  build: {
    target: 'es2022',
    emptyOutDir: mode !== 'stage',
    modulePreload: { polyfill: false },
    // Data URLs for fonts would be blocked by the server's content security policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: inputs[mode] ?? { ...inputs['phone'], ...inputs['stage'] },
      output: {
        // The size check finds the phone's locales by this name.
        chunkFileNames: (chunk) => {
          const page = /\.ftl\?(phone|phone-later|wall|console)$/.exec(chunk.facadeModuleId ?? '')?.[1];
          return page === undefined ? 'assets/[name]-[hash].js' : `assets/${page}-locale-[name]-[hash].js`;
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/ws': { target: server, ws: true },
    },
  },
  resolve: process.env['VITEST'] === undefined ? {} : { conditions: ['browser'] },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'happy-dom',
    testTimeout: 10_000,
  },
}));
