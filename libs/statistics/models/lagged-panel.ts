import { type Fitted, refuseModel } from './refusal.ts';

/** One interval of one person: from one outcome to the next, and the homework between. Null is unknown. */
export interface LaggedRow {
  readonly person: string;
  /** Which interval, counted in steps of one; a gap is a missing interval. */
  readonly interval: number;
  /** Outcome at its start. */
  readonly before: number | null;
  /** Homework done in it, in any unit. */
  readonly homework: number | null;
  /** Outcome at its end. */
  readonly after: number | null;
}

/** What is taken out before: nothing but the general level, or what everybody had in common at each occasion. */
export type Detrend = 'none' | 'occasions';

/** One complete row: outcome, the outcome before, homework; `earlier…` null where unknown. */
export interface PanelRow {
  readonly interval: number;
  readonly after: number;
  readonly before: number;
  readonly homework: number;
  readonly earlierBefore: number | null;
  readonly earlierHomework: number | null;
}

/** Complete rows of each person, in order of time. */
export interface Panel {
  readonly people: readonly (readonly PanelRow[])[];
  readonly rows: number;
  readonly excluded: number;
}

type Levels = Map<number, number>;

/**
 * Rows as a panel: homework `lag` intervals back, everything less its mean (over all, or over its occasion).
 * @throws RangeError naming the row for an interval that is not whole, a second row of one person’s interval, a value that is not finite, a lag under 1
 */
export function panelOf(rows: readonly LaggedRow[], detrend: Detrend, lag: number): Fitted<Panel> {
  if (!Number.isInteger(lag) || lag < 1 || lag > 52)
    throw new RangeError(`a lag is a whole number from 1 to 52, not ${lag}`);
  const scores = new Map<string, Levels>();
  const homework = new Map<string, Levels>();
  const seen = new Map<string, Set<number>>();
  rows.forEach((row, place) => {
    checked(row, place, seen);
    levelsOf(scores, row.person, row.interval + 1, row.after);
    levelsOf(scores, row.person, row.interval, row.before);
    levelsOf(homework, row.person, row.interval, row.homework);
  });
  const y = centred(scores, detrend);
  const h = centred(homework, detrend);
  const people = [...seen].map(([person, intervals]) => rowsOf(intervals, y.get(person), h.get(person), lag));
  const complete = people.reduce((sum, own) => sum + own.length, 0);
  if (complete === 0) return refuseModel('nothing-complete', 'no interval has homework and an outcome on either side');
  return { people: people.filter((own) => own.length > 0), rows: complete, excluded: rows.length - complete };
}

function checked({ person, interval, ...values }: LaggedRow, place: number, seen: Map<string, Set<number>>): void {
  if (!Number.isInteger(interval)) throw new RangeError(`row ${place}: interval ${interval} is not a whole number`);
  for (const [name, value] of Object.entries(values))
    if (value !== null && !Number.isFinite(value)) throw new RangeError(`row ${place}: ${name} is not a finite number`);
  const own = seen.get(person) ?? new Set();
  if (own.has(interval)) throw new RangeError(`row ${place}: a second row of interval ${interval} of one person`);
  seen.set(person, own.add(interval));
}

/** The later call wins, so that an interval’s own start is preferred to the end of the one before. */
function levelsOf(all: Map<string, Levels>, person: string, at: number, value: number | null): void {
  const own = all.get(person) ?? new Map<number, number>();
  all.set(person, own);
  if (value !== null) own.set(at, value);
}

function centred(all: ReadonlyMap<string, Levels>, detrend: Detrend): ReadonlyMap<string, Levels> {
  const sums = new Map<number, { sum: number; n: number }>();
  const slot = (at: number) => (detrend === 'none' ? 0 : at);
  for (const own of all.values())
    for (const [at, value] of own) {
      const { sum, n } = sums.get(slot(at)) ?? { sum: 0, n: 0 };
      sums.set(slot(at), { sum: sum + value, n: n + 1 });
    }
  const mean = (at: number) => {
    const { sum, n } = sums.get(slot(at)) ?? { sum: 0, n: 1 };
    return sum / n;
  };
  return new Map(
    [...all].map(([person, own]) => [person, new Map([...own].map(([at, value]) => [at, value - mean(at)]))]),
  );
}

function rowsOf(
  intervals: ReadonlySet<number>,
  scores: Levels = new Map(),
  homework: Levels = new Map(),
  lag: number,
): readonly PanelRow[] {
  return [...intervals]
    .sort((one, other) => one - other)
    .flatMap((interval) => {
      const after = scores.get(interval + 1);
      const before = scores.get(interval);
      const done = homework.get(interval - lag + 1);
      if (after === undefined || before === undefined || done === undefined) return [];
      const earlierBefore = scores.get(interval - 1) ?? null;
      return [
        {
          ...{ interval, after, before, homework: done, earlierBefore },
          earlierHomework: homework.get(interval - lag) ?? null,
        },
      ];
    });
}
