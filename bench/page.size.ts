import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const WEB = join('dist', 'web');

/** Everything that a page asked for until now, as it travels, in kB; what a service worker fetches for later is not among it. */
export async function travelled(page: Page, document: string): Promise<number> {
  const asked = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)",
  );
  const files = asked.filter((path) => /^\/assets\/.*\.(js|css)$/.test(path));
  const contents = await Promise.all([document, ...new Set(files)].map((file) => readFile(join(WEB, file))));
  return (
    contents.map((content) => gzipSync(content, { level: 9 }).length).reduce((one, other) => one + other, 0) / 1_000
  );
}
