import { type Instrument, suddenGains as gainsIn, suddenGainThreshold } from '#instruments';
import { studentCritical } from '#statistics';
import { groupBy } from '../kernel/group-by.ts';
import type { Derivation, DerivationInput } from '../kernel/projection.ts';
import {
  MEASURE_TYPES,
  measureScope,
  measuresOf,
  type MissingMeasure,
  type PersonMeasures,
  type TakenMeasure,
} from '../outcomes/person.measures.ts';
import { SuddenGainRow } from './sudden-gain.row.ts';

const RELATIVE = 0.25;

/** Sudden gains of each person, each instrument version and informant apart. */
export const suddenGains: Derivation = {
  kind: 'derivation',
  name: 'sudden_gains',
  version: 1,
  entity: SuddenGainRow,
  owner: 'participantId',
  // A measure that was never reported missing leaves a gap once its window has closed.
  daily: true,
  types: MEASURE_TYPES,
  derive: (input) => {
    const own = measuresOf(input);
    if (own === undefined) return [];
    const series = groupBy(own.taken, ({ fact: { data } }) =>
      [data.informant, data.instrument.version, data.instrument.instrumentId].join(' '),
    );
    return [...series.values()].flatMap((taken) => rowsOf(input, own, atSessions(taken)));
  },
};

/** Where some measures of a series were taken at sessions, the others (baseline, follow-up) are no part of it. */
function atSessions(taken: readonly TakenMeasure[]): readonly TakenMeasure[] {
  const sessions = taken.filter(({ fact: { data } }) => /-session$/.test(data.timing));
  return sessions.length > 0 ? sessions : taken;
}

interface Slot {
  readonly day: string;
  readonly taken: TakenMeasure | undefined;
}

function rowsOf(input: DerivationInput, own: PersonMeasures, taken: readonly TakenMeasure[]): readonly SuddenGainRow[] {
  const instrument = taken[0]?.shelved?.instrument;
  const threshold = instrument && suddenGainThreshold(instrument);
  if (instrument === undefined || threshold === undefined || threshold === null) return [];
  const slots = slotsOf(input, own, taken);
  const scores = slots.map((slot) => falling(instrument, slot.taken?.score.total ?? null));
  const criteria = {
    absolute: threshold.at,
    relative: RELATIVE,
    critical: (degrees: number) => studentCritical(0.95, degrees),
  };
  return gainsIn(scores, criteria).flatMap(({ before, magnitude, reversed }): SuddenGainRow[] => {
    const [from, to] = [slots[before]?.taken, slots[before + 1]?.taken];
    if (from === undefined || to === undefined || from.score.total === null || to.score.total === null) return [];
    return [
      {
        ...measureScope(input, own),
        measureId: to.measureId,
        instrumentId: instrument.id,
        informant: to.fact.data.informant,
        occasionBefore: from.fact.data.occasion,
        occasionAfter: to.fact.data.occasion,
        before: from.score.total,
        after: to.score.total,
        ...{ magnitude, reversed, threshold: threshold.at, thresholdSource: threshold.source },
        occurredAt: to.fact.metadata.occurredAt,
      },
    ];
  });
}

/** Higher is better: the distance from the best score falls where the score rises. */
function falling({ better, total: { min, max } }: Instrument, score: number | null): number | null {
  return score === null || better === 'lower' ? score : min + max - score;
}

/** Taken and missed measures of a series in the order of their days. */
function slotsOf(input: DerivationInput, own: PersonMeasures, taken: readonly TakenMeasure[]): readonly Slot[] {
  const slots: Slot[] = taken.map((each) => ({ day: each.fact.metadata.localDate, taken: each }));
  const [first, last] = [slots[0]?.day ?? '', slots.at(-1)?.day ?? ''];
  const instrument = taken[0]?.fact.data.instrument;
  const gaps = own.missing.flatMap((missing): Slot[] => {
    const about = (missing.due ?? missing.missed)?.data.instrument;
    const day = gapDay(input, missing);
    const same = about?.instrumentId === instrument?.instrumentId && about?.version === instrument?.version;
    return same && day !== undefined && first < day && day < last ? [{ day, taken: undefined }] : [];
  });
  return [...slots, ...gaps].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** The day on which a measure is missing; nothing while it may still come. */
function gapDay({ knownUntil }: DerivationInput, { due, missed }: MissingMeasure): string | undefined {
  if (missed !== undefined) return due?.data.dueDate ?? missed.metadata.localDate;
  if (due === undefined || due.data.windowTo >= knownUntil.slice(0, 10)) return undefined;
  return due.data.dueDate;
}
