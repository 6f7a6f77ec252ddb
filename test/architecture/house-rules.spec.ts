import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const HERE = process.cwd();
const ESLINT = join(HERE, 'node_modules/eslint/bin/eslint.js');

const Report = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(z.object({ ruleId: z.string().nullable(), message: z.string() })),
  }),
);

const union = `export type Shape = 'round' | 'square';\n`;
const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

/** File → [source, the rules that must refuse it]. */
const PLANTED: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'libs/platform/lawful.thing.ts': [`${union}export const shapes: readonly Shape[] = ['round'];`, []],
  'libs/platform/utils.ts': [`export const a = 1;`, ['house/file-name']],
  'libs/platform/string-helpers.ts': [`export const a = 1;`, ['house/file-name']],
  'libs/platform/row.base.ts': [`export const a = 1;`, ['house/file-name']],
  'libs/platform/common/clock.ts': [`export const a = 1;`, ['house/file-name']],
  'libs/platform/SessionManager.ts': [`export const a = 1;`, ['house/file-name']],
  'libs/platform/database.ts': [`export const a = 1;`, []],
  'libs/platform/loose.ts': [`export const a = (b: any): void => void b;`, ['@typescript-eslint/no-explicit-any']],
  'libs/platform/floating.ts': [
    `async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}`,
    ['@typescript-eslint/no-floating-promises'],
  ],
  'libs/platform/forgotten.ts': [
    `${union}export function area(shape: Shape): number {\n  switch (shape) {\n    case 'round':\n      return 3;\n  }\n  return 4;\n}`,
    ['@typescript-eslint/switch-exhaustiveness-check'],
  ],
  'libs/platform/swallowed.ts': [
    `${union}export function area(shape: Shape): number {\n  switch (shape) {\n    case 'round':\n      return 3;\n    default:\n      return 4;\n  }\n}`,
    ['@typescript-eslint/switch-exhaustiveness-check'],
  ],
  'libs/platform/typed.ts': [
    `import { Shape } from './lawful.thing.ts';\nexport const a: Shape = 'round';`,
    ['@typescript-eslint/consistent-type-imports'],
  ],
  'libs/platform/decorated.ts': [
    `import { Injected } from './injected.ts';\ndeclare function Injectable(): ClassDecorator;\n@Injectable()\nexport class Thing {\n  constructor(readonly injected: Injected) {}\n}`,
    [],
  ],
  'libs/platform/injected.ts': [`export class Injected {}`, []],
  'libs/platform/ignored.ts': [`// @ts-ignore\nexport const a: number = 'b';`, ['@typescript-eslint/ban-ts-comment']],
  'libs/platform/expected.ts': [
    `// @ts-expect-error it is known\nexport const a: number = 'b';`,
    ['@typescript-eslint/ban-ts-comment'],
  ],
  'libs/platform/disabled.ts': [
    `/* eslint-disable */\n// eslint-disable-next-line\nexport const a = (b: any): void => void b;`,
    ['@typescript-eslint/no-explicit-any'],
  ],
  'libs/platform/swallows.ts': [`export function a(): void {\n  try {\n    a();\n  } catch {}\n}`, ['no-empty']],
  'libs/platform/long-function.ts': [
    `export function a(): number {\n  let b = 0;\n${lines(41, () => '  b += 1;')}\n  return b;\n}`,
    ['max-lines-per-function'],
  ],
  'libs/platform/long-file.ts': [lines(251, (n) => `export const a${n} = ${n};`), ['max-lines']],
  'libs/platform/long-story.spec.ts': [
    `export function a(): number {\n  let b = 0;\n${lines(300, () => '  b += 1;')}\n  return b;\n}`,
    [],
  ],
  'libs/domain/assignment/assignment.decider.ts': [
    `export const decide = (state: unknown): string => state as string;`,
    ['@typescript-eslint/consistent-type-assertions'],
  ],
  'libs/domain/assignment/assignment.decider.spec.ts': [`export const now = (): number => Date.now();`, []],
  'libs/domain/kernel/clock.ts': [`export const now = (): number => Date.now();`, ['no-restricted-properties']],
  'libs/domain/kernel/today.ts': [`export const today = (): Date => new Date();`, ['no-restricted-syntax']],
  'libs/domain/kernel/given.ts': [`export const given = (text: string): Date => new Date(text);`, []],
  'libs/adherence/chance.ts': [`export const chance = (): number => Math.random();`, ['no-restricted-properties']],
  'libs/adherence/outside.ts': [`export const home = typeof process;`, ['no-restricted-globals']],
  'libs/simulator/seed.ts': [`export const seed = (): number => Math.random();`, ['no-restricted-properties']],
  'libs/read-models/people/people.projection.ts': [
    `export const now = () => Date.now();`,
    ['no-restricted-properties'],
  ],
  'libs/read-models/people/people.query.ts': [`export const now = () => Date.now();`, []],
};

/** Lints the tree under `root` with the project's configuration: file → rules broken, once each, sorted. */
async function lint(root: string): Promise<Record<string, readonly string[]>> {
  const args = [ESLINT, '--config', join(HERE, 'eslint.config.mjs'), '--format', 'json', 'libs'];
  const text = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) => {
      if (stdout.startsWith('[')) resolve(stdout);
      else reject(new Error(`the linter gave no report: ${stderr}`));
    });
  });
  return Object.fromEntries(
    Report.parse(JSON.parse(text)).map(({ filePath, messages }) => [
      relative(root, filePath),
      [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))]
        .filter((name) => !name.includes('eslint-disable'))
        .sort(),
    ]),
  );
}

describe('house rules', () => {
  let root: string;

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'house-')));
    for (const [path, [text]] of Object.entries(PLANTED)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), `${text}\n`);
    }
    await copyFile(join(HERE, 'tsconfig.json'), join(root, 'tsconfig.json'));
  });

  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('refuses each planted violation by name and lets the rest through', async () => {
    expect(await lint(root)).toEqual(
      Object.fromEntries(Object.entries(PLANTED).map(([path, [, rules]]) => [path, [...rules]])),
    );
  });
});
