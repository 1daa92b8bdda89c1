// Lint rules. Beside the usual ones: the core knows no DOM, the ui knows no socket, pages do not know each other.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const forbid = (...groups) => ['error', { patterns: groups.map(([group, message]) => ({ group, message })) }];
const onlyCore = [
  ['**/ui/**', '**/browser/**', '**/i18n/**', 'svelte', 'svelte/*'],
  'The core knows no page.',
];
const noPage = [['**/phone/*', '**/console/*', '**/wall/*'], 'Pages never import each other.'];
const noLine = [['**/core/client', '**/core/connection', '**/core/*transport'], 'The ui knows no socket.'];

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/core/protocol.gen.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-undef': 'off',
      // Maps and dates here are replaced as a whole, never changed while somebody watches.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['src/**/*.test.ts'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'error' },
  },
  { files: ['build/service-worker.js'], languageOptions: { globals: globals.serviceworker } },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': forbid(onlyCore, noPage),
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'localStorage',
        'navigator',
        'setTimeout',
        'fetch',
        'WebSocket',
      ],
    },
  },
  {
    files: ['src/ui/**'],
    // Tests may borrow a page's locales.
    ignores: ['src/ui/**/*.test.ts', 'src/ui/testing.ts'],
    rules: { 'no-restricted-imports': forbid(noLine, noPage) },
  },
  ...['phone', 'console', 'wall'].map((page) => ({
    files: [`src/${page}/**`],
    rules: {
      'no-restricted-imports': forbid([
        ['phone', 'console', 'wall'].filter((other) => other !== page).map((other) => `**/${other}/*`),
        'Pages never import each other.',
      ]),
    },
  })),
);
