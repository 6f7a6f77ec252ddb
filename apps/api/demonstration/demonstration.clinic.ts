import { decode } from '#domain';
import { type EventStore, streamName } from '#event-store';
import { type CommandExecutor, CommandIdReused, CommandRefused, type Log } from '#platform';
import { sendSimulated, simulate, type SimulatedCommand } from '#simulator';
import { CLINIC, CLINICIAN, clinicActs, type ClinicAct, LAST_ACT } from './clinic.acts.ts';

const DAY = 86_400_000;
/** How far the clinic is when it is first looked at. */
const WEEKS_BEFORE = 9;

export interface ClinicParts {
  readonly executor: Pick<CommandExecutor, 'execute'>;
  readonly store: EventStore;
  readonly log: Log;
  /** How many people; none records nothing. */
  readonly participants: number;
  readonly now: Date;
}

/**
 * Records a clinic in the middle of its work, so that there is something to do today: simulated up to now, the next
 * sessions arranged, homework waiting. Recorded once; its days are counted from when that was.
 */
export async function seedClinic({ executor, store, log, participants, now }: ClinicParts): Promise<void> {
  if (participants === 0 || (await isThere(store, LAST_ACT))) return;
  const start = (await startOf(store)) ?? dayOf(now.getTime() - WEEKS_BEFORE * 7 * DAY);
  const until = start + WEEKS_BEFORE * 7 * DAY + (now.getTime() - dayOf(now.getTime()));
  const course = clinicCourse(start, participants);
  const past = course.filter(({ occurredAt }) => Date.parse(occurredAt) <= until);
  log.info({ commands: past.length }, 'Recording a clinic in the middle of its work');
  const tolerant = { execute: executor.execute.bind(executor) };
  try {
    await sendSimulated(past, tolerant);
    for (const act of clinicActs(course, until)) await say(executor, act);
  } catch (error) {
    if (!(error instanceof CommandRefused) && !(error instanceof CommandIdReused)) throw error;
    log.warn({ study: CLINIC, code: error.code }, 'The clinic of the demonstration stays as it is');
  }
}

/** Everybody of the north clinic is looked after by the clinician of the demonstration. Therapists work in both studies. */
function clinicCourse(start: number, participants: number): readonly SimulatedCommand[] {
  const options = {
    ...{ studyId: CLINIC, title: 'Homework clinic (simulated)', participants, weeks: 14, seed: 20_261_135 },
    ...{ start: new Date(start).toISOString(), definitions: [] },
  };
  const acts = [...simulate(options)].filter(({ command }) => command.type !== 'RegisterTherapist');
  return acts.map((said) => {
    if (said.category !== 'participant' || said.command.type !== 'AssignTherapist') return said;
    const north = said.command.therapistId.startsWith('north');
    return north ? { ...said, command: { ...said.command, therapistId: CLINICIAN } } : said;
  });
}

async function say(executor: ClinicParts['executor'], { command, category, ...context }: ClinicAct): Promise<void> {
  await executor.execute({ category, command, context });
}

async function isThere(store: EventStore, stream: string): Promise<boolean> {
  for await (const _ of store.readStream(streamName(stream))) return true;
  return false;
}

/** When it was first recorded, where it was. */
async function startOf(store: EventStore): Promise<number | undefined> {
  for await (const stored of store.readStream(streamName(`study-${CLINIC}`))) {
    const { type, metadata } = decode(stored);
    if (type === 'StudyRegistered') return Date.parse(metadata.occurredAt);
  }
  return undefined;
}

function dayOf(at: number): number {
  return Math.floor(at / DAY) * DAY;
}
