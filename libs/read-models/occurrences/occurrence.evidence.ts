import { type AssignmentTerms, type Fact, type Informant, type Unit, WHOLE } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import { groupBy } from '../kernel/group-by.ts';

export type ToldState = 'done' | 'part' | 'alternative' | 'not-done';

/** Somebody's word about one obligation, apart from any attempt. */
export interface OccurrenceReport {
  readonly id: string;
  readonly state: ToldState;
  readonly informant: Informant;
  readonly occurredAt: string;
  readonly localDate: string;
  readonly recordedAt: string;
  readonly done: { readonly amount: number; readonly unit: Unit } | null;
}

export type AttemptFact = Fact<'AttemptStarted' | 'AttemptRecorded' | 'AttemptAbandoned'>;

/** What an assignment's effective facts tell of each of its obligations. */
export interface Evidence {
  readonly reports: ReadonlyMap<string, readonly OccurrenceReport[]>;
  /** That the homework as a whole is done: stands for every obligation that nobody tells anything else of. */
  readonly completed: OccurrenceReport | null;
  readonly attempts: ReadonlyMap<string, readonly AttemptFact[]>;
  readonly voids: ReadonlyMap<string, Fact<'OccurrenceVoided'>['data']>;
  readonly due: ReadonlyMap<string, Fact<'OccurrenceDue'>['data']>;
}

export function evidenceOf(facts: readonly Fact[]): Evidence {
  const completed = facts.findLast((fact) => fact.type === 'HomeworkCompleted');
  const reports = facts.filter((fact) => fact.type === 'OccurrenceReported');
  return {
    reports: new Map(
      [...groupBy(reports, ({ data }) => data.occurrence)].map(([name, own]) => [name, own.map(reportOf)]),
    ),
    completed: completed === undefined ? null : { ...whenOf(completed), state: 'done', done: null },
    attempts: groupBy(facts.filter(isAttempt), attemptedOccurrence),
    voids: new Map(
      facts.flatMap((fact) => (fact.type === 'OccurrenceVoided' ? [[fact.data.occurrence, fact.data] as const] : [])),
    ),
    due: new Map(
      facts.flatMap((fact) => (fact.type === 'OccurrenceDue' ? [[fact.data.occurrence, fact.data] as const] : [])),
    ),
  };
}

/** Every obligation that something was told of by name. */
export function toldOccurrences({ reports, attempts, voids, due }: Evidence): ReadonlySet<string> {
  return new Set([...reports.keys(), ...attempts.keys(), ...voids.keys(), ...due.keys()]);
}

export function isAttempt(fact: Fact): fact is AttemptFact {
  return fact.type === 'AttemptStarted' || fact.type === 'AttemptRecorded' || fact.type === 'AttemptAbandoned';
}

/** The obligation an attempt is at: the one it names; failing that the day it was made on, which may be none. */
export function attemptedOccurrence(fact: AttemptFact): string {
  return fact.data.occurrence ?? attemptDate(fact);
}

/** The day of an attempt on the participant's calendar. */
export function attemptDate({ data, metadata }: AttemptFact): string {
  const moment = 'startedAt' in data ? data.startedAt : 'endedAt' in data ? data.endedAt : undefined;
  return moment === undefined ? metadata.localDate : localDateOf(moment, metadata.timeZone);
}

function reportOf(fact: Fact<'OccurrenceReported'>): OccurrenceReport {
  return { ...whenOf(fact), state: fact.data.state, done: fact.data.done ?? null };
}

function whenOf({ id, data, metadata, recordedAt }: Fact<'OccurrenceReported' | 'HomeworkCompleted'>) {
  const { occurredAt, localDate } = metadata;
  return { id, informant: data.informant, occurredAt, localDate, recordedAt };
}

/** What attempts show of an obligation under its terms; undefined where none came to an end. */
export function stateShown(attempts: readonly AttemptFact[], terms: AssignmentTerms): ToldState | undefined {
  const ended = [...lastWords(attempts).values()].filter((fact) => fact.type !== 'AttemptStarted');
  if (ended.length === 0) return undefined;
  const outcomes = ended.map((fact) => (fact.type === 'AttemptRecorded' ? fact.data.outcome : 'unable'));
  const asked = terms.dose;
  const enough = asked === undefined ? outcomes.includes('full') : doneIn(asked.unit, ended) >= asked.amount;
  if (enough) return 'done';
  if (outcomes.every((outcome) => outcome === 'unable')) return 'not-done';
  return outcomes.every((outcome) => outcome === 'alternative' || outcome === 'unable') ? 'alternative' : 'part';
}

/** The last word about each attempt is what counts. */
export function lastWords(attempts: readonly AttemptFact[]): ReadonlyMap<string, AttemptFact> {
  return new Map(attempts.map((fact) => [fact.data.attemptId, fact]));
}

function doneIn(unit: Unit, facts: readonly AttemptFact[]): number {
  return facts.reduce((sum, fact) => {
    const done = fact.type === 'AttemptRecorded' ? fact.data.done : undefined;
    return done?.unit === unit ? sum + done.amount : sum;
  }, 0);
}

/** Attempts at one of an assignment's obligations. Work that is asked for as a whole takes what is at none of the days. */
export function attemptsAt(
  { attempts }: Evidence,
  occurrence: string,
  asked: ReadonlySet<string>,
): readonly AttemptFact[] {
  if (occurrence !== WHOLE) return attempts.get(occurrence) ?? [];
  return [...attempts].flatMap(([name, own]) => (name !== WHOLE && asked.has(name) ? [] : own));
}
