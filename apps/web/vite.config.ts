import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, dayTogether, precache, routesFile, squeezed } from './build.plugins.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const PAGES = { participant: here('participant.html'), staff: here('staff.html') };

/** React and the entries themselves: the chunk of React has the name of what it was found in first. */
const isLater = (file: string): boolean => !/assets\/(participant|staff|sign-in|day)-/.test(file);

/**
 * The web app: the participant's page, the staff's, and in development a gallery of every component. Everything is served
 * from the same server; names of files in `assets` hold their hash. `--mode development` leaves it readable and adds the gallery.
 */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  base: '/',
  logLevel: 'warn',
  plugins: [
    react(),
    routesFile(mode === 'development' ? { gallery: ['/gallery'] } : {}),
    ...(mode === 'development' ? [] : [squeezed()]),
    precache(),
    compressed(),
  ],
  // Libraries of this repository are taken from their sources.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    cssMinify: mode !== 'development',
    cssCodeSplit: true,
    reportCompressedSize: false,
    // The content security policy forbids inline scripts, inline styles and data: fonts alike.
    assetsInlineLimit: 0,
    // What every page has by then is not listed again for each later part.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : files.filter(isLater)),
    },
    rollupOptions: {
      input: {
        ...PAGES,
        ...(mode === 'development' ? { gallery: here('gallery.html') } : {}),
        'service-worker': here('participant/service.worker.ts'),
      },
      output: {
        manualChunks: dayTogether,
        onlyExplicitManualChunks: true,
        entryFileNames: ({ name }) => (name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
}));
