// Gives the development server the same addresses as the real one: `/c/…`, `/m/…`, `/s/…`.
import type { Plugin } from 'vite';

const routes: [RegExp, string][] = [
  [/^\/($|\?|c\/)/, '/phone.html'],
  [/^\/m\//, '/console.html'],
  [/^\/s\//, '/wall.html'],
];

export function pageRoutesPlugin(): Plugin {
  return {
    name: 'tafelrunde-page-routes',
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        const url = request.url ?? '/';
        const route = routes.find(([pattern]) => pattern.test(url));
        if (route !== undefined) request.url = route[1];
        next();
      });
    },
  };
}
