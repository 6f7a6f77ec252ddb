import type { ReminderChannel } from '#domain';
import type { Reachable } from '#reminders';
import type { ReadSnapshot } from '#read-models';
import { readZones } from './zones.parser.ts';

interface Person {
  readonly participantId: string;
  readonly zones: string;
  readonly status: string;
  readonly endedFrom: string | null;
  readonly consentWithdrawn: string | null;
  readonly erased: boolean;
  readonly channels: ReminderChannel[] | null;
  readonly times: string[] | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly pausedFrom: string | null;
  readonly pausedTo: string | null;
}

const PEOPLE = `SELECT p.participant_id AS "participantId", p.zones, p.status, p.ended_from AS "endedFrom",
    p.consent_withdrawn AS "consentWithdrawn", p.personal_data_erased AS erased, w.channels, w.times,
    w.quiet_from AS "quietFrom", w.quiet_to AS "quietTo", w.paused_from::text AS "pausedFrom", w.paused_to::text AS "pausedTo"
  FROM participants p LEFT JOIN reminder_wishes w ON w.participant_id = p.participant_id
  WHERE p.study_id = $1 AND p.participant_id = ANY($2::text[])`;

/** Tells a participant’s arm, where reminders differ by arm; null where there is none. */
export type ArmsOf = (studyId: string) => Promise<ReadonlyMap<string, string>>;

/** How participants can be reached. Who left altogether, took back consent to contact or was erased cannot be. */
export async function reachableOf(
  snapshot: ReadSnapshot,
  studyId: string,
  participantIds: readonly string[],
  arms: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Reachable>> {
  const rows = await snapshot.sql<Person>(PEOPLE, [studyId, participantIds]);
  return new Map(rows.map((row) => [row.participantId, reachable(row, arms.get(row.participantId) ?? null)]));
}

function reachable(row: Person, arm: string | null): Reachable {
  const { zones, channels, times, quietFrom, quietTo, pausedFrom, pausedTo } = row;
  const quiet = quietFrom === null || quietTo === null ? undefined : { from: quietFrom, to: quietTo };
  return {
    wishes: channels === null ? null : { channels, times: times ?? [], quiet },
    zones: readZones(zones),
    pause: pausedFrom === null ? null : { from: pausedFrom, to: pausedTo },
    arm,
    mayBeContacted: mayBeContacted(row),
  };
}

/** After leaving the intervention alone people are still measured, and reminded of that. */
function mayBeContacted({ status, endedFrom, consentWithdrawn, erased }: Person): boolean {
  return !erased && consentWithdrawn === null && (status === 'enrolled' || endedFrom === 'intervention');
}
