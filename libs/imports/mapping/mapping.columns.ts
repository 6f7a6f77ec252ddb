import type { AttemptsTable } from './attempts-table.schema.ts';

/** Every column that a table's mapping reads, once, in the order of the mapping. Ignored columns are not among them. */
export function columnsOf(table: AttemptsTable): readonly string[] {
  const { attempt } = table;
  const { start, end, duration, performer, informant, outcome, done } = attempt;
  const ratings = [
    attempt.difficulty,
    attempt.mastery,
    attempt.pleasure,
    attempt.helpfulness,
    attempt.distressBefore,
    attempt.distressAfter,
  ];
  const columns = [
    table.participant.column,
    ...table.key,
    ...[start.column].flat(),
    ...(end.kind === 'unknown' ? [] : [end.column].flat()),
    ...[duration, done, ...ratings].flatMap((source) => (source === undefined ? [] : [source.column])),
    ...[performer, informant, outcome].flatMap((code) => (code.kind === 'column' ? [code.column] : [])),
  ];
  return [...new Set(columns)];
}
