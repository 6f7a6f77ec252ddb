import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import type { Plugin } from 'vite';
import { PARTICIPANT_ROUTES } from './participant/participant.routes.ts';
import { STAFF_ROUTES } from './staff/staff.routes.ts';

/** `routes.json`: which addresses show which page. The server answers these and no others with a page. */
export function routesFile(more: Readonly<Record<string, readonly string[]>> = {}): Plugin {
  return {
    name: 'routes-file',
    generateBundle() {
      const routes = { participant: PARTICIPANT_ROUTES, staff: STAFF_ROUTES, ...more };
      this.emitFile({ type: 'asset', fileName: 'routes.json', source: `${JSON.stringify(routes, undefined, 2)}\n` });
    },
  };
}

/** What the source of the service worker says where the list of files belongs. */
const LIST = '__PRECACHE__';
const VERSION = '__VERSION__';
const ROUTES = '__ROUTES__';

/**
 * Writes into the service worker which files the participant's page needs, its lazy parts too, at which addresses it is shown,
 * and a version that is a hash of the files: the same files, the same worker.
 */
export function precache(): Plugin {
  return {
    name: 'precache',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') return;
      const files = new Set<string>();
      const add = (name: string): void => {
        const chunk = bundle[name];
        if (files.has(`/${name}`) || chunk?.type !== 'chunk') return;
        files.add(`/${name}`);
        for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(`/${css}`);
        for (const asset of chunk.viteMetadata?.importedAssets ?? []) files.add(`/${asset}`);
        [...chunk.imports, ...chunk.dynamicImports].forEach(add);
      };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'participant') add(chunk.fileName);
      }
      const list = [...files].sort();
      const version = createHash('sha256').update(list.join('\n')).digest('hex').slice(0, 12);
      worker.code = worker.code
        .replace(LIST, list.join('\\n'))
        .replace(VERSION, version)
        .replace(ROUTES, PARTICIPANT_ROUTES.join('\\n'));
    },
  };
}

/** What the day needs and the door does not. */
const OF_THE_DAY =
  /participant\/(?:store\/(opened\.phone|phone|phone\.database|outbox|waiting|drafts|cipher|sealed\.store|today|participant\.day|calendar|ordered\.id)\.ts|screens\/today\.(screen|messages)\.tsx?|parts\/(frame|banner|status|safety)\.tsx|server\/(day|places)\.generated\.ts)/;

/** Smaller by two per cent than Vite's own: React's most of all. */
export function squeezed(): Plugin {
  return {
    name: 'squeezed',
    renderChunk: {
      order: 'post',
      handler: async (code) =>
        minify(code, { module: true, ecma: 2020, compress: { passes: 2 }, mangle: { toplevel: true } }),
    },
  };
}

/** The day in one file: of ten small ones each costs a request and compresses badly. */
export const dayTogether = (id: string): string | undefined => (OF_THE_DAY.test(id) ? 'day' : undefined);

/** Less is not worth a file. */
const LEAST_BYTES = 1_000;

/** Beside every script and style `x`, `x.br` and `x.gz`: compressed once and well, where the server would do it for each phone anew. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    // After everything that still changes a file, Vite's own steps too.
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css)$/.test(name));
      await Promise.all(names.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < LEAST_BYTES) return;
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${file}.br`, brotliCompressSync(content, best));
  await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
}
