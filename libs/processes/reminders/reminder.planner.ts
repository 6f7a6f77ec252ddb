import { planReminders, type PlannedReminder, type Reachable, type ReminderPolicy } from '#reminders';
import { protocolInForce } from '#read-models';
import { type ProcessManager, Turn } from '../process.turn.ts';
import { reminderPolicies } from '../watched.studies.ts';
import { type OwedByPerson, owedIn } from './owed.query.ts';
import { type ArmsOf, reachableOf } from './reachable.query.ts';

const DAY = 86_400_000;
/** Obligations are looked at this long before they are due: the longest that a policy reminds before, and some. */
const HORIZON_DAYS = 18;
/** Messages are put on the record this long before they go out: later wishes and zones then need no moving. */
const PLAN_AHEAD_DAYS = 2;

interface Planned {
  readonly reminderId: string;
  readonly status: string;
  readonly plannedFor: Date;
}

/** The id of the one message about an obligation through a channel. */
export function reminderIdOf(key: string, channel: string): string {
  return Turn.idFor(`reminder/${key}/${channel}`);
}

/** Plans the messages of the next days, moves those whose moment has changed, and cancels those nobody needs any more. */
export class ReminderPlanner implements ProcessManager {
  readonly name = 'reminder planner';

  constructor(private readonly armsOf: ArmsOf) {}

  async run(turn: Turn): Promise<void> {
    for (const [studyId, { version, document }] of await reminderPolicies(turn.snapshot)) {
      await this.#plan(turn, studyId, version, document);
    }
  }

  async #plan(turn: Turn, studyId: string, policyVersion: number, published: ReminderPolicy): Promise<void> {
    const owed = await owedIn(turn.snapshot, studyId, { from: turn.now, to: later(turn.now, HORIZON_DAYS) });
    const policy = await withProtocol(turn, studyId, published);
    const arms = policy.armsWithout.length === 0 ? new Map<string, string>() : await this.armsOf(studyId);
    const people = await reachableOf(turn.snapshot, studyId, [...owed.keys()], arms);
    const known = await plannedOf(turn, studyId);
    const wanted = new Set<string>();
    for (const [participantId, obligations] of owed) {
      const person = people.get(participantId);
      if (person === undefined) continue;
      for (const message of dueSoon(policy, obligations, person, turn.now)) {
        const reminderId = reminderIdOf(message.key, message.channel);
        wanted.add(reminderId);
        await this.#put(
          turn,
          { message, reminderId, policyVersion, obligations, participantId },
          known.get(reminderId),
        );
      }
    }
    await cancelUnwanted(turn, known, wanted);
  }

  async #put(turn: Turn, { message, reminderId, policyVersion, obligations, participantId }: Putting, known?: Planned) {
    const { channel, at, localDate } = message;
    if (known === undefined) {
      const of = obligations.find(({ key }) => key === message.key)?.of;
      const plan = { reminderId, participantId, of, channel, at, localDate, policyVersion };
      await turn.intend({ category: 'reminder', command: { type: 'PlanReminder', ...plan }, cause: reminderId });
    } else if (known.status === 'planned' && known.plannedFor.toISOString() !== at) {
      const command = { type: 'MoveReminder', reminderId, at, localDate };
      await turn.intend({
        category: 'reminder',
        command,
        cause: `${reminderId}/${known.plannedFor.toISOString()}/${at}`,
      });
    }
  }
}

interface Putting {
  readonly message: PlannedReminder;
  readonly reminderId: string;
  readonly policyVersion: number;
  readonly obligations: readonly OwedByPerson[];
  readonly participantId: string;
}

function dueSoon(policy: ReminderPolicy, owed: readonly OwedByPerson[], person: Reachable, now: string) {
  const horizon = later(now, PLAN_AHEAD_DAYS);
  return planReminders(policy, owed, person).filter(({ at }) => now <= at && at <= horizon);
}

async function plannedOf({ snapshot, now }: Turn, studyId: string): Promise<ReadonlyMap<string, Planned>> {
  const rows = await snapshot.sql<Planned>(
    `SELECT reminder_id AS "reminderId", status, planned_for AS "plannedFor" FROM reminders WHERE study_id = $1
       AND (status = 'planned' OR planned_for > $2::timestamptz - interval '60 days')`,
    [studyId, now],
  );
  return new Map(rows.map((row) => [row.reminderId, row]));
}

/**
 * What waits for a later moment and is not in the plan any more: done, withdrawn, voided, or not wanted. What lies beyond our own
 * horizon was planned by a process whose clock is ahead of ours, and is not judged.
 */
async function cancelUnwanted(turn: Turn, known: ReadonlyMap<string, Planned>, wanted: ReadonlySet<string>) {
  const horizon = later(turn.now, PLAN_AHEAD_DAYS);
  for (const { reminderId, status, plannedFor } of known.values()) {
    const at = plannedFor.toISOString();
    if (status !== 'planned' || wanted.has(reminderId) || at <= turn.now || at > horizon) continue;
    const command = { type: 'CancelReminder', reminderId, because: 'preferences-changed' };
    await turn.intend({ category: 'reminder', command, cause: `${reminderId}/cancel` });
  }
}

/** Arms go without reminders by the policy, or by the protocol, which has them as a feature of the arm. */
async function withProtocol({ snapshot }: Turn, studyId: string, policy: ReminderPolicy): Promise<ReminderPolicy> {
  const arms = (await protocolInForce(snapshot, studyId))?.protocol.arms ?? [];
  const without = arms.filter(({ platform }) => !platform.reminders).map(({ arm }) => arm);
  return { ...policy, armsWithout: [...policy.armsWithout, ...without] };
}

function later(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY).toISOString();
}
