import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The pages of the API for browsers: what this is, signing in, and GraphiQL. Everything is served from here, nothing from a CDN. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  logLevel: 'warn',
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // Minifying Monaco takes most of the time of a build and saves nothing on one computer.
    minify: false,
    chunkSizeWarningLimit: 20_000,
    // A strict content security policy forbids inline scripts and data: fonts alike.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      input: { home: here('index.html'), graphiql: here('graphiql.html'), signIn: here('sign-in.html') },
    },
  },
  worker: { format: 'es' },
});
