import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { Stage } from './stage.ts';
import { EVERYTHING, say } from './walk.scene.ts';

const everyDay = { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] };
const round = { ...everyDay, from: '00:00', to: '24:00' };
const ROTA = {
  ...{ format: 'intersession.duty/1', timeZone: 'UTC', cover: [round], last: 'coordinator' },
  ...{ shifts: [{ ...round, people: ['ann', 'bob'] }], passOnAfter: { low: 480, moderate: 120, high: 30 } },
  readingTimes: 'Monday to Friday, 9 to 5.',
  contacts: [
    { name: 'Someone to talk to', how: '116 123' },
    { name: 'Ann at the clinic', how: '+46 8 123 45 67' },
  ],
};
const POLICY = {
  ...{ format: 'intersession.reminders/1', channels: ['email', 'push'], homework: { daysBefore: 0 }, measures: null },
  ...{ at: '17:00', quiet: { from: '21:00', to: '08:00' }, mostADay: 3 },
};
const RULE = {
  ...{ format: 'intersession.safety/1', title: 'Item 9', source: 'A story' },
  ...{ sign: { kind: 'item', instrumentId: 'phq-9', item: 'q9' }, grades: [{ atLeast: 1, grade: 'low' }] },
};
const DAILY = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** A participant in the middle of treatment, with something of every kind to do today. */
export interface Scene {
  readonly studyId: string;
  readonly participantId: string;
  readonly homework: Readonly<Record<Homework, string>>;
  /** A fresh code to sign in with. */
  code(): Promise<string>;
  caregiverCode(): Promise<string>;
}

export type Homework = 'record' | 'breathing' | 'drawing' | 'plain' | 'suggested';

const daysFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Writes the scene in a study of its own. */
export async function participantScene(stage: Pick<Stage, 'ask'>): Promise<Scene> {
  const studyId = `phone-${randomUUID().slice(0, 8)}`;
  const participantId = `${studyId}:P1`;
  const tell = (name: string, input: object) => say(stage, name, input);
  await study(studyId, tell);
  await tell('enrolParticipant', { studyId, code: 'P1', timeZone: 'Europe/Stockholm' });
  await tell('linkPerson', { participantId, personId: `${studyId}-parent`, relation: 'PARENT' });
  const homework = await assignAll(studyId, participantId, tell);
  const handOut = (input: object) => code(stage, input);
  return {
    ...{ studyId, participantId, homework },
    code: () => handOut({ participantId }),
    caregiverCode: () => handOut({ participantId, personId: `${studyId}-parent` }),
  };
}

type Tell = (name: string, input: object) => Promise<string>;

async function study(studyId: string, tell: Tell): Promise<void> {
  const text = await readFile('examples/protocols/homework-by-telephone.protocol.json', 'utf8');
  const protocol: unknown = JSON.parse(text);
  await tell('registerStudy', { studyId, title: 'Homework by phone', timeZone: 'Europe/Stockholm' });
  await tell('openSite', { studyId, siteId: 'north', name: 'North', timeZone: 'Europe/Stockholm' });
  await tell('publishProtocol', { studyId, version: 1, changes: 'First', reason: 'A story', protocol });
  await tell('goLive', { studyId });
  await tell('publishDutyRota', { studyId, version: 1, rota: ROTA, reason: 'Start' });
  await tell('publishReminderPolicy', { studyId, version: 1, policy: POLICY, reason: 'Start' });
  await tell('publishSafetyRule', { studyId, ruleId: 'item-9', version: 1, rule: RULE });
  await tell('switchOnSafetyRule', { studyId, ruleId: 'item-9', version: 1, reason: 'Start' });
}

async function assignAll(studyId: string, participantId: string, tell: Tell): Promise<Scene['homework']> {
  const id = (name: string): string => `${studyId}-${name}`;
  const give = async (name: string, terms: object, verb = 'assignHomework'): Promise<void> => {
    const initiatedBy = verb === 'assignHomework' ? 'COLLABORATIVE' : 'THERAPIST';
    const usual = { performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST', focus: 'COGNITIVE' };
    await tell(verb, { assignmentId: id(name), participantId, initiatedBy, terms: { ...usual, ...terms } });
  };
  const on = (templateId: string) => ({ template: { templateId, version: 1 } });
  const note = 'Try the moment with your brother we talked about.';
  const by = { kind: 'BY', at: daysFromNow(0.02) };
  const daily = {
    kind: 'RECURRING',
    weekdays: DAILY,
    from: daysFromNow(-1).slice(0, 10),
    to: daysFromNow(20).slice(0, 10),
  };
  await give('record', {
    title: 'Thought record',
    medium: 'WORKSHEET',
    due: by,
    instructions: note,
    ...on('thought-record-5'),
  });
  await give('breathing', { title: 'Slow breathing', medium: 'PRACTICE', due: daily, ...on('slow-breathing') });
  await give('drawing', {
    title: 'Draw the worry',
    medium: 'DRAWING',
    due: { kind: 'BY', at: daysFromNow(2) },
    ...on('draw-the-feeling'),
  });
  await give('plain', {
    title: 'Call an old friend',
    medium: 'FREE',
    due: { kind: 'OPEN' },
    rationale: 'Being with people lifts the mood.',
  });
  await give('suggested', { title: 'Walk by the water', medium: 'FREE', due: { kind: 'OPEN' } }, 'proposeHomework');
  return {
    record: id('record'),
    breathing: id('breathing'),
    drawing: id('drawing'),
    plain: id('plain'),
    suggested: id('suggested'),
  };
}

async function code(stage: Pick<Stage, 'ask'>, input: object): Promise<string> {
  const { handOutSignInCode } = await stage.ask<{ handOutSignInCode: { code: string } }>(
    EVERYTHING,
    'mutation ($input: HandOutSignInCodeInput!) { handOutSignInCode(input: $input) { code } }',
    { input },
  );
  return handOutSignInCode.code;
}
