import { v7 as uuidv7 } from 'uuid';
import type { Category } from '#domain';
import { createLog } from '#platform';
import type { Delivery, Message, MessageChannel, ProcessManager } from '#processes';
import { Processes } from '#processes';
import { EVERYTHING, type ReadModels } from '#read-models';
import { DUTY_FORMAT, phq9ItemNine, SAFETY_FORMAT } from '#safety';
import { REMINDER_FORMAT } from '#reminders';
import { install, type Installation, request, TERMS } from '../../libs/platform/execute/executor.specification.ts';
import { ReadSide } from '../read-models/read-side.ts';

/** Test support: a study with a policy, a rota and a rule, on a clock that specs turn. */

export const STUDY = 'stress';
const HOUR = 3_600_000;

export const POLICY = {
  format: REMINDER_FORMAT,
  channels: ['email'],
  homework: { daysBefore: 0 },
  measures: null,
  at: '17:00',
  quiet: { from: '21:00', to: '08:00' },
  mostADay: 3,
  armsWithout: [],
};

export const ROTA = {
  format: DUTY_FORMAT,
  timeZone: 'Europe/Stockholm',
  cover: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:00', to: '17:00' }],
  shifts: [
    {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      from: '08:00',
      to: '17:00',
      people: ['anna', 'bo'],
    },
  ],
  away: [],
  last: 'investigator',
  passOnAfter: { low: 480, moderate: 120, high: 30 },
  readingTimes: 'This is no crisis service. Answers are read on working days between 8 and 17.',
  contacts: [{ name: 'Emergency', how: '112' }],
};

/** A channel that keeps what was handed to it, and answers as it is told. */
export class Postbox implements MessageChannel {
  readonly channel = 'email';
  readonly letters: { readonly reminderId: string; readonly at: string }[] = [];
  answer: () => Promise<Delivery> = () => Promise.resolve({ outcome: 'sent' });

  constructor(private readonly clock: () => Date) {}

  deliver({ reminderId }: Message): Promise<Delivery> {
    this.letters.push({ reminderId, at: this.clock().toISOString() });
    return this.answer();
  }
}

export class WatchedStudy {
  private constructor(
    readonly installation: Installation,
    readonly readSide: ReadSide,
    readonly readModels: ReadModels,
    readonly postbox: Postbox,
  ) {}

  static async open(now: string): Promise<WatchedStudy> {
    const installation = await install({ now });
    const readSide = await ReadSide.open(installation.store);
    const readModels = await readSide.running();
    return new WatchedStudy(installation, readSide, readModels, new Postbox(() => installation.now.value));
  }

  setClock(now: string): void {
    this.installation.now.value = new Date(now);
  }

  get now(): Date {
    return this.installation.now.value;
  }

  async tell(category: Category, command: object, context: object = {}): Promise<void> {
    await this.installation.executor.execute(request(category, command, { commandId: uuidv7(), ...context }));
  }

  /** Registered, with a policy and a rota in force. */
  async begin(policy: object = POLICY): Promise<void> {
    const said = { studyId: STUDY, version: 1, reason: 'Start' };
    await this.tell('study', { type: 'RegisterStudy', studyId: STUDY, title: 'Stress', timeZone: 'Europe/Stockholm' });
    await this.tell('monitoring', { type: 'PublishReminderPolicy', ...said, policy });
    await this.tell('monitoring', { type: 'PublishDutyRota', ...said, rota: ROTA });
  }

  async switchOn(rule: object = phq9ItemNine): Promise<void> {
    const named = { studyId: STUDY, ruleId: 'item-9', version: 1 };
    await this.tell('study', { type: 'PublishSafetyRule', ...named, rule: { ...rule, format: SAFETY_FORMAT } });
    const replayed = { logIndex: 1, alerts: 0, people: 0 };
    await this.tell('monitoring', { type: 'SwitchOnSafetyRule', ...named, replayed, reason: 'Looked through' });
  }

  async enrol(code = 'P001'): Promise<string> {
    const participantId = `${STUDY}:${code}`;
    await this.tell('participant', { type: 'EnrolParticipant', participantId, studyId: STUDY, code });
    return participantId;
  }

  async assign(assignmentId: string, participantId: string, due: object): Promise<void> {
    const terms = { ...TERMS, due };
    await this.tell('assignment', {
      type: 'AssignHomework',
      assignmentId,
      participantId,
      initiatedBy: 'therapist',
      terms,
    });
  }

  processes(managers: readonly ProcessManager[]): Processes {
    const { installation, readSide, readModels } = this;
    return new Processes({
      managers,
      store: installation.store,
      readModels,
      execute: (asked) => this.installation.executor.execute(asked),
      pool: readSide.pool,
      log: createLog({ level: 'silent', format: 'json' }),
      clock: () => this.now,
    });
  }

  /** Turns the clock forward by hours, with a turn of every manager each, of several processes at once. */
  async pass(hours: number, ...installation: readonly Processes[]): Promise<void> {
    for (let hour = 0; hour < hours; hour += 1) {
      this.setClock(new Date(this.now.getTime() + HOUR).toISOString());
      await Promise.all(installation.map((processes) => processes.turn(AbortSignal.timeout(60_000))));
    }
  }

  async rows<Row extends object>(text: string): Promise<Row[]> {
    const after = await this.installation.store.head();
    const snapshot = await this.readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: 20_000 });
    return snapshot.sql<Row>(text).finally(() => snapshot.close());
  }

  async close(): Promise<void> {
    await this.readSide.close();
  }
}
