import { HOMEWORK, NOTES, type SimulatedHomework } from './homework.ts';
import { DAY, HOUR, MINUTE, type Scene, WEEK } from './scene.ts';
import type { SimulatedCommand } from './simulated.command.ts';

/** Attempts asked for in a week. */
const ASKED = 3;

/** How one week of homework went. */
export interface WeekOfHomework {
  readonly assignmentId: string;
  /** Share of the dose that was done, 0–1. */
  readonly share: number;
}

interface Work {
  readonly week: number;
  readonly assignmentId: string;
  readonly kind: SimulatedHomework;
}

/** A week's homework: assigned, tried, made easier when it was too hard, and closed. */
export function* homework(
  scene: Scene,
  week: number,
  at: number,
  probability: number,
): Generator<SimulatedCommand, WeekOfHomework> {
  const { random, person } = scene;
  const work = { week, assignmentId: `${person.participantId}:hw${week}`, kind: random.pick(HOMEWORK) };
  yield assign(scene, work, at);
  let dose = ASKED;
  let done = 0;
  for (let number = 1; number <= dose; number += 1) {
    if (!random.chance(probability)) continue;
    const attemptAt = at + number * 2 * DAY - random.integer(0, 20 * 60) * MINUTE;
    const difficulty = scene.zeroToFour(1.8, 1);
    yield* attempt(scene, work, { number, at: attemptAt, difficulty });
    done += 1;
    if (difficulty === 4 && dose === ASKED) {
      dose = Math.max(number, dose - 1);
      yield makeEasier(scene, work, attemptAt + 4 * HOUR, dose);
    }
  }
  yield* close(scene, work, at + WEEK - 2 * HOUR, { done, dose });
  return { assignmentId: work.assignmentId, share: Math.min(done / dose, 1) };
}

function assign(scene: Scene, { week, assignmentId, kind }: Work, at: number): SimulatedCommand {
  const { random, person } = scene;
  const command = {
    type: 'AssignHomework' as const,
    assignmentId,
    participantId: person.participantId,
    initiatedBy: random.chance(0.7) ? ('collaborative' as const) : ('therapist' as const),
    terms: {
      ...kind.terms,
      dose: { amount: ASKED * kind.step, unit: kind.unit },
      due: { kind: 'by' as const, at: new Date(at + WEEK - 3 * HOUR).toISOString() },
      difficulty: random.integer(1, 3),
      performers: ['client' as const],
      setting: 'session' as const,
      visibility: 'therapist' as const,
      confidence: random.integer(4, 10) * 10,
    },
  };
  return scene.say(`assign-${week}`, at, { category: 'assignment', command });
}

interface Try {
  readonly number: number;
  readonly at: number;
  readonly difficulty: number;
}

function* attempt(
  scene: Scene,
  { week, assignmentId, kind }: Work,
  { number, at, difficulty }: Try,
): Generator<SimulatedCommand> {
  const { random, planted } = scene;
  const name = `attempt-${week}-${number}`;
  const minutes = Math.max(1, Math.round(random.normal(kind.minutes, kind.minutes / 4)));
  const full = random.chance(0.85);
  const partner = random.chance(0.05);
  const content = {
    attemptId: `${assignmentId}:a${week}-${number}`,
    performer: 'client' as const,
    informant: partner ? ('partner' as const) : ('client' as const),
    startedAt: new Date(at).toISOString(),
    endedAt: new Date(at + minutes * MINUTE).toISOString(),
    outcome: full ? ('full' as const) : ('part' as const),
    done: { amount: full ? kind.step : kind.step / 2, unit: kind.unit },
    difficulty,
    helpfulness: random.integer(1, 4),
    note: random.pick(NOTES),
  };
  const paper = random.chance(planted.paperShare);
  const told = paper
    ? ({ source: 'paper', occurredPrecision: 'day' } as const)
    : ({ source: 'phone-offline' } as const);
  const by = partner ? ('partner' as const) : ('participant' as const);
  const mistyped = random.chance(planted.correctedShare);
  const first = mistyped ? { ...content, done: { ...content.done, amount: content.done.amount * 10 } } : content;
  const command = { type: 'RecordAttempt' as const, assignmentId, ...first };
  yield scene.say(name, at + minutes * MINUTE, { category: 'assignment', command }, { by, ...told });
  if (!mistyped) return;
  const correction = {
    type: 'CorrectEntry' as const,
    category: 'assignment',
    recordId: assignmentId,
    entryId: scene.commandId(name),
    replacement: { ...content, version: 1 },
    reason: 'typing-error' as const,
  };
  const act = { category: 'assignment' as const, command: correction, corrects: scene.commandId(name) };
  yield scene.say(`${name}-corrected`, at + DAY, act, { by });
}

function makeEasier(scene: Scene, { week, assignmentId, kind }: Work, at: number, dose: number): SimulatedCommand {
  const terms = { dose: { amount: dose * kind.step, unit: kind.unit }, difficulty: 0 };
  const command = { type: 'AdjustAssignment' as const, assignmentId, terms, trigger: 'too-difficult' as const };
  return scene.say(`easier-${week}`, at, { category: 'assignment', command });
}

function* close(
  scene: Scene,
  { week, assignmentId }: Work,
  at: number,
  { done, dose }: { readonly done: number; readonly dose: number },
): Generator<SimulatedCommand> {
  const { random } = scene;
  const category = 'assignment' as const;
  if (done >= dose) {
    const command = { type: 'CompleteHomework' as const, assignmentId, informant: 'client' as const };
    yield scene.say(`done-${week}`, at - 2 * HOUR, { category, command }, { by: 'participant' });
    return;
  }
  if (done === 0 && random.chance(0.5)) {
    const command = {
      type: 'ReportOccurrence' as const,
      assignmentId,
      occurrence: 'whole' as const,
      informant: 'client' as const,
      state: 'not-done' as const,
      barriers: [random.pick(['forgetting', 'motivation', 'practical', 'symptom'])],
    };
    yield scene.say(`not-done-${week}`, at, { category, command }, { by: 'participant' });
  }
  yield scene.say(`expire-${week}`, at, { category, command: { type: 'ExpireAssignment', assignmentId } });
}
