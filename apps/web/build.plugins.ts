import { createHash } from 'node:crypto';
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

/**
 * Writes into the service worker which files the participant's page needs, its lazy parts too, and a version that is a hash
 * of them: the same files, the same worker.
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
      worker.code = worker.code.replace(LIST, list.join('\\n')).replace(VERSION, version);
    },
  };
}
