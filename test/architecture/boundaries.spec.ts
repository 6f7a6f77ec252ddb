import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const HERE = process.cwd();
const CRUISER = join(HERE, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const CONFIG = join(HERE, '.dependency-cruiser.mjs');
const FOLDERS = ['apps', 'libs', 'test', 'scripts', 'bench'];

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    totalCruised: z.number(),
  }),
});

interface Cruise {
  /** File → names of the rules it breaks, sorted. */
  readonly broken: Readonly<Record<string, readonly string[]>>;
  readonly modules: number;
}

/** Runs the cruiser with the project's configuration over the tree under `root`. */
async function cruise(root: string): Promise<Cruise> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', ...folders];
  const text = await new Promise<string>((resolve, reject) => {
    const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 };
    execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`the cruiser gave no report: ${stderr}`));
    });
  });
  const { summary } = Report.parse(JSON.parse(text));
  const broken: Record<string, string[]> = {};
  for (const { from, rule } of summary.violations) {
    const names = (broken[from] ??= []);
    if (!names.includes(rule.name)) names.push(rule.name);
  }
  for (const names of Object.values(broken)) names.sort();
  return { broken, modules: summary.totalCruised };
}

const LIBRARIES = [
  'domain',
  'calendar',
  'adherence',
  'instruments',
  'worksheets',
  'statistics',
  'deidentification',
  'formats',
  'simulator',
  'imports',
  'event-store',
  'ledger',
  'read-models',
  'datasets',
  'platform',
];

/** A small tree that obeys every rule: each library with a public face and one file behind it, apps, specs, packages. */
const LAWFUL: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    imports: Object.fromEntries(
      LIBRARIES.map((name) => [
        `#${name}`,
        { source: `./libs/${name}/index.ts`, default: `./dist/libs/${name}/index.js` },
      ]),
    ),
    dependencies: { zod: '1.0.0', pg: '1.0.0', '@eventstore/db-client': '1.0.0', '@kurrent/kurrentdb-client': '1.0.0' },
    devDependencies: { '@jest/globals': '1.0.0', supertest: '1.0.0' },
  }),
  ...Object.fromEntries(
    [
      ...['zod', 'pg', '@jest/globals', 'supertest', 'undeclared'],
      ...['@eventstore/db-client', '@kurrent/kurrentdb-client'],
    ].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
  ...Object.fromEntries(
    LIBRARIES.flatMap((name) => [
      [`libs/${name}/index.ts`, `export * from './inside.ts';`],
      [`libs/${name}/inside.ts`, `import { z } from 'zod'; export const inside = z;`],
    ]),
  ),
  'libs/event-store/contract.ts': `import { it } from '@jest/globals'; import { inside } from './inside.ts'; export default [it, inside];`,
  'libs/event-store/memory.spec.ts': `import contract from './contract.ts'; import { inside } from './inside.ts'; export default [contract, inside];`,
  'libs/event-store/postgres.ts': `import { readFile } from 'node:fs/promises'; import pg from 'pg'; import { inside } from '#domain'; export default [readFile, pg, inside];`,
  'libs/event-store/kurrentdb/store.ts': `import client from '@eventstore/db-client'; export default client;`,
  'test/kurrentdb/server.ts': `import client from '@eventstore/db-client'; export default client;`,
  'libs/ledger/numbering.ts': `import { inside } from '#event-store'; export default inside;`,
  'libs/read-models/fold.ts': `import { inside } from '#ledger'; import * as a from '#adherence'; export default [inside, a];`,
  'libs/platform/execute.ts': `import { inside } from '#read-models'; import * as e from '#event-store'; export default [inside, e];`,
  'libs/datasets/select.ts': `import { inside } from '#read-models'; export default inside;`,
  'libs/adherence/days.ts': `import { inside } from '#statistics'; export default inside;`,
  'apps/api/main.ts': `import { inside } from '#platform'; import * as d from '#datasets'; import fs from 'node:fs'; export default [inside, d, fs];`,
  'libs/platform/face.spec.ts': `import { inside } from './index.ts'; export default inside;`,
  'apps/api/typed.ts': `import type { Test } from 'supertest'; import pg from 'pg'; export const tested: Test = pg;`,
  'apps/web/main.ts': `import { inside } from '#worksheets'; import test from 'supertest'; export default [inside, test];`,
  'apps/web/typed.ts': `import type { inside } from '#domain'; export type Inside = typeof inside;`,
  'apps/console/home.js': `document.title = 'Named by home.html';`,
  'test/story.spec.ts': `import { it } from '@jest/globals'; import { inside } from '#domain'; import contract from '../libs/event-store/contract.ts'; export default [it, inside, contract];`,
};

/** [what is planted, where, the source, every rule that must catch it] */
const PLANTED: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['the domain reads a file', 'libs/domain/a.ts', `import 'node:fs';`, ['domain-is-pure']],
  ['the domain takes a package', 'libs/domain/b.ts', `import 'pg';`, ['domain-is-pure']],
  [
    'the domain takes a type',
    'libs/domain/c.ts',
    `import type { P } from 'pg'; export type Q = P;`,
    ['domain-is-pure'],
  ],
  [
    'the domain looks up',
    'libs/domain/d.ts',
    `import { inside } from '#event-store'; export default inside;`,
    ['direction', 'domain-is-pure'],
  ],
  ['the domain imports lazily', 'libs/domain/e.ts', `export const late = import('node:fs');`, ['domain-is-pure']],
  ...['adherence', 'instruments', 'randomisation', 'worksheets', 'statistics', 'deidentification'].flatMap(
    (name) =>
      [
        [`${name} uses Node`, `libs/${name}/a.ts`, `import 'node:crypto';`, ['pure-libraries-stay-pure']],
        [`${name} uses a driver`, `libs/${name}/b.ts`, `import 'pg';`, ['pure-libraries-stay-pure']],
        [`${name} knows events`, `libs/${name}/c.ts`, `import '#domain';`, ['direction']],
      ] as const,
  ),
  ['the simulator asks the machine', 'libs/simulator/a.ts', `import 'node:os';`, ['simulator-follows-its-seed']],
  ['an importer knows a store', 'libs/imports/a.ts', `import '#event-store';`, ['direction']],
  ['the simulator knows a store', 'libs/simulator/b.ts', `import '#event-store';`, ['direction']],
  ['a bottom library climbs', 'libs/statistics/d.ts', `import '#adherence';`, ['direction']],
  ['the store knows the ledger', 'libs/event-store/a.ts', `import '#ledger';`, ['direction']],
  ['the ledger knows read models', 'libs/ledger/a.ts', `import '#read-models';`, ['direction']],
  ['read models know the platform', 'libs/read-models/a.ts', `import '#platform';`, ['direction']],
  ['data sets know the platform', 'libs/datasets/a.ts', `import '#platform';`, ['direction']],
  [
    'a library without a place',
    'libs/platform/b.ts',
    `import '../stray/index.ts';`,
    ['direction', 'every-library-has-a-place', 'libraries-by-name'],
  ],
  [
    'a library imports an app',
    'libs/platform/c.ts',
    `import '../../apps/cli/run.ts';`,
    ['libraries-never-import-apps'],
  ],
  ['an app imports an app', 'apps/api/a.ts', `import '../cli/run.ts';`, ['apps-never-meet']],
  ['the browser takes the server', 'apps/web/a.ts', `import '#platform';`, ['browser-takes-only-pure-libraries']],
  [
    'the browser takes schemas of the domain',
    'apps/web/b.tsx',
    `import { inside } from '#domain'; export default inside;`,
    ['browser-takes-only-pure-libraries'],
  ],
  ['an app enters by the window', 'apps/api/b.ts', `import '../../libs/ledger/inside.ts';`, ['one-public-face']],
  ['a test enters by the window', 'test/b.spec.ts', `import '../libs/ledger/inside.ts';`, ['one-public-face']],
  ['a library enters by the window', 'libs/platform/d.ts', `import '../ledger/inside.ts';`, ['one-public-face']],
  [
    'a library takes a contract',
    'libs/platform/e.spec.ts',
    `import '../event-store/contract.ts';`,
    ['one-public-face'],
  ],
  ['a library goes by path', 'libs/platform/f.ts', `import '../ledger/index.ts';`, ['libraries-by-name']],
  ['an app goes by path', 'apps/api/c.ts', `import '../../libs/ledger/index.ts';`, ['libraries-by-name']],
  ['a file imports its own face', 'libs/platform/g.ts', `import './index.ts';`, ['own-index-is-for-others']],
  ['a file imports its own name', 'libs/platform/h.ts', `import '#platform';`, ['own-index-is-for-others']],
  [
    'a file goes in a circle',
    'libs/platform/about.ts',
    `import { round } from './round.ts'; export const about = () => round;`,
    ['no-circles'],
  ],
  ['a file imports a spec', 'libs/platform/j.ts', `import './e.spec.ts';`, ['tests-are-not-imported']],
  [
    'a file imports the words of specs',
    'libs/platform/i.ts',
    `import './given.specification.ts';`,
    ['tests-are-not-imported'],
  ],
  ['a file imports a contract', 'libs/event-store/b.ts', `import './contract.ts';`, ['tests-are-not-imported']],
  ['an app imports test code', 'apps/api/d.ts', `import '../../test/b.spec.ts';`, ['tests-are-not-imported']],
  ['production takes a test tool', 'apps/api/e.ts', `import 'supertest';`, ['no-development-dependency-in-production']],
  ['the ledger speaks to KurrentDB', 'libs/ledger/b.ts', `import '@eventstore/db-client';`, ['kurrentdb-in-one-place']],
  [
    'the successor beside the client',
    'libs/event-store/kurrentdb/a.ts',
    `import '@kurrent/kurrentdb-client';`,
    ['one-kurrentdb-client'],
  ],
  ['a package nobody declared', 'apps/api/f.ts', `import 'undeclared';`, ['dependencies-are-declared']],
  ['a file that is not there', 'apps/api/g.ts', `import './nowhere.ts';`, ['imports-resolve']],
  ['a library that is not there', 'apps/api/h.ts', `import '#nowhere';`, ['imports-resolve']],
  ['a file that nobody needs', 'libs/platform/k.ts', `export const alone = 1;`, ['no-orphans']],
];

/** What the planted files lead to. */
const BYSTANDERS: Readonly<Record<string, string>> = {
  'apps/cli/run.ts': `import { inside } from '#platform'; export default inside;`,
  'libs/platform/given.specification.ts': `import { it } from '@jest/globals'; export default it;`,
  'libs/stray/index.ts': `export * from './inside.ts';`,
  'libs/stray/inside.ts': `export const inside = 1;`,
  'libs/platform/round.ts': `import { about } from './about.ts'; export const round = () => about;`,
};

async function plant(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

describe('boundaries', () => {
  let root: string;

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'boundaries-')));
    await plant(root, LAWFUL);
    await copyFile(join(HERE, 'tsconfig.json'), join(root, 'tsconfig.json'));
  });

  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('lets a lawful tree through', async () => {
    const { broken, modules } = await cruise(root);
    expect(broken).toEqual({});
    expect(modules).toBeGreaterThan(LIBRARIES.length * 2);
  });

  it('catches each planted violation by name, and nothing else', async () => {
    await plant(root, BYSTANDERS);
    await plant(root, Object.fromEntries(PLANTED.map(([, path, text]) => [path, text])));
    const { broken } = await cruise(root);
    expect(broken).toEqual({
      ...Object.fromEntries(PLANTED.map(([, path, , rules]) => [path, [...rules]])),
      'libs/stray/index.ts': ['every-library-has-a-place'],
    });
  });

  it('has a planted violation for every rule', async () => {
    const { default: config } = z
      .object({ default: z.object({ forbidden: z.array(z.object({ name: z.string() })) }) })
      .parse(await import(CONFIG));
    const caught = new Set(PLANTED.flatMap(([, , , rules]) => rules));
    expect([...new Set(config.forbidden.map(({ name }) => name))].sort()).toEqual([...caught].sort());
  });

  it('finds the real tree clean', async () => {
    const { broken, modules } = await cruise(HERE);
    expect(broken).toEqual({});
    expect(modules).toBeGreaterThan(20);
  });
});
