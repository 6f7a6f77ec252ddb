import type { Panel, PanelRow } from './lagged-panel.ts';

/** Forward orthogonal deviations (Arellano & Bover 1995), or first differences (Arellano & Bond 1991). */
export type PanelTransform = 'forward-orthogonal' | 'first-difference';

/** A panel freed of each person’s level, column by column, people one after the other. */
export interface Transformed {
  readonly outcome: Float64Array;
  /** The outcome before, homework. */
  readonly terms: readonly Float64Array[];
  /** Two collapsed lags of each; 0 where a lag is unknown. */
  readonly instruments: readonly Float64Array[];
  /** Whose row it is, counted from 0. */
  readonly person: Int32Array;
  readonly people: number;
}

interface Line {
  readonly values: readonly number[];
  readonly instruments: readonly number[];
}

/** People with two rows or more, transformed. */
export function transformed({ people }: Panel, transform: PanelTransform): Transformed {
  const blocks = people.map(transform === 'forward-orthogonal' ? forward : differences).filter((own) => own.length > 0);
  const lines = blocks.flat();
  const column = (read: (line: Line) => number | undefined) => Float64Array.from(lines, (line) => read(line) ?? 0);
  return {
    outcome: column(({ values }) => values[0]),
    terms: [1, 2].map((place) => column(({ values }) => values[place])),
    instruments: [0, 1, 2, 3].map((place) => column(({ instruments }) => instruments[place])),
    person: Int32Array.from(blocks.flatMap((own, number) => own.map(() => number))),
    people: blocks.length,
  };
}

const valuesOf = (row: PanelRow): readonly number[] => [row.after, row.before, row.homework];
const instrumentsOf = (row: PanelRow): readonly number[] => [
  row.before,
  row.earlierBefore ?? 0,
  row.homework,
  row.earlierHomework ?? 0,
];

/** Each row less the mean of the person’s later ones, scaled to keep its variance; the last has none. */
function forward(rows: readonly PanelRow[]): readonly Line[] {
  const sums = [0, 0, 0];
  const lines: Line[] = [];
  rows.toReversed().forEach((row, later) => {
    const values = valuesOf(row);
    const scale = Math.sqrt(later / (later + 1));
    if (later > 0)
      lines.push({
        values: values.map((value, column) => scale * (value - (sums[column] ?? 0) / later)),
        instruments: instrumentsOf(row),
      });
    values.forEach((value, column) => (sums[column] = (sums[column] ?? 0) + value));
  });
  return lines.reverse();
}

/** Each row less the one an interval before; rows after a gap are lost. */
function differences(rows: readonly PanelRow[]): readonly Line[] {
  return rows.flatMap((row, place) => {
    const previous = rows[place - 1];
    if (previous?.interval !== row.interval - 1) return [];
    const before = valuesOf(previous);
    const values = valuesOf(row).map((value, column) => value - (before[column] ?? 0));
    return { values, instruments: instrumentsOf(previous) };
  });
}
