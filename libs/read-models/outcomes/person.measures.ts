import type { Fact } from '#domain';
import { type MeasureScore, scoreMeasure, unscored } from '#instruments';
import { type InstrumentShelf, shelfOf, type ShelvedInstrument } from '../instruments/instrument.shelf.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';
import { groupBy } from '../kernel/group-by.ts';
import type { DerivationInput } from '../kernel/projection.ts';

/** What any derivation over measures listens to. */
export const MEASURE_TYPES = [
  'ParticipantEnrolled',
  'InstrumentPublished',
  'MeasureDue',
  'MeasureRecorded',
  'MeasureMissed',
] as const;

/** A measure that was taken, scored. */
export interface TakenMeasure {
  readonly measureId: string;
  readonly fact: Fact<'MeasureRecorded'>;
  readonly due: Fact<'MeasureDue'> | undefined;
  readonly shelved: ShelvedInstrument | undefined;
  readonly score: MeasureScore;
}

/** A measure that was due, or missed, and never taken. */
export interface MissingMeasure {
  readonly measureId: string;
  readonly due: Fact<'MeasureDue'> | undefined;
  readonly missed: Fact<'MeasureMissed'> | undefined;
}

/** One person's measures. */
export interface PersonMeasures {
  readonly enrolled: Fact<'ParticipantEnrolled'>['data'];
  readonly enrolledDate: string;
  /** In the order in which they were taken. */
  readonly taken: readonly TakenMeasure[];
  readonly missing: readonly MissingMeasure[];
}

type MeasureFact = Fact<'MeasureDue' | 'MeasureRecorded' | 'MeasureMissed'>;

/** @returns undefined for somebody who was never enrolled */
export function measuresOf({ facts, study }: DerivationInput): PersonMeasures | undefined {
  const enrolled = facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
  if (enrolled === undefined) return undefined;
  const shelf = shelfOf(study);
  const records = groupBy(facts.filter(isMeasure), ({ stream }) => stream);
  const taken: TakenMeasure[] = [];
  const missing: MissingMeasure[] = [];
  for (const [stream, record] of records) {
    const measureId = recordIdOf(stream);
    const due = record.findLast((fact) => fact.type === 'MeasureDue');
    const fact = record.findLast((each) => each.type === 'MeasureRecorded');
    if (fact !== undefined) taken.push({ measureId, fact, due, ...scored(fact, shelf) });
    else missing.push({ measureId, due, missed: record.findLast((each) => each.type === 'MeasureMissed') });
  }
  return {
    enrolled: enrolled.data,
    enrolledDate: enrolled.metadata.localDate,
    taken: taken.sort((one, other) => byTime(momentOf(one), momentOf(other))),
    missing,
  };
}

function isMeasure(fact: Fact): fact is MeasureFact {
  return fact.type === 'MeasureDue' || fact.type === 'MeasureRecorded' || fact.type === 'MeasureMissed';
}

function scored({ data }: Fact<'MeasureRecorded'>, shelf: InstrumentShelf): Pick<TakenMeasure, 'shelved' | 'score'> {
  const { instrument, items, reportedTotal = null } = data;
  const shelved = shelf(instrument.instrumentId, instrument.version);
  const score =
    shelved === undefined ? unscored(items, reportedTotal) : scoreMeasure(shelved.instrument, items, reportedTotal);
  return { shelved, score };
}

const momentOf = ({ fact }: TakenMeasure): string => fact.metadata.occurredAt;

const byTime = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Whether a day lies within a measure's window; null where none was scheduled. */
export function withinWindow(due: Fact<'MeasureDue'> | undefined, day: string): boolean | null {
  return due === undefined ? null : due.data.windowFrom <= day && day <= due.data.windowTo;
}

/** The columns that every row about a measure begins with. */
export function measureScope({ participantId }: DerivationInput, { enrolled }: PersonMeasures) {
  return { participantId, studyId: enrolled.studyId, siteId: enrolled.siteId ?? null };
}

const DAY = 86_400_000;

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
