import { plannedTimes, type PlannedTime } from '#reminders';
import type { ReadSnapshot } from '#read-models';
import { owedIn } from '../reminders/owed.query.ts';
import { type ArmsOf, reachableOf } from '../reminders/reachable.query.ts';
import { reminderPolicies } from '../watched.studies.ts';

const DAY = 86_400_000;
/** How far a calendar looks ahead. */
const DAYS_AHEAD = 90;

export interface CalendarOf {
  readonly studyId: string;
  readonly participantId: string;
  /** ISO 8601. */
  readonly now: string;
  readonly armsOf: ArmsOf;
}

/**
 * What stands in a participant’s calendar: what they owe from yesterday on, for 90 days. Empty in arms that go without
 * reminders, for a calendar is one. @returns nothing for who is not to be reached any more
 */
export async function participantCalendar(
  snapshot: ReadSnapshot,
  { studyId, participantId, now, armsOf }: CalendarOf,
): Promise<readonly PlannedTime[] | undefined> {
  const people = await reachableOf(snapshot, studyId, [participantId], new Map());
  const person = people.get(participantId);
  if (person?.mayBeContacted !== true) return undefined;
  const without = (await reminderPolicies(snapshot)).get(studyId)?.document.armsWithout ?? [];
  const arm = without.length === 0 ? undefined : (await armsOf(studyId)).get(participantId);
  if (arm !== undefined && without.includes(arm)) return [];
  const later = (days: number): string => new Date(Date.parse(now) + days * DAY).toISOString();
  const owed = await owedIn(snapshot, studyId, { from: later(-1), to: later(DAYS_AHEAD), participantId });
  return plannedTimes(owed.get(participantId) ?? [], person);
}
