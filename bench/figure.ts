import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** A figure beside what it should be. */
export interface Figure {
  readonly what: string;
  readonly found: number;
  readonly unit: string;
  readonly aim: number;
  /** `most`: the aim is an upper bound; `least`: a lower one. */
  readonly bound: 'most' | 'least';
}

const isMet = ({ found, aim, bound }: Figure): boolean => (bound === 'most' ? found <= aim : found >= aim);

/** Prints the figures beside their aims and keeps both in `bench/results`. @returns whether all are met */
export async function tellFigures(
  name: string,
  figures: readonly Figure[],
  notes: readonly string[],
): Promise<boolean> {
  const width = Math.max(...figures.map(({ what }) => what.length)) + 2;
  for (const figure of figures) process.stdout.write(`${lineOf(figure, width)}\n`);
  process.stdout.write(['', ...notes, ''].join('\n'));
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version };
  const told = figures.map((figure) => ({ ...figure, found: rounded(figure.found), met: isMet(figure) }));
  const result = { name, when: new Date().toISOString(), machine, notes, figures: told };
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  return figures.every(isMet);
}

function lineOf(figure: Figure, width: number): string {
  const { what, found, unit, aim, bound } = figure;
  const verdict = isMet(figure) ? 'met' : 'MISSED';
  const shown = rounded(found).toLocaleString('en');
  return `${what.padEnd(width)}${shown.padStart(8)} ${unit.padEnd(4)}  aim ${bound === 'most' ? '≤' : '≥'} ${aim}  ${verdict}`;
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
