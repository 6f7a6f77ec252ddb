import type { ReadMoment } from '../attempts/moment.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import { label } from '#domain';
import type { MeasuresStatement } from '../mapping/statement.schema.ts';
import { type MeasureTeller, joined, missedReason } from './measures.reader.ts';
import { NOTHING_SAID, type RowSubject, type StatementReader, type StatementSettings } from './statement.reader.ts';

type Long = Extract<MeasuresStatement['layout'], { kind: 'long' }>;

/** What is remembered of a participant: their newest row, and which of the expected occasions came. */
interface Followed {
  row: RowSubject;
  readonly informant: string;
  readonly times: readonly (ReadMoment | undefined)[];
  readonly present: Set<number>;
}

/** One row an occasion. Expected occasions that never came are told when the table has been read. */
export function longMeasures(
  { absence }: MeasuresStatement,
  layout: Long,
  { moments }: StatementSettings,
  tell: MeasureTeller,
): StatementReader {
  const { expected } = layout;
  const watched = absence.kind === 'missed' && expected.length > 0;
  const places = new Map(expected.map(({ occasion }, place) => [occasion, place]));
  const times = expected.map(({ at }) => (at === undefined ? undefined : moments.of(at)));
  const followed = new Map<string, Followed>();
  const spoiled = new Map<string, Set<number>>();
  const follow = (row: RowSubject, cells: Cells, informant: string, came: string | undefined) => {
    const key = JSON.stringify([row.code, informant]);
    const known = followed.get(key) ?? { row, informant, times: times.map((at) => at?.(cells)), present: new Set() };
    if (row.at.at >= known.row.at.at) known.row = row;
    const place = came === undefined ? undefined : places.get(came);
    if (place !== undefined) known.present.add(place);
    followed.set(key, known);
  };
  return {
    read: (cells, row) => {
      const informant = tell.informant(cells);
      const occasion = occasionOf(cells, layout);
      if (informant === undefined || occasion === undefined) return NOTHING_SAID;
      const values = tell.values(cells, layout);
      const remember = () => {
        if (watched) follow(row, cells, informant, values === undefined ? undefined : occasion);
      };
      if (values !== undefined) return { ...tell.recorded(row, occasion, values, informant, row.at), remember };
      if (absence.kind === 'silent' || places.has(occasion)) return { ...NOTHING_SAID, remember };
      return { ...tell.missed(row, occasion, informant, absence.reason, row.at), remember };
    },
    spoil: (cells, code) => {
      const [informant, occasion] = [tell.informant(cells), occasionOf(cells, layout)];
      const place = occasion === undefined ? undefined : places.get(occasion);
      if (!watched || place === undefined || tell.values(cells, layout) === undefined) return;
      const key = JSON.stringify([code, informant]);
      spoiled.set(key, (spoiled.get(key) ?? new Set()).add(place));
    },
    finish: () =>
      [...followed].map(([key, { row, informant, times: known, present: taken }]) => {
        const present = new Set([...taken, ...(spoiled.get(key) ?? [])]);
        const last = Math.max(-1, ...present);
        const missing = expected.flatMap(({ occasion }, place) => {
          if (present.has(place)) return [];
          return [tell.missed(row, occasion, informant, missedReason(absence, place > last), known[place] ?? row.at)];
        });
        return { row, said: joined(missing) };
      }),
  };
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
