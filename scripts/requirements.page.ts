import { readFile, readdir } from 'node:fs/promises';
import { REQUIREMENTS, type Requirement } from './requirements.ts';

const INTRODUCTION = `# Regulations and the specs that execute them

What ICH E6(R3), section 4, and 21 CFR Part 11 ask of the system that keeps a trial's records, and the specs in this repository that
show it. A spec says so itself, in a line \`Executes E6-4.2.4, P11-10(e).\` of a comment. Procedures, training and validation at a site
are the site's own: no software has them.`;

const FOOTER =
  'This page is generated from `scripts/requirements.ts` and the comments of the specs by `npm run generate`.';

const FOLDERS = ['apps', 'libs', 'test'];
const TAG = /\bExecutes ((?:(?:E6|P11)-[0-9.]+(?:\([a-z]\))?(?:, )?)+)\./g;

/** Requirement → the specs that execute it, in order of their names. @throws Error for a tag that names no requirement */
async function executing(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>(REQUIREMENTS.map(({ id }) => [id, []]));
  for (const file of await specs()) {
    for (const id of tagsIn(await readFile(file, 'utf8'))) {
      const files = found.get(id);
      if (files === undefined) throw new Error(`${file} names ${id}, which is no requirement`);
      if (!files.includes(file)) files.push(file);
    }
  }
  return found;
}

async function specs(): Promise<readonly string[]> {
  const folders = FOLDERS.map(async (folder) =>
    (await readdir(folder, { recursive: true })).map((name) => `${folder}/${name}`),
  );
  return (await Promise.all(folders))
    .flat()
    .filter((name) => name.endsWith('.spec.ts'))
    .sort();
}

function tagsIn(text: string): readonly string[] {
  return [...text.matchAll(TAG)].flatMap(([, ids = '']) => ids.split(', '));
}

/** Markdown of docs/regulations.md. @throws Error for a requirement that no spec executes */
export async function requirementsPage(): Promise<string> {
  const found = await executing();
  const bare = REQUIREMENTS.filter(({ id }) => (found.get(id) ?? []).length === 0).map(({ id }) => id);
  if (bare.length > 0) throw new Error(`no spec executes ${bare.join(', ')}`);
  const sources = [...new Set(REQUIREMENTS.map(({ source }) => source))];
  return [INTRODUCTION, ...sources.map((source) => section(source, found)), FOOTER, ''].join('\n\n');
}

function section(source: Requirement['source'], found: ReadonlyMap<string, readonly string[]>): string {
  const rows = REQUIREMENTS.filter((one) => one.source === source).map(
    ({ id, place, asks }) => `| ${place} | ${asks} | ${(found.get(id) ?? []).map(link).join('<br>')} |`,
  );
  return [`## ${source}`, ['| place | asks | specs |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n');
}

function link(file: string): string {
  return `[${file}](../${file})`;
}
