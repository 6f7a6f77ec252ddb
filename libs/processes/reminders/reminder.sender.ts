import { MOST_REMINDER_ATTEMPTS, type ReminderChannel, type ReminderCommand } from '#domain';
import { isQuiet, type Reachable, type ReminderPolicy } from '#reminders';
import { localDateOf, zoneOfMoment } from '#calendar';
import type { ReadSnapshot } from '#read-models';
import type { ProcessManager, Turn } from '../process.turn.ts';
import { reminderPolicies } from '../watched.studies.ts';
import type { Delivery, MessageChannel } from './message.channel.ts';
import { type OwedByPerson, owedIn } from './owed.query.ts';
import { reachableOf } from './reachable.query.ts';

const MINUTE = 60_000;
/** A message that is this late, because the program was away, is not worth sending: it would come at a bad time. */
const TOO_LATE = 6 * 60 * MINUTE;
/** The first pause after a failure; it doubles with each. */
const RETRY_AFTER = 5 * MINUTE;
/** Longer than any channel takes: whatever is still being sent then was cut off. */
const CUT_OFF_AFTER = 3 * MINUTE;

interface Waiting {
  readonly reminderId: string;
  readonly participantId: string;
  readonly studyId: string;
  readonly kind: string;
  readonly assignmentId: string | null;
  readonly occurrence: string | null;
  readonly instrumentId: string | null;
  readonly occasion: string | null;
  readonly channel: ReminderChannel;
  readonly status: string;
  readonly plannedFor: Date;
  readonly sendingAt: Date | null;
  readonly attempts: number;
}

const WAITING = `SELECT reminder_id AS "reminderId", participant_id AS "participantId", study_id AS "studyId", kind,
    assignment_id AS "assignmentId", occurrence, instrument_id AS "instrumentId", occasion, channel, status,
    planned_for AS "plannedFor", sending_at AS "sendingAt", attempts
  FROM reminders WHERE study_id = $1 AND planned_for <= $2
    AND (status IN ('planned', 'sending') OR (status = 'failed' AND NOT permanent AND attempts < ${MOST_REMINDER_ATTEMPTS}))
  ORDER BY planned_for LIMIT 5000`;

/**
 * Hands over the messages whose moment has come. Each is on the record as sending first, by a claim that only one process
 * wins; what was cut off after that is recorded as unknown and never sent again.
 */
export class ReminderSender implements ProcessManager {
  readonly name = 'reminder sender';
  readonly #channels: ReadonlyMap<ReminderChannel, MessageChannel>;

  constructor(channels: readonly MessageChannel[]) {
    this.#channels = new Map(channels.map((channel) => [channel.channel, channel]));
  }

  async run(turn: Turn): Promise<void> {
    for (const [studyId, { document: policy }] of await reminderPolicies(turn.snapshot)) {
      const waiting = await turn.snapshot.sql<Waiting>(WAITING, [studyId, turn.now]);
      if (waiting.length === 0) continue;
      const ids = [...new Set(waiting.map(({ participantId }) => participantId))];
      const people = await reachableOf(turn.snapshot, studyId, ids, new Map());
      const owed = await owedNow(turn.snapshot, studyId, turn.now);
      for (const reminder of waiting)
        await this.#handle(turn, reminder, { policy, owed, person: people.get(reminder.participantId) });
    }
  }

  async #handle(turn: Turn, reminder: Waiting, surroundings: Surroundings): Promise<void> {
    const age = Date.parse(turn.now) - (reminder.sendingAt ?? reminder.plannedFor).getTime();
    if (reminder.status === 'sending') {
      if (age > CUT_OFF_AFTER) await tell(turn, reminder, { type: 'LoseReminderOutcome' });
      return;
    }
    const because = cancellationOf(turn.now, reminder, surroundings);
    if (because !== undefined) return tell(turn, reminder, { type: 'CancelReminder', because });
    if (reminder.status === 'failed' && age < RETRY_AFTER * 2 ** (reminder.attempts - 1)) return;
    await this.#send(turn, reminder);
  }

  async #send(turn: Turn, reminder: Waiting): Promise<void> {
    const { reminderId, participantId, studyId } = reminder;
    const claim = await turn.claim('reminder', { type: 'BeginSendingReminder', reminderId });
    if ('refused' in claim) return;
    const channel = this.#channels.get(reminder.channel);
    const delivery: Delivery =
      channel === undefined
        ? { outcome: 'failed', failure: 'misconfigured', permanent: false }
        : await channel
            .deliver({ reminderId, participantId, studyId }, turn.signal)
            .catch(() => ({ outcome: 'unknown' }));
    await tell(turn, reminder, outcomeOf(delivery));
  }
}

interface Surroundings {
  readonly policy: ReminderPolicy;
  readonly owed: ReadonlyMap<string, OwedByPerson>;
  readonly person: Reachable | undefined;
}

/** What is put on the record of a reminder, but for which. */
type Telling =
  | { readonly type: 'ConfirmReminderSent' | 'LoseReminderOutcome' }
  | Omit<CommandOf<'FailReminder'>, 'reminderId'>
  | Omit<CommandOf<'CancelReminder'>, 'reminderId'>;

type CommandOf<Type extends ReminderCommand['type']> = Extract<ReminderCommand, { type: Type }>;
type Cancellation = CommandOf<'CancelReminder'>['because'];

function outcomeOf(delivery: Delivery): Telling {
  switch (delivery.outcome) {
    case 'sent':
      return { type: 'ConfirmReminderSent' };
    case 'unknown':
      return { type: 'LoseReminderOutcome' };
    case 'failed': {
      const { failure, permanent } = delivery;
      return { type: 'FailReminder', ...{ failure, permanent } };
    }
  }
}

async function tell(turn: Turn, { reminderId, attempts, status }: Waiting, command: Telling) {
  const cause = `${reminderId}/${attempts}/${status}`;
  await turn.intend({ category: 'reminder', command: { ...command, reminderId }, cause });
}

/** Why a message is not sent after all; nothing where it is. */
function cancellationOf(
  now: string,
  reminder: Waiting,
  { policy, owed, person }: Surroundings,
): Cancellation | undefined {
  if (person === undefined) return 'left-study';
  if (!person.mayBeContacted) return 'contact-withdrawn';
  if (!owed.has(obligationOf(reminder))) return 'done-already';
  const late = Date.parse(now) - reminder.plannedFor.getTime() > TOO_LATE;
  if (late) return 'expired';
  const zone = zoneOfMoment(person.zones, now) ?? 'UTC';
  const today = localDateOf(now, zone);
  if (person.pause !== null && person.pause.from <= today && (person.pause.to === null || today <= person.pause.to)) {
    return 'paused';
  }
  const quiet = [policy.quiet, ...(person.wishes?.quiet === undefined ? [] : [person.wishes.quiet])];
  return quiet.some((hours) => isQuiet(hours, clockAt(now, zone))) ? 'expired' : undefined;
}

function clockAt(instant: string, timeZone: string): string {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', clock).format(new Date(instant));
}

async function owedNow(
  snapshot: ReadSnapshot,
  studyId: string,
  now: string,
): Promise<ReadonlyMap<string, OwedByPerson>> {
  const to = new Date(Date.parse(now) + 40 * 24 * 60 * MINUTE).toISOString();
  const owed = await owedIn(snapshot, studyId, { from: now, to });
  return new Map([...owed.values()].flat().map((one) => [one.key, one]));
}

function obligationOf({ kind, assignmentId, occurrence, instrumentId, occasion, participantId }: Waiting): string {
  return kind === 'homework'
    ? `homework/${assignmentId ?? ''}/${occurrence ?? ''}`
    : `measure/${participantId}/${instrumentId ?? ''}/${occasion ?? ''}`;
}
