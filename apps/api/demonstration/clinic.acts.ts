import { v5 as uuidv5 } from 'uuid';
import type { Actor, Category } from '#domain';
import type { SimulatedCommand } from '#simulator';
import { builtInWorksheets, type Worksheet } from '#worksheets';
import { CLINIC_ANSWERS } from './clinic.answers.ts';

/** The study that is in the middle of its work. */
export const CLINIC = 'clinic';
export const CLINICIAN = 'north-therapist-1';
/** The stream that the last act writes: where it is there, all are. */
export const LAST_ACT = 'alert-clinic-worry';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A command with what its caller says about it. */
export interface ClinicAct {
  readonly category: Category;
  readonly command: object;
  readonly commandId: string;
  readonly actor: Actor;
  readonly occurredAt: string;
  readonly occurredPrecision: 'instant';
  readonly source: 'web' | 'phone-offline';
}

/** Somebody of the north clinic who is still in treatment. */
interface Person {
  readonly participantId: string;
  /** When the session after now is, and its number. */
  readonly nextAt: number;
  readonly number: number;
}

/** What is arranged, asked, done and worried about now. @param until now, in milliseconds since 1970 */
export function* clinicActs(course: readonly SimulatedCommand[], until: number): Generator<ClinicAct> {
  yield* posts(until);
  const people = stillThere(course, until);
  for (const [index, person] of people.entries()) {
    yield schedule(person, until);
    yield* goal(person, index, until);
    const [templateId, answers] = CLINIC_ANSWERS[index % (CLINIC_ANSWERS.length + 2)] ?? [];
    const worksheet = builtInWorksheets.get(templateId ?? '');
    if (worksheet !== undefined && answers !== undefined) yield* worked(person, worksheet, { answers, until });
    if (index % 4 === 1) yield* asked(person, until);
  }
  const [first, second] = [people[2] ?? people[0], people[5] ?? people[0]];
  if (first !== undefined) yield* signs(first, second ?? first, until);
}

function stillThere(course: readonly SimulatedCommand[], until: number): readonly Person[] {
  const gone = new Set<string>();
  const next = new Map<string, Person>();
  for (const { command, occurredAt } of course) {
    const at = Date.parse(occurredAt);
    if (at <= until && (command.type === 'DiscontinueParticipant' || command.type === 'CompleteParticipant'))
      gone.add(command.participantId);
    const [participantId] =
      command.type === 'HoldSession' || command.type === 'MissSession' ? command.participants : [];
    if (participantId === undefined || at <= until || next.has(participantId) || !('sessionNumber' in command))
      continue;
    next.set(participantId, { participantId, nextAt: inOfficeHours(at), number: command.sessionNumber });
  }
  const north = new Set(
    course.flatMap(({ command }) =>
      command.type === 'AssignTherapist' && command.therapistId === CLINICIAN ? [command.participantId] : [],
    ),
  );
  return [...next.values()].filter(({ participantId }) => north.has(participantId) && !gone.has(participantId));
}

/** On the half hour, and on a working day. */
function inOfficeHours(at: number): number {
  const rounded = Math.round(at / (HOUR / 2)) * (HOUR / 2);
  const day = new Date(rounded).getUTCDay();
  return rounded + (day === 6 ? 2 : day === 0 ? 1 : 0) * DAY;
}

const clinician: Actor = { id: CLINICIAN, role: 'clinician', siteId: 'north' };
const coordinator: Actor = { id: 'coordinator-1', role: 'coordinator' };
const self = ({ participantId }: Person): Actor => ({ id: participantId, role: 'participant', siteId: 'north' });

/** An act; its id comes from its name, so that doing so again changes nothing. */
function act(name: string, at: number, actor: Actor, [category, command]: readonly [Category, object]): ClinicAct {
  const commandId = uuidv5(`demonstration/clinic/${name}`, uuidv5.URL);
  const source = actor.role === 'participant' ? ('phone-offline' as const) : ('web' as const);
  const occurredAt = new Date(at).toISOString();
  return { category, command, commandId, actor, occurredAt, occurredPrecision: 'instant', source };
}

function* posts(until: number): Generator<ClinicAct> {
  const study = { studyId: CLINIC };
  const from = new Date(until - 60 * DAY).toISOString().slice(0, 10);
  const people = [
    ...[{ role: 'coordinator' }, { role: 'researcher' }, { role: 'supervisor' }],
    { role: 'site-investigator', siteId: 'north' },
    { role: 'clinician', siteId: 'north', staffId: CLINICIAN },
  ];
  for (const { role, ...more } of people) {
    const command = { type: 'AppointStaff', ...study, staffId: `demo-${role}`, role, from, ...more };
    yield act(`post-${role}`, until, coordinator, ['study', command]);
  }
  const supervision = { supervisorId: 'demo-supervisor', staffId: CLINICIAN, from };
  yield act('supervision', until, coordinator, ['study', { type: 'NameSupervisor', ...study, ...supervision }]);
}

function schedule({ participantId, nextAt, number }: Person, until: number): ClinicAct {
  const session = { sessionId: `${participantId}:s${number}`, studyId: CLINIC, sessionNumber: number };
  const place = { participants: [participantId], deliverers: [CLINICIAN], modality: 'in-person' };
  const command = { type: 'ScheduleSession', ...session, ...place, startsAt: new Date(nextAt).toISOString() };
  return act(`schedule-${participantId}`, until - DAY, clinician, ['session', command]);
}

const GOALS = [
  'Take the bus to work on my own',
  'See friends once a week again',
  'Sleep through most nights',
  'Say no at work without worrying for days',
];

function* goal({ participantId }: Person, index: number, until: number): Generator<ClinicAct> {
  const goalId = `${participantId}:goal`;
  const statement = GOALS[index % GOALS.length];
  const set = { type: 'SetGoal', goalId, participantId, setBy: 'collaborative', statement };
  yield act(`goal-${participantId}`, until - 30 * DAY, clinician, ['goal', set]);
  if (index % 2 === 1) return;
  const rated = { type: 'RateGoal', goalId, informant: 'client', attainment: (index % 3) - 1 };
  yield act(`goal-rated-${participantId}`, until - 5 * DAY, clinician, ['goal', rated]);
}

interface Work {
  readonly answers: object;
  readonly until: number;
}

/** A worksheet of the library, assigned in the week and sent since. */
function* worked(person: Person, worksheet: Worksheet, { answers, until }: Work): Generator<ClinicAct> {
  const { participantId } = person;
  const assignmentId = `${participantId}:${worksheet.id}`;
  const { id, version, title, focus, medium } = worksheet;
  const terms = {
    ...{ title: title['en'] ?? id, focus, medium, template: { templateId: id, version } },
    ...{ due: { kind: 'next-session' }, difficulty: worksheet.difficulty, performers: ['client'] },
    ...{ setting: 'session', visibility: 'therapist', confidence: 70 },
  };
  const assign = { type: 'AssignHomework', assignmentId, participantId, initiatedBy: 'collaborative', terms };
  yield act(`assign-${assignmentId}`, until - 5 * DAY, clinician, ['assignment', assign]);
  const sent = {
    ...{
      type: 'SubmitWorksheet',
      assignmentId,
      attemptId: `${assignmentId}:1`,
      worksheet: { templateId: id, version },
    },
    ...{ performer: 'client', informant: 'client', outcome: 'full', helpfulness: 3, difficulty: 2 },
    ...{ answers: JSON.stringify({ worksheet: { id, version }, values: answers }) },
    answered: Object.keys(answers).length,
  };
  yield act(`sent-${assignmentId}`, until - 20 * HOUR, self(person), ['assignment', sent]);
}

/** A question about it, and something of their own. */
function* asked(person: Person, until: number): Generator<ClinicAct> {
  const { participantId } = person;
  const terms = {
    ...{ title: 'Swim on Saturday morning', focus: 'behavioural', medium: 'practice', due: { kind: 'next-session' } },
    ...{ performers: ['client'], setting: 'message', visibility: 'therapist' },
  };
  const assignmentId = `${participantId}:own`;
  const propose = { type: 'ProposeHomework', assignmentId, participantId, initiatedBy: 'client', terms };
  yield act(`own-${participantId}`, until - 2 * DAY, self(person), ['assignment', propose]);
}

/** An answer that a rule asks to look at, and a worry of a colleague’s. */
function* signs(first: Person, second: Person, until: number): Generator<ClinicAct> {
  const answeredAt = new Date(until - 9 * HOUR).toISOString();
  const source = { measureId: `${first.participantId}:phq9:${first.number - 1}`, instrumentId: 'phq-9', answeredAt };
  const raised = {
    ...{ type: 'RaiseSafetyAlert', alertId: 'clinic-item-9', participantId: first.participantId, grade: 'moderate' },
    ...{ rule: { ruleId: 'item-9', version: 1 }, source: { ...source, item: 'q9', value: 2 } },
    ...{ assessmentAsked: true, late: false },
  };
  yield act('item-9', until - 8 * HOUR, { id: 'safety', role: 'system' }, ['alert', raised]);
  const note = 'Sounded flat on the phone when we moved the session. Please look.';
  const worry = {
    type: 'RaiseConcern',
    alertId: 'clinic-worry',
    participantId: second.participantId,
    grade: 'low',
    note,
  };
  yield act('worry', until - 26 * HOUR, { id: 'demo-site-investigator', role: 'site-investigator' }, ['alert', worry]);
}
