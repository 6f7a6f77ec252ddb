import { occurrencesOf, zoneOfMoment, type ZonePeriod } from '#calendar';
import { type AssignmentTerms, type Fact, WHOLE } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import type { AssignmentVersion } from './assignment.versions.ts';

/** Terms as they bear on one obligation. */
export interface AskedTerms {
  readonly version: number;
  readonly terms: AssignmentTerms;
  /** Null for open work, and for work due at a session that is not known yet. */
  readonly dueAt: string | null;
  readonly dueDate: string | null;
}

/** One obligation of an assignment: a day of recurring work, or `whole`. */
export interface AskedOccurrence {
  readonly occurrence: string;
  /** Of version 1; null where only a later version asked for it. */
  readonly asAssigned: AskedTerms | null;
  /** In force when it fell due; a later adjustment never changes it. */
  readonly asAdjusted: AskedTerms;
  /** When an adjustment took it away before it was due; null where none did. */
  readonly removedAt: string | null;
}

export interface AskingContext {
  readonly zones: readonly ZonePeriod[];
  /** The next session after the assignment, where there is one. */
  readonly nextSession: { readonly at: string; readonly date: string } | undefined;
  /** Occurrences that somebody told something of: these were asked for, whatever the clock says. */
  readonly told: ReadonlySet<string>;
  /** What the log itself says of an occurrence falling due. */
  readonly due: ReadonlyMap<string, Fact<'OccurrenceDue'>['data']>;
}

type Dues = ReadonlyMap<string, AskedTerms>;

interface Holding {
  readonly now: AskedTerms;
  readonly removedAt: string | null;
}

/** Every obligation that a version of an assignment asked for, in order of its name. */
export function askedOccurrences(
  versions: readonly AssignmentVersion[],
  context: AskingContext,
): readonly AskedOccurrence[] {
  const asked = versions.map((version) => duesOf(version, context));
  const names = [...new Set(asked.flatMap((dues) => [...dues.keys()]))].sort();
  return names.flatMap((occurrence) => {
    const holding = inForce(versions, asked, occurrence, context.told);
    if (holding === undefined) return [];
    const asAdjusted = asTheLogSays(holding.now, context.due.get(occurrence));
    return [{ occurrence, asAssigned: asked[0]?.get(occurrence) ?? null, asAdjusted, removedAt: holding.removedAt }];
  });
}

function duesOf({ version, terms }: AssignmentVersion, { zones, nextSession }: AskingContext): Dues {
  const { due } = terms;
  const whole = (dueAt: string | null, dueDate: string | null): Dues =>
    new Map([[WHOLE, { version, terms, dueAt, dueDate }]]);
  switch (due.kind) {
    case 'open':
      return whole(null, null);
    case 'next-session':
      return whole(nextSession?.at ?? null, nextSession?.date ?? null);
    case 'by':
      return whole(due.at, localDateOf(due.at, zoneOfMoment(zones, due.at) ?? 'UTC'));
    case 'recurring':
      return new Map(
        occurrencesOf(due, zones).map(({ occurrence, dueAt, dueDate }) => [
          occurrence,
          { version, terms, dueAt, dueDate },
        ]),
      );
  }
}

/** Walks the versions until the obligation falls due under one of them. */
function inForce(
  versions: readonly AssignmentVersion[],
  asked: readonly Dues[],
  occurrence: string,
  told: ReadonlySet<string>,
): Holding | undefined {
  let holding: Holding | undefined;
  for (const [n, { from }] of versions.entries()) {
    const due = holding?.removedAt === null ? holding.now.dueAt : null;
    if (due !== null && from > due) break;
    const now = asked[n]?.get(occurrence);
    if (now !== undefined) {
      // A day that was over when it was first asked for was never an obligation.
      const over = holding === undefined && n > 0 && occurrence !== WHOLE && now.dueAt !== null && now.dueAt < from;
      if (!over || told.has(occurrence)) holding = { now, removedAt: null };
    } else if (holding?.removedAt === null) holding = { ...holding, removedAt: from };
  }
  return holding;
}

function asTheLogSays(terms: AskedTerms, due: Fact<'OccurrenceDue'>['data'] | undefined): AskedTerms {
  return due === undefined ? terms : { ...terms, dueAt: due.dueAt, dueDate: due.dueDate };
}
