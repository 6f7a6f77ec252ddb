import { v5 as uuidv5 } from 'uuid';
import { type Actor, type Category, participantIdOf } from '#domain';
import { builtInWorksheets } from '#worksheets';
import { CLINIC, CLINICIAN, type ClinicAct } from './clinic.acts.ts';

/** Somebody who has homework for today, to look at the participant's page with. */
export const PHONE_PERSON = participantIdOf(CLINIC, 'PHONE');

const DAY = 86_400_000;
const DAILY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Enrols that person and gives them something of every kind. @param until now, in milliseconds since 1970 */
export function* phoneActs(until: number): Generator<ClinicAct> {
  const person = { participantId: PHONE_PERSON };
  const therapist = { therapistId: CLINICIAN, from: dayOf(until - 20 * DAY) };
  yield act('enrol', until - 20 * DAY, 'participant', {
    ...{ type: 'EnrolParticipant', studyId: CLINIC, siteId: 'north', code: 'PHONE' },
    participantId: PHONE_PERSON,
  });
  yield act('therapist', until - 20 * DAY + 1, 'participant', { type: 'AssignTherapist', ...person, ...therapist });
  for (const [name, worksheet, due, note] of homework(until)) {
    const terms = { ...termsOf(name, worksheet), due, ...(note === undefined ? {} : { instructions: note }) };
    const assignmentId = `${PHONE_PERSON}:${worksheet ?? 'friend'}`;
    const command = { type: 'AssignHomework', assignmentId, ...person, initiatedBy: 'collaborative', terms };
    yield act(`assign-${worksheet ?? 'friend'}`, until - 2 * DAY, 'assignment', command);
  }
}

type Given = readonly [title: string, worksheet: string | undefined, due: object, note?: string];

function homework(until: number): readonly Given[] {
  const daily = { kind: 'recurring', weekdays: DAILY, from: dayOf(until - DAY), to: dayOf(until + 365 * DAY) };
  const by = (days: number) => ({ kind: 'by', at: new Date(until + days * DAY).toISOString() });
  return [
    ['Thought record', 'thought-record-5', by(1), 'Try the moment with your brother we talked about.'],
    ['Slow breathing', 'slow-breathing', daily],
    ['Draw the feeling', 'draw-the-feeling', by(3)],
    ['Sleep diary', 'sleep-diary', by(5)],
    ['Call an old friend', undefined, { kind: 'open' }],
  ];
}

function termsOf(title: string, worksheet: string | undefined): object {
  const found = worksheet === undefined ? undefined : builtInWorksheets.get(worksheet);
  const usual = { title, performers: ['client'], setting: 'session', visibility: 'therapist' };
  if (found === undefined) return { ...usual, focus: 'behavioural', medium: 'free' };
  const { id, version, focus, medium } = found;
  return { ...usual, focus, medium, template: { templateId: id, version } };
}

const clinician: Actor = { id: CLINICIAN, role: 'clinician', siteId: 'north' };

function act(name: string, at: number, category: Category, command: object): ClinicAct {
  const commandId = uuidv5(`demonstration/phone/${name}`, uuidv5.URL);
  const occurredAt = new Date(at).toISOString();
  return { category, command, commandId, actor: clinician, occurredAt, occurredPrecision: 'instant', source: 'web' };
}
