import { phq9ItemNine } from '#safety';
import {
  AlertEscalation,
  AssignmentExpiry,
  type Delivery,
  type Message,
  type MessageChannel,
  type Processes,
  ReminderPlanner,
  ReminderSender,
  SafetyWatch,
  ScreenNotifier,
} from '#processes';
import { POLICY, WatchedStudy } from './watched.study.ts';

/** The story of a trial’s reminders, expiry and alerts in simulated time, with a kill every week and two processes. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const noArms = () => Promise.resolve(new Map<string, string>());

/** How much of the story is told. */
export interface Telling {
  readonly weeks: number;
  readonly people: number;
  /** Hours of the day, UTC, at which the processes take a turn. */
  readonly turns: readonly number[];
}

/** A mail line to one process, which may be killed as it hands a letter over, before or after the letter left. */
class Line implements MessageChannel {
  readonly channel = 'email';
  kill: 'never' | 'before' | 'after' = 'never';

  constructor(
    private readonly letters: string[],
    private readonly life: AbortController,
  ) {}

  async deliver({ reminderId }: Message): Promise<Delivery> {
    const { kill } = this;
    this.kill = 'never';
    if (kill !== 'before') this.letters.push(reminderId);
    if (kill === 'never') return { outcome: 'sent' };
    // After this nothing of the process reaches the record any more.
    this.life.abort(new Error('killed'));
    return { outcome: 'sent' };
  }
}

/** A process as far as reminders, expiry and alerts go. */
class Running {
  readonly #life = new AbortController();
  readonly #processes: Processes;
  readonly line: Line;

  constructor(study: WatchedStudy, letters: string[]) {
    this.line = new Line(letters, this.#life);
    this.#processes = study.processes([
      new SafetyWatch(),
      new AlertEscalation(new ScreenNotifier()),
      new ReminderPlanner(noArms),
      new ReminderSender([this.line]),
      new AssignmentExpiry(),
    ]);
  }

  get killed(): boolean {
    return this.#life.signal.aborted;
  }

  async turn(): Promise<void> {
    try {
      await this.#processes.turn(this.#life.signal);
    } catch (error) {
      if (!this.killed) throw error;
    }
  }
}

export interface Told {
  /** reminderId of every letter that left. */
  readonly letters: readonly string[];
  readonly kills: number;
  readonly study: WatchedStudy;
}

/** Tells the story. The study is the caller’s to close. */
export async function tellStory({ weeks, people, turns }: Telling): Promise<Told> {
  const start = '2026-02-16T07:00:00.000Z';
  const study = await WatchedStudy.open(start);
  await study.begin(POLICY);
  await study.switchOn(phq9ItemNine);
  const codes = Array.from({ length: people }, (_, at) => `P${String(at + 1).padStart(3, '0')}`);
  for (const code of codes) await study.enrol(code);
  const letters: string[] = [];
  let kills = 0;
  let pair = [new Running(study, letters), new Running(study, letters)];
  for (let week = 0; week < weeks; week += 1) {
    await beginWeek(study, codes, week, Date.parse(start) + week * 7 * DAY);
    for (const { line } of pair) line.kill = week % 2 === 0 ? 'after' : 'before';
    for (let moment = 0; moment < 7 * turns.length; moment += 1) {
      const [day, hour] = [Math.floor(moment / turns.length), turns[moment % turns.length] ?? 0];
      study.setClock(new Date(startOfDay(start) + (week * 7 + day) * DAY + hour * HOUR).toISOString());
      // Both at once, as when each believes that it leads.
      await Promise.all(pair.map((process) => process.turn()));
      kills += pair.filter(({ killed }) => killed).length;
      pair = pair.map((process) => (process.killed ? new Running(study, letters) : process));
    }
  }
  return { letters, kills, study };
}

const startOfDay = (instant: string): number => Date.parse(`${instant.slice(0, 10)}T00:00:00.000Z`);

async function beginWeek(study: WatchedStudy, codes: readonly string[], week: number, at: number): Promise<void> {
  study.setClock(new Date(at).toISOString());
  for (const [index, code] of codes.entries()) {
    const participantId = `stress:${code}`;
    const from = new Date(at).toISOString().slice(0, 10);
    const to = new Date(at + 6 * DAY).toISOString().slice(0, 10);
    const weekdays = WEEKDAYS.filter((_, day) => (day + index) % 2 === 0);
    await study.assign(`A-${code}-${week}`, participantId, { kind: 'recurring', weekdays, from, to });
    if ((week + index) % 4 !== 0) continue;
    await study.tell('measure', {
      ...{ type: 'RecordMeasure', measureId: `M-${code}-${week}`, participantId },
      ...{ instrument: { instrumentId: 'phq-9', version: 1 }, occasion: `week-${week}` },
      ...{ items: { q9: 1 + ((week + index) % 3) }, timing: 'between-sessions', informant: 'client' },
    });
  }
}
