import { builtInInstruments, type Instrument } from '#instruments';
import type { ArchiveFile, DatasetRelease, DocumentWriter } from '../contract/archive.contract.ts';
import type { ReleasedTable } from '../contract/table.definition.ts';

const INSTRUMENT = 'instrument';

/** What an analyst has to know of a questionnaire to read its answers. `items` carry their wording where its licence lets it be shipped. */
type Described = Pick<
  Instrument,
  'id' | 'version' | 'title' | 'licence' | 'citation' | 'better' | 'stem' | 'answers' | 'items' | 'scales' | 'total'
> & { readonly bands: Instrument['bands'] };

/**
 * `instruments.json`: the questionnaires whose answers or scores are among the rows, with items, wording of items and answers where
 * licensed, scoring and its source. One that a study brought is named alone: its document is the study’s to give.
 */
export const instrumentDocument: DocumentWriter = {
  name: 'instruments',
  for: [],
  async write(release): Promise<readonly ArchiveFile[]> {
    const used = await instrumentsIn(release);
    if (used.length === 0) return [];
    const instruments = used.map((id) => {
      const known = builtInInstruments.find((each) => each.id === id);
      return known === undefined ? { id, described: false } : { ...described(known), described: true };
    });
    const text = `${JSON.stringify({ format: 'intersession.instruments/1', instruments }, undefined, 2)}\n`;
    return [{ path: 'instruments.json', bytes: new TextEncoder().encode(text) }];
  },
};

function described(instrument: Instrument): Described {
  const { id, version, title, licence, citation, better, stem, answers, items, scales, total, bands } = instrument;
  const wording = { ...(stem === undefined ? {} : { stem }), ...(answers === undefined ? {} : { answers }) };
  return { id, version, title, licence, citation, better, ...wording, items, scales, total, bands };
}

/** Ids of instruments among the rows of every table, in order; what is written for a missing value is none. */
async function instrumentsIn({ tables }: DatasetRelease): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of tables) for (const id of await namedIn(table)) found.add(id);
  return [...found].sort();
}

async function namedIn(table: ReleasedTable): Promise<ReadonlySet<string>> {
  const at = table.columns.findIndex(({ name }) => name === INSTRUMENT);
  const found = new Set<string>();
  if (at < 0) return found;
  const missing = new Set(table.columns[at]?.missing?.map(({ value }) => value));
  for await (const { columns } of table.read())
    for (const value of columns[at] ?? []) if (typeof value === 'string' && !missing.has(value)) found.add(value);
  return found;
}
