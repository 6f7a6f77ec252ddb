import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The script of worksheet forms, one file for any page: `<script type="module" src="…/fill.js">`. */
export default defineConfig({
  root: here('..'),
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: here('../dist/worksheets'),
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: here('../libs/worksheets/browser/fill.js'), formats: ['es'], fileName: () => 'fill.js' },
  },
});
