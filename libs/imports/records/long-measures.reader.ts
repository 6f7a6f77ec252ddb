import type { ReadMoment } from '../attempts/moment.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import { label } from '#domain';
import type { MeasuresStatement } from '../mapping/statement.schema.ts';
import { type MeasureTeller, joined, missedReason } from './measure.teller.ts';
import type { MomentOf } from './record.moments.ts';
import {
  NOTHING_SAID,
  type RowSubject,
  type Said,
  type StatementReader,
  type StatementSettings,
} from './statement.reader.ts';

type Long = Extract<MeasuresStatement['layout'], { kind: 'long' }>;

/** One row an occasion. Expected occasions that never came are told when the table has been read. */
export function longMeasures(
  statement: MeasuresStatement,
  layout: Long,
  { moments }: StatementSettings,
  tell: MeasureTeller,
): StatementReader {
  const { absence } = statement;
  const { expected } = layout;
  const watched = absence.kind === 'missed' && expected.length > 0;
  const places = new Map(expected.map(({ occasion }, place) => [occasion, place]));
  const times = expected.map(({ at }) => (at === undefined ? undefined : moments.of(at)));
  const attendance = new Attendance(times);
  return {
    read: (cells, row) => {
      const informant = tell.informant(cells);
      const occasion = occasionOf(cells, layout);
      if (informant === undefined || occasion === undefined) return NOTHING_SAID;
      const values = tell.values(cells, layout);
      const remember = () => {
        if (watched) attendance.follow(row, cells, informant, values === undefined ? undefined : places.get(occasion));
      };
      if (values !== undefined) return { ...tell.recorded(row, occasion, values, informant, row.at), remember };
      if (absence.kind === 'silent' || places.has(occasion)) return { ...NOTHING_SAID, remember };
      return { ...tell.missed(row, occasion, informant, absence.reason, row.at), remember };
    },
    spoil: (cells, code) => {
      const [informant, occasion] = [tell.informant(cells), occasionOf(cells, layout)];
      const place = occasion === undefined ? undefined : places.get(occasion);
      if (!watched || place === undefined || tell.values(cells, layout) === undefined) return;
      attendance.spoil(code, informant, place);
    },
    finish: () => attendance.all().map((one) => ({ row: one.row, said: missing(one, statement, layout, tell) })),
  };
}

/** What is remembered of a participant: their newest row, and which of the expected occasions came. */
interface Followed {
  row: RowSubject;
  readonly informant: string;
  readonly times: readonly (ReadMoment | undefined)[];
  readonly present: Set<number>;
}

/** Which of the expected occasions, by their places, came for each participant and informant. */
class Attendance {
  private readonly followed = new Map<string, Followed>();
  private readonly spoiled = new Map<string, Set<number>>();

  constructor(private readonly times: readonly (MomentOf | undefined)[]) {}

  /** @param came the place of the occasion whose values the row holds */
  follow(row: RowSubject, cells: Cells, informant: string, came: number | undefined): void {
    const key = keyOf(row.code, informant);
    const known = this.followed.get(key) ?? {
      row,
      informant,
      times: this.times.map((at) => at?.(cells)),
      present: new Set(),
    };
    if (row.at.at >= known.row.at.at) known.row = row;
    if (came !== undefined) known.present.add(came);
    this.followed.set(key, known);
  }

  /** Values came that could not be read: the occasion is not missing. */
  spoil(code: string, informant: string | undefined, place: number): void {
    const key = keyOf(code, informant);
    this.spoiled.set(key, (this.spoiled.get(key) ?? new Set()).add(place));
  }

  all(): readonly Readonly<Followed>[] {
    return [...this.followed].map(([key, one]) => ({
      ...one,
      present: new Set([...one.present, ...(this.spoiled.get(key) ?? [])]),
    }));
  }
}

const keyOf = (code: string, informant: string | undefined) => JSON.stringify([code, informant]);

function missing(
  { row, informant, times, present }: Readonly<Followed>,
  { absence }: MeasuresStatement,
  { expected }: Long,
  tell: MeasureTeller,
): Said {
  const last = Math.max(-1, ...present);
  const missed = expected.flatMap(({ occasion }, place) => {
    if (present.has(place)) return [];
    return [tell.missed(row, occasion, informant, missedReason(absence, place > last), times[place] ?? row.at)];
  });
  return joined(missed);
}

function occasionOf(cells: Cells, { occasion }: Long): string | undefined {
  if (occasion.kind === 'constant') return occasion.value;
  const { column, prefix, values } = occasion;
  const text = cells.required(column, 'the occasion is missing');
  if (text === undefined) return undefined;
  if (values !== undefined) {
    return Object.hasOwn(values, text) ? values[text] : cells.problem(column, 'is not among the values of the mapping');
  }
  const name = label.safeParse(`${prefix}${text}`);
  return name.success ? name.data : cells.problem(column, 'is not the name of an occasion');
}
