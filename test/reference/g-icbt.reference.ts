import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { type GIcbtAnswers, gIcbtAnswers } from './g-icbt.answers.ts';
import { withImported } from './imported.platform.ts';
import { type Comparison, type ReferenceLine, median } from './reference.table.ts';

export const G_ICBT_FILE = 'g-icbt/G-ICBT_AnonymizedInteractionDataset.csv';
export const G_ICBT_SOURCE = 'https://github.com/UlysseCoteAllard/AdherenceForecastingG-ICBT (folder Dataset)';
const MAPPING = 'examples/imports/g-icbt.mapping.json';

/**
 * Côté-Allard et al. (2023) again: their file through the importer, the log, the read models and GraphQL, over a database of
 * its own.
 * @param remove how many rows to leave out first, to see the comparison fail
 */
export async function compareGIcbt(
  file: string,
  remove = 0,
): Promise<Comparison & { readonly explanation: readonly string[] }> {
  return withImported({ mapping: MAPPING, file, remove }, async ({ imported, ask, position }) => {
    const answers = await gIcbtAnswers(ask, position);
    const lines = linesOf(answers, await publishedLabels(file));
    return { imported, lines, explanation: differing(answers) };
  });
}

function differing({ explanation }: GIcbtAnswers): readonly string[] {
  return explanation.length === 0 ? [] : ['One of the people between the two rules:', '', ...explanation];
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
