import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { definitionsOf, type ImportSummary, importTables, readMappingFile } from '#imports';
import { CommandExecutor, Engine } from '#platform';
import { importPorts } from '../../apps/cli/import.ports.ts';
import { type ApiUnderTest, startApi } from '../api/api-under-test.ts';
import { type Ask, type GIcbtAnswers, gIcbtAnswers } from './g-icbt.answers.ts';
import { withoutRows } from './reference.data.ts';
import { type ReferenceLine, median } from './reference.table.ts';

export const G_ICBT_FILE = 'g-icbt/G-ICBT_AnonymizedInteractionDataset.csv';
export const G_ICBT_SOURCE = 'https://github.com/UlysseCoteAllard/AdherenceForecastingG-ICBT (folder Dataset)';
const MAPPING = 'examples/imports/g-icbt.mapping.json';

export interface GIcbtComparison {
  readonly imported: ImportSummary;
  readonly lines: readonly ReferenceLine[];
  readonly explanation: readonly string[];
}

/**
 * Côté-Allard et al. (2023) again: their file through the importer, the log, the read models and GraphQL, over a database of
 * its own.
 * @param remove how many rows to leave out first, to see the comparison fail
 */
export async function compareGIcbt(file: string, remove = 0): Promise<GIcbtComparison> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'));
  const api = await startApi();
  try {
    const copy = join(folder, 'log.csv');
    await withoutRows(file, copy, remove);
    const imported = await importInto(api, copy);
    const position = (await api.app.get(Engine).store.head()).toString();
    const answers = await gIcbtAnswers(patiently(api), position);
    return { imported, lines: linesOf(answers, await publishedLabels(file)), explanation: answers.explanation };
  } finally {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function importInto(api: ApiUnderTest, file: string): Promise<ImportSummary> {
  const engine = api.app.get(Engine);
  const mapping = await readMappingFile(MAPPING);
  const definitions = definitionsOf(mapping, MAPPING);
  const actor = { id: 'reference', role: 'operator' };
  const ports = importPorts(new CommandExecutor(engine.executor), engine.store);
  return importTables({ mapping, file, definitions, actor, now: Date.now() }, ports);
}

/** Read models that are still behind the import are waited for, as long as none of them has stopped. */
function patiently(api: ApiUnderTest): Ask {
  const { readModels } = api.app.get(Engine);
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Data> => {
    for (;;) {
      const { data, errors } = await api.client.ask<Data>(query, variables);
      if (errors === undefined && data !== null && data !== undefined) return data;
      if (errors?.[0]?.extensions.code !== 'READ_MODELS_BEHIND') throw new Error(JSON.stringify(errors));
      const { healthy, runnerProblem, projections } = await readModels.health();
      const problems = [runnerProblem, ...projections.map(({ problem }) => problem)].filter((one) => one !== null);
      if (!healthy) throw new Error(`the read models stand still: ${problems.join('; ')}`);
      await sleep(250);
    }
  };
}

/** The published judgement, read past the importer: participant code → adherent. */
async function publishedLabels(file: string): Promise<ReadonlyMap<string, boolean>> {
  const rows: Record<string, string>[] = parse(await readFile(file, 'utf8'), { columns: true });
  return new Map(rows.map((row) => [row['Anonymized ID'] ?? '', row['Label'] === '1']));
}

/** Published: the paper and its file (labels, patients); recomputed from the file by others: the written rule, minutes and medians. */
function linesOf(answers: GIcbtAnswers, labels: ReadonlyMap<string, boolean>): ReferenceLine[] {
  const agreeing = [...labels].filter(([code, adherent]) => answers.published.get(code) === adherent).length;
  const count = (what: string, ours: number, published: number): ReferenceLine => ({
    what,
    ours,
    published,
    decimals: 0,
  });
  return [
    count('patients', answers.patients, 342),
    count('non-adherent under the published rule', answers.nonAdherentPublished, 101),
    count('patients with the published label', agreeing, 342),
    count('non-adherent under the written rule', answers.nonAdherentWritten, 69),
    count('patients between the two rules', answers.between, 32),
    count('sessions', answers.minutes.length, 8_569),
    {
      what: 'minutes in all',
      ours: answers.minutes.reduce((sum, minutes) => sum + minutes, 0),
      published: 219_074.4,
      decimals: 1,
    },
    { what: 'median session, minutes', ours: median(answers.minutes), published: 15.1333, decimals: 4 },
    { what: 'median sessions a patient', ours: median([...answers.sessions.values()]), published: 22, decimals: 1 },
  ];
}
