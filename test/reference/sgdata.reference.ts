import { suddenGains } from '#instruments';
import { describe, studentCritical } from '#statistics';
import { line } from './btheb.reference.ts';
import { type ImportedPlatform, withImported } from './imported.platform.ts';
import { measuresOf, totalsByPerson } from './measures.answers.ts';
import type { Comparison, ReferenceLine } from './reference.table.ts';

export const SGDATA_FILE = 'sgdata/sgdata.csv';
export const SGDATA_SOURCE = 'the R package suddengains, data set sgdata, as CSV';
const MAPPING = 'examples/imports/sgdata.mapping.json';

/** The authors look at sessions 1 to 12: session 0 is the assessment. */
const SESSIONS = Array.from({ length: 12 }, (_, index) => `session-${index + 1}`);
const CRITERIA = { absolute: 7, relative: 0.25, critical: (degrees: number) => studentCritical(0.95, degrees) };

/**
 * Sudden gains in the data of Wiedemann et al. (2020), from what the platform answers.
 * @param remove how many rows to leave out first, to see the comparison fail
 */
export function compareSgdata(file: string, remove = 0): Promise<Comparison> {
  return withImported({ mapping: MAPPING, file, remove }, async (platform) => ({
    imported: platform.imported,
    lines: await linesOf(platform),
  }));
}

async function linesOf(platform: ImportedPlatform): Promise<readonly ReferenceLine[]> {
  const people = [...totalsByPerson(await measuresOf(platform, 'sgdata', 'bdi')).values()].map((totals) =>
    suddenGains(
      SESSIONS.map((session) => totals.get(session) ?? null),
      CRITERIA,
    ),
  );
  const gains = people.flat();
  const gainers = people.filter((own) => own.length > 0).length;
  const { mean, sd } = describe(gains.map(({ magnitude }) => magnitude));
  return [
    line('people', people.length, 43),
    line('sudden gains', gains.length, 24),
    line('people with a sudden gain', gainers, 15),
    line('  per cent', (100 * gainers) / people.length, 34.88, 2),
    line('mean size, points', mean, 11, 2),
    line('SD of size, points', sd, 3.43, 2),
    line('reversals', gains.filter(({ reversed }) => reversed).length, 4),
  ];
}
