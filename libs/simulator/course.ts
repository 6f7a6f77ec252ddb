import { type Actor, WHOLE } from '#domain';
import { HOMEWORK, NOTES, type SimulatedHomework } from './homework.ts';
import type { Random } from './random.ts';
import { type SimulatedAct, type SimulatedCommand, commandIdOf } from './simulated.command.ts';

export interface SimulatedPerson {
  readonly studyId: string;
  readonly participantId: string;
  readonly code: string;
  readonly siteId: string;
  readonly therapistId: string;
  /** Milliseconds since 1970. */
  readonly enrolledAt: number;
  readonly weeks: number;
}

type Informed = Partial<Pick<SimulatedCommand, 'occurredPrecision' | 'source'>> & { readonly by?: 'participant' };

/** How one week of homework went. */
interface WeekOfHomework {
  /** Share of the dose that was done, 0–1. */
  readonly share: number;
  readonly tooDifficult: boolean;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const WEEK = 7 * DAY;
/** Attempts asked for in a week. */
const DOSE = 3;

const within = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** Turns what happens to one person into commands with stable ids. */
export class Course {
  private readonly therapist: Actor;
  private readonly participant: Actor;

  constructor(
    private readonly person: SimulatedPerson,
    private readonly random: Random,
  ) {
    this.therapist = { id: person.therapistId, role: 'clinician', siteId: person.siteId };
    this.participant = { id: person.participantId, role: 'participant', siteId: person.siteId };
  }

  enrol(): SimulatedCommand {
    const { studyId, participantId, code, siteId, enrolledAt } = this.person;
    const command = { type: 'EnrolParticipant' as const, participantId, studyId, code, siteId };
    return this.say('enrol', enrolledAt, { category: 'participant', command });
  }

  discontinue(at: number): SimulatedCommand {
    const reason = this.random.pick(['no-time', 'symptoms-improved', 'no-longer-interested', 'lost-to-follow-up']);
    const { participantId } = this.person;
    const command = { type: 'DiscontinueParticipant' as const, participantId, from: 'intervention' as const, reason };
    return this.say('discontinue', at, { category: 'participant', command });
  }

  complete(at: number): SimulatedCommand {
    const command = { type: 'CompleteParticipant' as const, participantId: this.person.participantId };
    return this.say('complete', at, { category: 'participant', command });
  }

  *session(week: number, at: number, reviews: boolean): Generator<SimulatedCommand> {
    const { studyId, participantId, therapistId } = this.person;
    const sessionId = `${participantId}:s${week}`;
    const held = { sessionId, studyId, sessionNumber: week, participants: [participantId], deliverers: [therapistId] };
    const modality = this.random.chance(0.3) ? ('video' as const) : ('in-person' as const);
    yield this.say(`session-${week}`, at, {
      category: 'session',
      command: { type: 'HoldSession', ...held, modality, minutes: this.random.integer(45, 55) },
    });
    const reviewed = reviews ? (this.random.chance(0.8) ? 'reviewed' : 'not-reviewed') : 'nothing-to-review';
    const section = {
      sessionId,
      studyId,
      participantId,
      reviewed,
      assigned: 'assigned',
      minutes: this.random.integer(3, 12),
    } as const;
    yield this.say(`section-${week}`, at + 50 * MINUTE, {
      category: 'session',
      command: { type: 'LogHomeworkSection', ...section },
    });
  }

  /** Answers that add up to `total`, spread over the nine items. */
  measure(week: number, at: number, total: number): SimulatedCommand {
    const answers = Array.from({ length: 9 }, () => 0);
    for (let left = total; left > 0;) {
      const item = this.random.integer(0, 8);
      const answer = answers[item] ?? 0;
      if (answer === 3) continue;
      answers[item] = answer + 1;
      left -= 1;
    }
    const command = {
      type: 'RecordMeasure' as const,
      measureId: `${this.person.participantId}:phq9:${week}`,
      participantId: this.person.participantId,
      instrument: { instrumentId: 'phq-9', version: 1 },
      occasion: `week-${week}`,
      items: Object.fromEntries(answers.map((answer, index) => [`q${index + 1}`, answer])),
      timing: 'before-session' as const,
      recallDays: 14,
      informant: 'client' as const,
    };
    return this.say(`phq9-${week}`, at, { category: 'measure', command }, { by: 'participant' });
  }

  *homework(week: number, at: number, probability: number): Generator<SimulatedCommand, WeekOfHomework> {
    const kind = this.random.pick(HOMEWORK);
    const assignmentId = `${this.person.participantId}:hw${week}`;
    yield this.assign(week, at, assignmentId, kind);
    let dose = DOSE;
    let done = 0;
    let tooDifficult = false;
    for (let attempt = 1; attempt <= DOSE; attempt += 1) {
      if (attempt > dose || !this.random.chance(probability)) continue;
      const attemptAt = at + attempt * 2 * DAY - this.random.integer(0, 20 * 60) * MINUTE;
      const difficulty = within(Math.round(this.random.normal(1.8, 1)), 0, 4);
      yield* this.attempt(`${week}-${attempt}`, attemptAt, assignmentId, kind, difficulty);
      done += 1;
      if (difficulty >= 4 && !tooDifficult && dose > 1) {
        tooDifficult = true;
        dose = Math.max(attempt, dose - 1);
        yield this.makeEasier(week, attemptAt + 4 * 60 * MINUTE, assignmentId, kind, dose);
      }
    }
    yield* this.close(week, at + WEEK - 2 * 60 * MINUTE, assignmentId, done, dose);
    return { share: Math.min(done / dose, 1), tooDifficult };
  }

  private assign(week: number, at: number, assignmentId: string, kind: SimulatedHomework): SimulatedCommand {
    const command = {
      type: 'AssignHomework' as const,
      assignmentId,
      participantId: this.person.participantId,
      initiatedBy: this.random.chance(0.7) ? ('collaborative' as const) : ('therapist' as const),
      terms: {
        ...kind.terms,
        dose: { amount: DOSE * kind.step, unit: kind.unit },
        due: { kind: 'by' as const, at: new Date(at + WEEK - 3 * 60 * MINUTE).toISOString() },
        difficulty: this.random.integer(1, 3),
        performers: ['client' as const],
        setting: 'session' as const,
        visibility: 'therapist' as const,
        confidence: this.random.integer(4, 10) * 10,
      },
    };
    return this.say(`assign-${week}`, at, { category: 'assignment', command });
  }

  private *attempt(
    name: string,
    at: number,
    assignmentId: string,
    kind: SimulatedHomework,
    difficulty: number,
  ): Generator<SimulatedCommand> {
    const attemptId = `${assignmentId}:a${name}`;
    const minutes = Math.max(1, Math.round(this.random.normal(kind.minutes, kind.minutes / 4)));
    const startedAt = new Date(at).toISOString();
    const full = this.random.chance(0.85);
    const command = {
      type: 'RecordAttempt' as const,
      assignmentId,
      attemptId,
      performer: 'client' as const,
      informant: 'client' as const,
      startedAt,
      endedAt: new Date(at + minutes * MINUTE).toISOString(),
      outcome: full ? ('full' as const) : ('part' as const),
      done: { amount: full ? kind.step : kind.step / 2, unit: kind.unit },
      difficulty,
      helpfulness: this.random.integer(1, 4),
      note: this.random.pick(NOTES),
    };
    const told = this.random.chance(0.2)
      ? { by: 'participant' as const, source: 'paper' as const, occurredPrecision: 'day' as const }
      : { by: 'participant' as const, source: 'phone-offline' as const };
    yield this.say(`attempt-${name}`, at + minutes * MINUTE, { category: 'assignment', command }, told);
  }

  private makeEasier(
    week: number,
    at: number,
    assignmentId: string,
    kind: SimulatedHomework,
    dose: number,
  ): SimulatedCommand {
    const terms = { dose: { amount: dose * kind.step, unit: kind.unit }, difficulty: 0 };
    const command = { type: 'AdjustAssignment' as const, assignmentId, terms, trigger: 'too-difficult' as const };
    return this.say(`easier-${week}`, at, { category: 'assignment', command });
  }

  private *close(
    week: number,
    at: number,
    assignmentId: string,
    done: number,
    dose: number,
  ): Generator<SimulatedCommand> {
    if (done >= dose) {
      const command = { type: 'CompleteHomework' as const, assignmentId, informant: 'client' as const };
      yield this.say(`done-${week}`, at - 2 * 60 * MINUTE, { category: 'assignment', command }, { by: 'participant' });
      return;
    }
    if (done === 0 && this.random.chance(0.5)) {
      const barriers = [this.random.pick(['forgetting', 'motivation', 'practical', 'symptom'])];
      const report = {
        type: 'ReportOccurrence' as const,
        assignmentId,
        informant: 'client' as const,
        occurrence: WHOLE,
        state: 'not-done' as const,
      };
      yield this.say(
        `not-done-${week}`,
        at,
        { category: 'assignment', command: { ...report, barriers } },
        { by: 'participant' },
      );
    }
    yield this.say(`expire-${week}`, at, {
      category: 'assignment',
      command: { type: 'ExpireAssignment', assignmentId },
    });
  }

  private say(name: string, at: number, act: SimulatedAct, told: Informed = {}): SimulatedCommand {
    const { by, ...rest } = told;
    return {
      ...act,
      commandId: commandIdOf(this.person.studyId, `${this.person.code}/${name}`),
      actor: by === 'participant' ? this.participant : this.therapist,
      occurredAt: new Date(at).toISOString(),
      occurredPrecision: 'instant',
      source: 'web',
      ...rest,
    };
  }
}
