import { INFORMANTS } from './code.lists.ts';
import type { ComputedColumn } from './table.source.ts';

/** Of which instrument an answer or a score is, in which version, from which occasion, and who said it. */
export const INSTRUMENT = {
  column: 'instrument',
  label: ['Instrument', 'Instrument'],
  kind: 'text',
  rule: { role: 'open' },
} as const;

export const INSTRUMENT_VERSION = {
  column: 'instrument_version',
  label: ['Version of the instrument', 'Instrumentets version'],
  kind: 'integer',
  rule: { role: 'open' },
} as const;

export const OCCASION = {
  column: 'occasion',
  label: ['Occasion', 'Mättillfälle'],
  kind: 'text',
  rule: { role: 'open' },
} as const;

export const RATER = {
  column: 'rater',
  label: ['Informant', 'Uppgiftslämnare'],
  kind: 'category',
  codes: INFORMANTS,
  rule: { role: 'open' },
} as const;

/** The homework that a row is of. @param idOf none where a row is of no homework */
export function assignmentColumn<Row>(idOf: (row: Row) => string | null): ComputedColumn<Row> {
  return {
    column: 'aid',
    label: ['Assignment', 'Uppgift'],
    kind: 'integer',
    formula: [
      'Number of the assignment within the person, in the order in which they were made',
      'Uppgiftens nummer inom personen, i den ordning de gavs',
    ],
    rule: { role: 'open' },
    value: (row, { assignmentNumber }) => {
      const assignmentId = idOf(row);
      return assignmentId === null ? null : assignmentNumber(assignmentId);
    },
  };
}

/** What was in the way, as codes with a space between. */
export function barriersColumn<Row extends { readonly barriers: readonly string[] }>(): ComputedColumn<Row> {
  return {
    column: 'barrier_codes',
    label: ['Barriers', 'Hinder'],
    kind: 'text',
    rule: { role: 'open' },
    value: ({ barriers }) => (barriers.length === 0 ? null : [...barriers].sort().join(' ')),
  };
}
