import type { GraphqlClient, ReceiptAnswer } from '../api/graphql-client.ts';

/** Two studies, two sites of the first, and everything that can be on the record of a participant. */
export const STUDY = 'alpha';
export const OTHER_STUDY = 'beta';
export const MARKER = 'TELLTALE';

/** A participant of the scene and the ids of their record. */
export interface Person {
  readonly code: string;
  readonly studyId: string;
  readonly siteId: string;
  readonly therapistId: string;
  readonly participantId: string;
  readonly assignmentId: string;
  readonly sessionId: string;
  readonly measureId: string;
  readonly arm: string;
}

const person = (code: string, siteId: string, therapistId: string, arm: string, studyId = STUDY): Person => ({
  ...{ code, studyId, siteId, therapistId, arm, participantId: `${studyId}:${code}` },
  ...{ assignmentId: `hw-${code}`, sessionId: `session-${code}`, measureId: `measure-${code}` },
});

export const PEOPLE = {
  own: person('N1', 'north', 'ann', 'treated'),
  otherCaseload: person('N2', 'north', 'bob', 'waiting'),
  otherSite: person('S1', 'south', 'cid', 'treated'),
  otherStudy: person('B1', 'west', 'dee', 'waiting', OTHER_STUDY),
} as const;
export type Situation = keyof typeof PEOPLE;
export const SITUATIONS = Object.keys(PEOPLE) as readonly Situation[];

/** Staff by what they do; each holds one role, in the first study. */
export const STAFF_AT_NORTH = [
  ...['site-investigator', 'outcome-assessor', 'analyst', 'dmc-statistician', 'monitor', 'privacy-officer'],
] as const;

export const definition = {
  ...{ format: 'intersession.adherence/1', id: 'often', version: 1, title: 'At least one attempt' },
  ...{ source: { citation: 'A spec' }, log: { kind: 'exhaustive' }, windows: { record: { kind: 'record' } } },
  ...{ quantities: { attempts: { kind: 'attempts', window: 'record' } }, value: 'attempts' },
  adherent: { kind: 'at-least', quantity: 'attempts', threshold: 1, unit: 'attempts' },
};

const always = {
  ...{ ...definition, id: 'always', title: 'Very many attempts' },
  adherent: { ...definition.adherent, threshold: 99 },
};

export const MOOD = {
  ...{ format: 1, id: 'mood', version: 1, title: 'Mood', licence: 'ours', citation: 'none', better: 'higher' },
  items: ['a', 'b'].map((code) => ({ code, min: 0, max: 4 })),
  scales: [{ id: 'total', items: ['a', 'b'], missing: { rule: 'none-allowed' } }],
  total: { scale: 'total', min: 0, max: 8 },
};

/** How the studies of the scene are watched over. */
export const RULE = {
  ...{ format: 'intersession.safety/1', title: 'Item 9', source: 'A spec' },
  ...{ sign: { kind: 'item', instrumentId: 'phq-9', item: 'q9' }, grades: [{ atLeast: 1, grade: 'low' }] },
};
const everyDay = { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] };
const round = { ...everyDay, from: '00:00', to: '24:00' };
export const ROTA = {
  ...{ format: 'intersession.duty/1', timeZone: 'UTC', cover: [round], last: 'coordinator' },
  ...{ shifts: [{ ...round, people: ['ann', 'bob'] }], passOnAfter: { low: 480, moderate: 120, high: 30 } },
  ...{ readingTimes: 'This is no crisis service. Answers are read on working days.' },
  contacts: [{ name: 'Emergency', how: '112' }],
};
export const POLICY = {
  ...{ format: 'intersession.reminders/1', channels: ['email'], homework: { daysBefore: 0 }, measures: null },
  ...{ at: '17:00', quiet: { from: '21:00', to: '08:00' }, mostADay: 3 },
};

export const enumName = (role: string): string => role.toUpperCase().replaceAll('-', '_');
const day = (number: number, hour = 10) => ({ occurredAt: new Date(Date.UTC(2026, 2, number, hour)).toISOString() });

/** Writes the scene. @returns the last receipt */
export async function setScene(stage: GraphqlClient): Promise<ReceiptAnswer> {
  const say = (name: string, input: object, meta: object = {}) => stage.receipt(name, input, meta);
  for (const studyId of [STUDY, OTHER_STUDY]) {
    await say('registerStudy', { studyId, title: `Study ${studyId}`, timeZone: 'UTC' }, day(1));
    await say('publishProtocol', { studyId, version: 1, changes: 'First', reason: 'Start' }, day(1));
    await say('publishAdherenceDefinition', { studyId, definitionId: 'often', version: 1, definition }, day(1));
    await say(
      'publishAdherenceDefinition',
      { studyId, definitionId: 'always', version: 1, definition: always },
      day(1),
    );
    await say('publishInstrument', { studyId, instrumentId: 'mood', version: 1, instrument: MOOD }, day(1));
    await say('publishDutyRota', { studyId, version: 1, rota: ROTA, reason: 'Start' }, day(1));
    await say('publishSafetyRule', { studyId, ruleId: 'walked', version: 1, rule: RULE }, day(1));
    const arms = ['treated', 'waiting'].map((arm) => ({ arm, ratio: 1 }));
    const factors = [{ factor: 'site', levels: ['north', 'south', 'west'] }];
    const blocks = { method: 'PERMUTED_BLOCKS', blockSizes: [2, 4], planned: 20 };
    await say('sealAllocationSequence', { studyId, arms, factors, ...blocks }, day(1));
  }
  for (const [studyId, siteId] of [
    [STUDY, 'north'],
    [STUDY, 'south'],
    [OTHER_STUDY, 'west'],
  ] as const) {
    await say('openSite', { studyId, siteId, name: `Site ${siteId}`, timeZone: 'UTC' }, day(1));
  }
  await appointEverybody(say);
  for (const situation of SITUATIONS) {
    await recordPerson(say, PEOPLE[situation]);
    const { assignmentId, code } = PEOPLE[situation];
    const { status, text } = await stage.upload(`${assignmentId}/photo-${code}`, PICTURE);
    if (status !== 201) throw new Error(text);
  }
  for (const { studyId, siteId, code } of Object.values(PEOPLE)) {
    const excluded = { studyId, siteId, code: `X-${code}`, eligible: false, exclusions: ['age'] };
    await say('screenParticipant', excluded, day(2));
  }
  return say('pauseEnrolment', { studyId: OTHER_STUDY, reason: 'The end of the scene' });
}

type Say = (name: string, input: object, meta?: object) => Promise<ReceiptAnswer>;

async function appointEverybody(say: Say): Promise<void> {
  const appoint = (staffId: string, role: string, siteId?: string) =>
    say('appointStaff', { studyId: STUDY, staffId, role: enumName(role), siteId, from: '2026-01-01' });
  for (const role of STAFF_AT_NORTH) await appoint(role, role, 'north');
  for (const role of ['coordinator', 'researcher']) await appoint(role, role);
  await appoint('coordinator-north', 'coordinator', 'north');
  for (const clinician of ['ann', 'bob', 'cid']) await appoint(clinician, 'clinician');
  await appoint('sue', 'supervisor');
  await say('nameSupervisor', { studyId: STUDY, supervisorId: 'sue', staffId: 'ann', from: '2026-01-01' });
  await appoint('rae', 'fidelity-rater');
  const { own } = PEOPLE;
  const sample = { sessions: [own.sessionId], assignments: [own.assignmentId] };
  await say('assignRatingSample', { studyId: STUDY, raterId: 'rae', ...sample });
}

async function recordPerson(say: Say, person: Person): Promise<void> {
  const { studyId, siteId, therapistId, participantId, code, arm } = person;
  const therapist = { studyId, siteId, therapistId, profession: 'Psychologist' };
  await say('registerTherapist', therapist, day(1));
  await say('screenParticipant', { studyId, siteId, code, eligible: true, exclusions: [] }, day(2));
  const consent = { version: '1', consenter: 'PARTICIPANT', capacity: 'HAS_CAPACITY', language: 'en' };
  await say('giveConsent', { participantId, scopes: ['TREATMENT_DATA', 'HOMEWORK_CONTENT'], ...consent }, day(2));
  await say('enrolParticipant', { studyId, siteId, code }, day(3));
  await say('planReconsent', { participantId, because: 'MAJORITY', due: '2046-08' }, day(3));
  await say(
    'recordBaseline',
    { participantId, characteristics: { sex: 'female', group: arm, medication: 'none' } },
    day(3),
  );
  await say('allocateParticipant', { studyId, participantId, levels: { site: siteId } }, day(3));
  await say('unblindParticipant', { studyId, participantId, reason: 'MEDICAL_EMERGENCY' }, day(4));
  await say('assignTherapist', { participantId, therapistId, from: '2026-03-03' }, day(3));
  await say('linkPerson', { participantId, personId: `parent-of-${code}`, relation: 'PARENT' }, day(3));
  await recordConduct(say, person);
  await recordMeasures(say, person);
  await recordWork(say, person);
}

async function recordConduct(say: Say, { participantId, code }: Person): Promise<void> {
  const harm = { serious: false, severity: 'MILD', relatedness: 'UNLIKELY', expected: false, outcome: 'RECOVERED' };
  const told = { onset: '2026-03-05', description: `Conduct ${MARKER} ${code}` };
  await say('reportAdverseEvent', { participantId, adverseEventId: `ae-${code}`, ...harm, ...told }, day(5));
  const worry = { grade: 'LOW', note: `Conduct ${MARKER} worry ${code}` };
  await say('raiseConcern', { participantId, alertId: `alert-${code}`, ...worry }, day(5));
  await say('setReminderPreferences', { participantId, channels: ['EMAIL'], times: ['18:00'] }, day(5));
  const treatment = { treatment: 'sertraline', kind: 'MEDICATION', change: 'STARTED' };
  await say('changeConcomitantTreatment', { participantId, ...treatment }, day(5));
}

async function recordMeasures(say: Say, { participantId, measureId, code }: Person): Promise<void> {
  for (const [week, value] of [3, 3, 3, 1, 0, 0].entries()) {
    await say(
      'recordMeasure',
      {
        ...{ participantId, measureId: week === 0 ? measureId : `${measureId}-${week}` },
        instrument: { instrumentId: 'phq-9', version: 1 },
        occasion: `week-${week}`,
        items: Array.from({ length: 9 }, (_, item) => ({ item: `q${item + 1}`, value })),
        ...{ timing: 'BEFORE_SESSION', recallDays: 14, informant: 'CLIENT' },
      },
      day(4 + week, 8),
    );
  }
  const due = { instrument: { instrumentId: 'phq-9', version: 1 }, occasion: 'month-2', dueDate: '2026-05-01' };
  const window = { window: { from: '2026-04-20', to: '2026-05-10' } };
  await say('dueMeasure', { participantId, measureId: `due-${code}`, ...due, ...window }).catch(() => undefined);
}

export const terms = {
  ...{ title: `Title ${MARKER}`, focus: 'COGNITIVE', medium: 'WORKSHEET', goal: `Goal ${MARKER}` },
  ...{ dose: { amount: 2, unit: 'RECORDS' }, due: { kind: 'BY', at: '2026-03-10T17:00:00.000Z' }, difficulty: 3 },
  ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST', confidence: 70 },
};

/** A worksheet of a study’s own, of one line. */
export const worksheetOf = (id: string) => ({
  ...{ format: 'intersession.worksheet/1', id, version: 1, languages: ['en'], title: { en: 'One line' } },
  ...{ origin: { author: 'The study', licence: 'CC BY 4.0' }, clinicalReview: { status: 'not-reviewed' } },
  ...{ approach: ['journaling'], needs: ['worry'], goals: ['calm'], focus: 'self-monitoring', medium: 'journal' },
  ...{ mechanism: 'awareness', minutes: 2, difficulty: 0, objective: { en: 'Notice the day.' } },
  ...{ rationale: { en: 'One line is enough.' }, steps: [{ en: 'Write a line.' }], example: { en: 'Rain.' } },
  ...{ easier: { text: { en: 'One word.' } }, harder: { text: { en: 'Two lines.' } } },
  accessibility: { serves: ['plain-language'], notes: { en: 'Any pen.' } },
  sources: [{ citation: 'Ours' }],
  fields: [{ kind: 'text', id: 'line', label: { en: 'A line' } }],
});

/** Answers to it, as they are sent. */
export const answersTo = (id: string, line: string): string =>
  JSON.stringify({ worksheet: { id, version: 1 }, values: { line } });

/** Goals, the if-then plan, questions, and work on a worksheet. */
async function recordPlan(say: Say, { assignmentId, code }: Person): Promise<void> {
  await say('linkToGoals', { assignmentId, goalIds: [`goal-${code}`] }, day(4));
  const plan = { situation: `Plan ${MARKER} ${code}`, action: `Plan ${MARKER} ${code}`, obstacles: ['FORGETTING'] };
  await say('makePlan', { assignmentId, ...plan, confidence: 80 }, day(4));
  await say('requestClarification', { assignmentId, by: 'CLIENT', question: `Question ${MARKER} ${code}` }, day(5));
  await say('giveClarification', { assignmentId, answer: `Answer ${MARKER} ${code}` }, day(5));
  await say('requestClarification', { assignmentId, by: 'CLIENT', question: `Question ${MARKER} ${code}` }, day(5));
  const submission = { performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL', helpfulness: 4 };
  const worksheet = { templateId: `template-${code.toLowerCase()}`, version: 1 };
  const answers = answersTo(worksheet.templateId, `Sheet ${MARKER} ${code}`);
  const attemptId = `sheet-${code}`;
  await say('submitWorksheet', { assignmentId, attemptId, ...submission, worksheet, answers }, day(5));
}

/** The smallest of pictures. */
export const PICTURE = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001',
  'hex',
);

async function recordWork(say: Say, person: Person): Promise<void> {
  const { studyId, participantId, assignmentId, sessionId, therapistId, code } = person;
  const template = { templateId: `template-${code.toLowerCase()}`, version: 1 };
  const { templateId } = template;
  await say('draftTemplate', { studyId, templateId, title: 'Thoughts', content: worksheetOf(templateId) }, day(3));
  await say('publishTemplate', template, day(3));
  for (const goalId of [`goal-${code}`, `wish-${code}`]) {
    await say('setGoal', { goalId, participantId, setBy: 'CLIENT', statement: `Goal ${MARKER} ${code}` }, day(3));
  }
  const session = { studyId, participants: [participantId], deliverers: [therapistId], modality: 'IN_PERSON' };
  await say('holdSession', { ...session, sessionId: `${sessionId}-0`, sessionNumber: 0 }, day(4, 9));
  await say(
    'assignHomework',
    { assignmentId, participantId, initiatedBy: 'COLLABORATIVE', terms: { ...terms, template } },
    day(4),
  );
  await recordPlan(say, person);
  const attempt = { assignmentId, attemptId: `try-${code}`, performer: 'CLIENT', informant: 'CLIENT', outcome: 'FULL' };
  const diary = { done: { amount: 2, unit: 'RECORDS' }, note: `Diary ${MARKER} ${code}` };
  await say('recordAttempt', { ...attempt, ...diary }, day(6));
  const report = { state: 'PART', informant: 'CLIENT', done: { amount: 1, unit: 'RECORDS' } };
  await say('reportOccurrence', { assignmentId, ...report }, day(6));
  const change = { terms: { difficulty: 1 }, trigger: 'TOO_DIFFICULT', note: `Eased ${MARKER}` };
  await say('adjustAssignment', { assignmentId, ...change }, day(7));
  await say('holdSession', { ...session, sessionId, sessionNumber: 1 }, day(11, 9));
  const section = { studyId, sessionId, participantId, reviewed: 'REVIEWED', assigned: 'NONE', whyNot: 'NO_TIME' };
  await say('logHomeworkSection', { ...section, minutes: 5, note: `Session ${MARKER}` }, day(11, 10));
  const review = { assignmentId, sessionId, reviewer: 'THERAPIST', helpfulness: 3, note: `Review ${MARKER}` };
  await say('reviewHomework', review, day(11, 10));
  const contact = { studyId, participants: [participantId], by: 'THERAPIST', channel: 'TELEPHONE', minutes: 5 };
  await say('makeContact', { ...contact, sessionId: `contact-${code}` }, day(8));
  const open = { kind: 'MISSING', question: `Conduct ${MARKER}?`, category: 'participant', recordId: participantId };
  await say('openQuery', { participantId, queryId: `query-${code}`, ...open }, day(12));
  const next = { studyId, sessionId: `${sessionId}-2`, sessionNumber: 2, startsAt: '2026-03-25T09:00:00.000Z' };
  const planned = { participants: [participantId], deliverers: [therapistId], modality: 'IN_PERSON' };
  await say('scheduleSession', { ...next, ...planned }, day(11));
  await say('recordAttempt', { ...attempt, attemptId: `again-${code}` }, day(12));
  const left = { from: 'STUDY', reason: 'NO_TIME', note: `Conduct ${MARKER} left` };
  await say('discontinueParticipant', { participantId, ...left }, day(13));
  const rating = { form: { formId: 'assignment-compliance', version: 1 }, rater: { raterId: 'rae', role: 'OBSERVER' } };
  const target = {
    target: { kind: 'ASSIGNMENT', assignmentId, version: 1 },
    items: [{ item: 'compliance', value: 4 }],
  };
  await say(
    'recordRating',
    { ratingId: `r-${code}`, participantId, retrospective: true, ...rating, ...target },
    day(12),
  );
  const record = { category: 'RATING', recordId: `r-${code}` };
  await say('signRecord', { ...record, meaning: 'REVIEWED' }, day(12));
  const whole = { category: 'PARTICIPANT', recordId: participantId, meaning: 'REVIEWED' };
  await say('signRecord', whole, day(12));
  await say('freezeRecord', { ...record, reason: 'As it should be' }, day(12));
}
