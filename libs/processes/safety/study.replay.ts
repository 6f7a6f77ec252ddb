import type { ReadSnapshot } from '#read-models';
import { replayRule, type SafetyRule, type WouldHaveRaised } from '#safety';
import { takenIn } from './taken.query.ts';

/** Days for which an alert is taken to have stayed open: what a rule says meanwhile joins it. */
export const REPLAYED_OPEN_DAYS = 7;

/** An alert that a rule would have raised. */
export interface ReplayedAlert extends WouldHaveRaised {
  readonly participantId: string;
}

/** What a rule would have raised over the history of a study, had it been on. */
export interface StudyReplay {
  /** Index of the last event that was looked at. */
  readonly logIndex: number;
  /** People who answered the rule’s instrument at all. */
  readonly people: number;
  /** Oldest first. */
  readonly alerts: readonly ReplayedAlert[];
}

/** Replays a rule over everything a study has on record, imports and paper included. It raises nothing. */
export async function replayOver(snapshot: ReadSnapshot, studyId: string, rule: SafetyRule): Promise<StudyReplay> {
  const people = await takenIn(snapshot, studyId, rule.sign.instrumentId);
  const alerts = [...people]
    .flatMap(([participantId, taken]) =>
      replayRule(rule, taken, REPLAYED_OPEN_DAYS).map((alert) => ({ participantId, ...alert })),
    )
    .toSorted(
      (one, other) =>
        one.first.answeredAt.localeCompare(other.first.answeredAt) ||
        one.participantId.localeCompare(other.participantId),
    );
  return { logIndex: snapshot.logIndex, people: people.size, alerts };
}
