import { readMapping, type ImportMapping } from '#imports';

type Json = Record<string, unknown>;

/** A small mapping as an author would write it: columns `who`, `n`, `from`, `to`. */
export function mappingJson(table: Json = {}, whole: Json = {}): Json {
  return {
    format: 1,
    id: 'spec',
    title: 'A log of a spec',
    study: { id: 'trial', title: 'A trial', timeZone: 'Europe/Stockholm', whenMissing: 'register' },
    tables: [
      {
        kind: 'attempts',
        name: 'log',
        time: { zone: 'Europe/Stockholm', format: 'yyyy-MM-dd HH:mm:ss' },
        participant: { column: 'who' },
        key: ['n'],
        attempt: {
          start: { column: 'from' },
          end: { kind: 'time', column: 'to' },
          informant: { kind: 'constant', value: 'device' },
          outcome: { kind: 'constant', value: 'part' },
        },
        assignment: {
          kind: 'constructed',
          name: 'programme',
          from: 'first-attempt',
          initiatedBy: 'therapist',
          terms: { title: 'The programme', focus: 'mixed', medium: 'programme', setting: 'programme' },
        },
        ...table,
      },
    ],
    ...whole,
  };
}

/** The same, read and checked. */
export function mappingOf(table: Json = {}, whole: Json = {}): ImportMapping {
  return readMapping(JSON.stringify(mappingJson(table, whole)), 'log.mapping.json');
}

/** Its table. */
export function attemptsTableOf(table: Json = {}): Extract<ImportMapping['tables'][number], { kind: 'attempts' }> {
  const [first] = mappingOf(table).tables;
  if (first?.kind !== 'attempts') throw new Error('the mapping has no table of attempts');
  return first;
}
