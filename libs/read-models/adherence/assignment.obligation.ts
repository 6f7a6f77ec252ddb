import type { Obligation } from '#adherence';
import type { AssignmentTerms, Fact, Unit } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';

/** What a person's sessions tell about homework, in order of time. */
export interface HeldSession {
  readonly at: string;
  readonly date: string;
  readonly reviewed: boolean | null;
}

interface Version {
  readonly version: number;
  readonly from: string;
  readonly terms: AssignmentTerms;
}

/**
 * The obligation of one assignment, from its effective facts. This release has no recurring homework, so it is one. Its
 * state at `knownUntil`: what somebody told; unknown once it was due and nobody has told; open before.
 */
export function obligationOf(
  facts: readonly Fact[],
  sessions: readonly HeldSession[],
  knownUntil: string,
): Obligation | undefined {
  const [assigned] = facts;
  if (assigned?.type !== 'HomeworkAssigned') return undefined;
  const { occurredAt, localDate, timeZone } = assigned.metadata;
  const next = sessions.find(({ at }) => at > occurredAt);
  const versions = versionsOf(assigned, facts);
  const dueOf = (terms: AssignmentTerms): string | null =>
    terms.due.kind === 'by' ? terms.due.at : terms.due.kind === 'next-session' ? (next?.at ?? null) : null;
  const inForce = versionWhenDue(versions, dueOf);
  const first = versions[0] ?? inForce;
  const withdrawn = facts.findLast((fact) => fact.type === 'AssignmentWithdrawn');
  const completed = facts.findLast((fact) => fact.type === 'HomeworkCompleted');
  const dueAt = dueOf(inForce.terms);
  const isDue = facts.some((fact) => fact.type === 'AssignmentExpired') || (dueAt !== null && dueAt <= knownUntil);
  const reviewing = sessions.find(({ at }) => at > (dueAt ?? occurredAt)) ?? (dueAt === next?.at ? next : undefined);
  return {
    assignmentId: recordIdOf(assigned.stream),
    occurrence: '1',
    initiatedBy: assigned.data.initiatedBy,
    assignedAt: occurredAt,
    assignedDate: localDate,
    asAssigned: termsOf(first, dueOf, timeZone),
    asAdjusted: termsOf(inForce, dueOf, timeZone),
    withdrawnAt: withdrawn?.metadata.occurredAt ?? null,
    withdrawnDate: withdrawn?.metadata.localDate ?? null,
    adjustments: versions.length - 1,
    state: toldState(facts, inForce.terms) ?? (isDue ? 'unknown' : 'open'),
    completedAt: completed?.metadata.occurredAt ?? null,
    completedDate: completed?.metadata.localDate ?? null,
    reviewed: (dueAt === next?.at ? next : reviewing)?.reviewed ?? null,
  };
}

function versionsOf(assigned: Fact<'HomeworkAssigned'>, facts: readonly Fact[]): readonly Version[] {
  const versions: Version[] = [{ version: 1, from: assigned.metadata.occurredAt, terms: assigned.data.terms }];
  for (const fact of facts) {
    const present = versions.at(-1);
    if (fact.type !== 'AssignmentAdjusted' || present === undefined) continue;
    const terms = adjusted(present.terms, fact.data.terms);
    versions.push({ version: fact.data.version, from: fact.metadata.occurredAt, terms });
  }
  return versions;
}

function adjusted(terms: AssignmentTerms, changed: Fact<'AssignmentAdjusted'>['data']['terms']): AssignmentTerms {
  return { ...terms, dose: changed.dose ?? terms.dose, due: changed.due ?? terms.due };
}

/** An adjustment made after the obligation fell due never changes it. */
function versionWhenDue(versions: readonly Version[], dueOf: (terms: AssignmentTerms) => string | null): Version {
  const [first, ...later] = versions;
  if (first === undefined) throw new Error('an assignment has no version');
  let inForce = first;
  for (const version of later) {
    const due = dueOf(inForce.terms);
    if (due !== null && version.from > due) return inForce;
    inForce = version;
  }
  return inForce;
}

function termsOf({ version, terms }: Version, dueOf: (terms: AssignmentTerms) => string | null, timeZone: string) {
  const dueAt = dueOf(terms);
  return {
    version,
    quantity: terms.dose?.amount ?? null,
    unit: terms.dose?.unit ?? null,
    dueAt,
    dueDate: dueAt === null ? null : localDateOf(dueAt, timeZone),
  };
}

/** The last word about the obligation as a whole; failing that, what its attempts show. */
function toldState(facts: readonly Fact[], terms: AssignmentTerms): Obligation['state'] | undefined {
  const report = facts.findLast((fact) => fact.type === 'HomeworkCompleted' || fact.type === 'OccurrenceReported');
  if (report?.type === 'HomeworkCompleted') return 'done';
  if (report?.type === 'OccurrenceReported') return report.data.state;
  const told = facts.filter((fact) => fact.type === 'AttemptRecorded' || fact.type === 'AttemptAbandoned');
  if (told.length === 0) return undefined;
  const outcomes = told.map((fact) => (fact.type === 'AttemptRecorded' ? fact.data.outcome : 'unable'));
  const asked = terms.dose;
  const enough = asked === undefined ? outcomes.includes('full') : doneIn(asked.unit, facts) >= asked.amount;
  if (enough) return 'done';
  if (outcomes.every((outcome) => outcome === 'unable')) return 'not-done';
  return outcomes.every((outcome) => outcome === 'alternative' || outcome === 'unable') ? 'alternative' : 'part';
}

function doneIn(unit: Unit, facts: readonly Fact[]): number {
  return facts.reduce((sum, fact) => {
    const done = fact.type === 'AttemptRecorded' ? fact.data.done : undefined;
    return done?.unit === unit ? sum + done.amount : sum;
  }, 0);
}
