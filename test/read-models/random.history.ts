import fc from 'fast-check';
import { type DomainEvent, type Due, effective, type Fact, shapeOf } from '#domain';
import { at, DAY, exampleHistory, type ExampleLog, exampleTerms } from './example.log.ts';
import { planChoices } from './plan.choices.ts';

/** One step of a random history; numbers choose among what is there. */
export type Step =
  | {
      readonly kind: 'event';
      readonly subject: number;
      readonly what: number;
      readonly late: number;
      readonly text: string;
    }
  | { readonly kind: 'correct'; readonly which: number; readonly text: string }
  | { readonly kind: 'void'; readonly which: number }
  | { readonly kind: 'tomorrow' };

const text = fc.constantFrom('plain', 'tab\tnew\nline\\', 'quote "\' {a,b} \\N', 'éß漢🙂', '', '\u2028 \u0007');

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('event' as const),
        subject: fc.nat(3),
        what: fc.nat(99),
        late: fc.integer({ min: 0, max: 20 * DAY }),
        text,
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('correct' as const), which: fc.nat(200), text }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), which: fc.nat(200) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'tomorrow' as const }) },
  ),
  { minLength: 5, maxLength: 60 },
);

interface Entry {
  readonly id: string;
  readonly stream: string;
  readonly event: DomainEvent;
  readonly participantId: string;
}

/** Writes random histories: corrections, voids, corrections of corrections, late entries, people moved between records. */
export class RandomHistory {
  readonly #entries: Entry[] = [];
  readonly #log: ExampleLog;
  #steps = 0;

  constructor(log: ExampleLog) {
    this.#log = log;
  }

  async begin(definitions: Readonly<Record<string, object>>): Promise<void> {
    await this.#log.study();
    for (const [definitionId, definition] of Object.entries(definitions)) {
      const data = {
        definitionId,
        version: 1,
        definition: JSON.parse(JSON.stringify(definition)) as Record<string, never>,
      };
      await this.#log.add('study-s1', { type: 'AdherenceDefinitionPublished', data });
    }
    const instrument = { instrumentId: 'f', version: 1, instrument: EXAMPLE_FORM };
    await this.#log.add('study-s1', { type: 'InstrumentPublished', data: instrument });
    for (const code of ['p0', 'p1']) await this.#log.enrol(code);
    for (const subject of [0, 1, 2, 3]) await this.#found(subject);
  }

  /** Something to build upon: most steps say nothing where there is no assignment, session or therapist. */
  async #found(subject: number): Promise<void> {
    const participantId = `s1:p${subject % 2}`;
    const step: EventStep = { kind: 'event', subject, what: 0, late: 0, text: 'first' };
    const first = [
      agreementsOf(step, participantId, subject)[subject < 2 ? 3 : 2],
      meetingsOf(step, participantId, subject)[subject < 2 ? 0 : 2],
      peopleOf(step, participantId, subject)[5],
    ];
    for (const choice of first) {
      if (choice !== undefined) await this.#add({ stream: choice[0], event: choice[1], participantId }, -5 * DAY);
    }
  }

  async take(step: Step): Promise<void> {
    this.#steps += 1;
    switch (step.kind) {
      case 'event': {
        const participantId = `s1:p${step.subject % 2}`;
        const [stream, event] = eventOf(step, participantId, this.#steps);
        await this.#add({ stream, event, participantId }, -step.late);
        return;
      }
      case 'correct':
        return this.#correct(step.which, step.text);
      case 'void': {
        const entry = this.#pick(step.which);
        if (entry === undefined) return;
        const data = { entryId: entry.id, entryType: entry.event.type, reason: 'duplicate' as const };
        return this.#add({ ...entry, event: { type: 'EntryVoided', data } }, 0);
      }
      case 'tomorrow':
        this.#log.now += DAY;
    }
  }

  async #correct(which: number, note: string): Promise<void> {
    const entry = this.#pick(which);
    if (entry === undefined || entry.event.type === 'EntryCorrected' || entry.event.type === 'EntryVoided') return;
    const moved = 'participantId' in entry.event.data && which % 3 === 0 ? { participantId: 's1:p1' } : {};
    const replacement = JSON.parse(JSON.stringify({ ...entry.event.data, ...moved, note })) as Record<string, never>;
    const entryType = entry.event.type;
    const entryVersion = shapeOf(entryType).version;
    const data = { entryId: entry.id, entryType, entryVersion, replacement, reason: 'typing-error' as const };
    await this.#add({ ...entry, event: { type: 'EntryCorrected', data } }, 0);
  }

  #pick(which: number): Entry | undefined {
    return this.#entries[which % Math.max(1, this.#entries.length)];
  }

  async #add({ stream, event, participantId }: Omit<Entry, 'id'>, shift: number): Promise<void> {
    const occurredAt = new Date(this.#log.now + shift).toISOString();
    const owner = this.#ownerOf(stream) ?? participantId;
    const id = await this.#log.add(stream, event, { occurredAt, participantId: owner });
    this.#entries.push({ id, stream, event, participantId: owner });
  }

  /** Whose record a stream is by what stands of it: whoever writes to it writes under that name. */
  #ownerOf(stream: string): string | undefined {
    const own = this.#entries.filter((entry) => entry.stream === stream);
    const [first]: readonly Fact[] = effective(
      exampleHistory(
        stream,
        own.map(({ id, event, participantId }) => ({ ...event, id, metadata: { participantId } })),
      ),
    );
    return first !== undefined && 'participantId' in first.data ? first.data.participantId : undefined;
  }
}

type EventStep = Extract<Step, { kind: 'event' }>;

function eventOf(step: EventStep, participantId: string, n: number): [string, DomainEvent] {
  const choices = [
    ...workOf(step, participantId, n),
    ...agreementsOf(step, participantId, n),
    ...meetingsOf(step, participantId, n),
    ...judgementsOf(step, participantId, n),
    ...planChoices(step.subject, participantId, n),
    ...peopleOf(step, participantId, n),
  ];
  const [stream, event] = choices[step.what % choices.length] ?? ['', undefined];
  if (event === undefined) throw new Error('nothing to choose from');
  return [stream, event];
}

type Choices = readonly (readonly [string, DomainEvent])[];

function workOf({ subject, text: note }: EventStep, _participantId: string, n: number): Choices {
  const assignment = `assignment-a${subject}`;
  const client = { performer: 'client', informant: 'client' } as const;
  const attempt = { attemptId: `t${n % 4}`, version: 1, ...(n % 2 === 0 ? { occurrence: dayOf(n) } : {}) };
  return [
    [assignment, { type: 'AttemptStarted', data: { ...attempt, performer: 'client', startedAt: at(n) } }],
    [
      assignment,
      {
        type: 'AttemptRecorded',
        data: { ...client, ...attempt, outcome: 'part', endedAt: at(n * 977), note, barriers: ['practical'] },
      },
    ],
    [
      assignment,
      { type: 'AttemptRecorded', data: { ...attempt, performer: 'partner', informant: 'caregiver', outcome: 'full' } },
    ],
    [assignment, { type: 'AttemptAbandoned', data: { ...attempt, informant: 'client', barriers: [], note } }],
    [
      assignment,
      {
        type: 'OccurrenceReported',
        data: { occurrence: 'whole', informant: 'client', state: 'part', done: { amount: n / 3, unit: 'times' } },
      },
    ],
    [
      assignment,
      { type: 'OccurrenceReported', data: { occurrence: dayOf(n), informant: 'partner', state: 'not-done' } },
    ],
    [assignment, { type: 'OccurrenceVoided', data: { occurrence: dayOf(n), reason: 'hospital', note } }],
    [
      assignment,
      {
        type: 'OccurrenceDue',
        data: { occurrence: dayOf(n), version: 1, dueAt: at((n % 9) * DAY), dueDate: dayOf(n) },
      },
    ],
    [assignment, { type: 'FeedbackGiven', data: { by: 'therapist', attemptId: `t${n % 4}`, text: note } }],
    [assignment, { type: 'SharingChanged', data: { attemptId: `t${n % 4}`, visibility: 'private' } }],
    [assignment, { type: 'HomeworkCompleted', data: { version: 1, informant: 'client', late: false } }],
  ];
}

/** A day of the recurring work below, or one beside it. */
function dayOf(n: number): string {
  return at((n % 9) * DAY).slice(0, 10);
}

function agreementsOf({ subject, text: note }: EventStep, participantId: string, n: number): Choices {
  const assignment = `assignment-a${subject}`;
  const named = { assignmentId: `a${subject}`, participantId };
  const daily: Due = { kind: 'recurring', weekdays: ['monday', 'wednesday', 'friday'], from: dayOf(0), to: dayOf(8) };
  const recurring = { ...exampleTerms(), due: daily };
  return [
    [assignment, { type: 'HomeworkProposed', data: { ...named, initiatedBy: 'client', terms: exampleTerms() } }],
    [assignment, { type: 'AssignmentDeclined', data: { by: 'client', reason: 'no-time', note } }],
    [assignment, { type: 'HomeworkAssigned', data: { ...named, initiatedBy: 'client', terms: exampleTerms() } }],
    [assignment, { type: 'HomeworkAssigned', data: { ...named, initiatedBy: 'collaborative', terms: recurring } }],
    [
      assignment,
      {
        type: 'AssignmentAdjusted',
        data: { version: n + 1, terms: { dose: { amount: 0.1 + n, unit: 'times' } }, trigger: 'too-easy', note },
      },
    ],
    [
      assignment,
      {
        type: 'AssignmentAdjusted',
        data: {
          ...{ version: n + 1, trigger: 'practical', removed: ['dose', 'rationale'] },
          terms: { due: { ...daily, weekdays: ['tuesday', 'friday'], by: '18:30' } },
        },
      },
    ],
    [assignment, { type: 'HomeworkOpened', data: { by: 'client', version: 1 } }],
    [assignment, { type: 'ClarificationRequested', data: { by: 'client', question: note } }],
    [assignment, { type: 'ClarificationGiven', data: { answer: note } }],
    [
      assignment,
      { type: 'HomeworkReviewed', data: { version: 1, sessionId: `v${n % 4}`, reviewer: 'therapist', note } },
    ],
    [assignment, { type: 'AssignmentExpired', data: { version: 1, reported: false } }],
    [assignment, { type: 'AssignmentWithdrawn', data: { version: 1, reason: 'other', note } }],
  ];
}

function meetingsOf({ subject, text: note }: EventStep, participantId: string, n: number): Choices {
  const stream = `session-v${subject}`;
  const session = { sessionId: `v${subject}`, sessionNumber: subject, participants: ['s1:p0', 's1:p1'] };
  const alone = { ...session, participants: [participantId] };
  return [
    [
      stream,
      {
        type: 'SessionScheduled',
        data: { ...session, deliverers: [], modality: 'video', startsAt: at((n % 30) * DAY) },
      },
    ],
    [stream, { type: 'SessionCancelled', data: { by: 'site', reason: 'no-room' } }],
    [stream, { type: 'SessionHeld', data: { ...session, deliverers: ['d1'], modality: 'group' } }],
    [stream, { type: 'SessionMissed', data: { ...alone, reason: 'illness' } }],
    [stream, { type: 'HomeworkSectionLogged', data: { participantId, reviewed: 'reviewed', assigned: 'none', note } }],
    [
      `session-c${subject}`,
      {
        type: 'ContactMade',
        data: { sessionId: `c${subject}`, participants: alone.participants, by: 'client', channel: 'app', minutes: n },
      },
    ],
  ];
}

function judgementsOf({ subject, text: note }: EventStep, participantId: string, n: number): Choices {
  return [
    [
      `rating-r${subject}`,
      {
        type: 'RatingRecorded',
        data: {
          ratingId: `r${subject}`,
          participantId,
          form: { formId: 'f', version: 1 },
          rater: { raterId: 'x', role: 'client' },
          target: { kind: 'assignment', assignmentId: `a${subject}`, version: 1 },
          items: { q1: n / 7 },
          retrospective: true,
          note,
        },
      },
    ],
    [
      `measure-m${subject}`,
      {
        type: 'MeasureRecorded',
        data: {
          measureId: `m${subject}`,
          participantId,
          instrument: { instrumentId: 'phq-9', version: 1 },
          occasion: 'week-1',
          items: { q1: null, q2: n },
          timing: 'unknown',
          informant: 'client',
        },
      },
    ],
    ...outcomeChoices(subject, participantId, n),
  ];
}

function peopleOf({ subject, text: note }: EventStep, participantId: string, n: number): Choices {
  const person = `participant-${participantId}`;
  const therapist = `therapist-d${subject}`;
  const registered = { therapistId: `d${subject}`, studyId: 's1', profession: 'psychologist' };
  return [
    [person, { type: 'ParticipantDiscontinued', data: { from: 'intervention', reason: 'no-time', note } }],
    [person, { type: 'TimeZoneChanged', data: { timeZone: 'Pacific/Auckland', from: dayOf(n) } }],
    [person, { type: 'BaselineRecorded', data: { characteristics: { sex: note, 'age-band': n, other: null } } }],
    [person, { type: 'TherapistAssigned', data: { therapistId: `d${subject}`, from: dayOf(n) } }],
    [
      person,
      { type: 'ConcomitantTreatmentChanged', data: { treatment: `x${n % 2}`, kind: 'medication', change: 'stopped' } },
    ],
    [therapist, { type: 'TherapistRegistered', data: registered }],
    [therapist, { type: 'RaterCertified', data: { formId: 'f', formVersion: 1, on: dayOf(n) } }],
    [therapist, { type: 'SupervisionHeld', data: { supervisorId: 'x', minutes: n, cases: [] } }],
  ];
}

/** A form as a study's own instrument. */
const EXAMPLE_FORM = {
  ...{ format: 1, id: 'f', version: 1, title: 'Form', licence: 'ours', citation: 'none', better: 'lower' },
  items: [{ code: 'q1', min: 0, max: 9 }],
  scales: [{ id: 'total', items: ['q1'], missing: { rule: 'none-allowed' } }],
  total: { scale: 'total', min: 0, max: 9 },
  reliableChange: { scale: 'total', at: 3, source: 'nobody' },
};

function outcomeChoices(subject: number, participantId: string, n: number): readonly [string, DomainEvent][] {
  const occasion = {
    measureId: `m${subject}`,
    participantId,
    instrument: { instrumentId: n % 2 === 0 ? 'f' : 'bdi', version: 1 },
    occasion: `week-${subject}`,
  };
  const day = (days: number): string => at(days * DAY).slice(0, 10);
  const window = { dueDate: day(n % 9), windowFrom: day((n % 9) - 1), windowTo: day((n % 9) + 1) };
  const harm = {
    adverseEventId: `h${n % 3}`,
    serious: n % 2 === 0,
    severity: 'mild',
    relatedness: 'possible',
    expected: false,
    onset: day(0),
    outcome: 'unknown',
    description: 'text',
  } as const;
  const person = `participant-${participantId}`;
  return [
    [`measure-m${subject}`, { type: 'MeasureDue', data: { ...occasion, ...window } }],
    [`measure-n${n}`, { type: 'MeasureDue', data: { ...occasion, ...window, measureId: `n${n}` } }],
    [`measure-m${subject}`, { type: 'MeasureMissed', data: { ...occasion, reason: 'declined' } }],
    [
      `measure-n${n}`,
      {
        type: 'MeasureRecorded',
        data: {
          ...{
            ...occasion,
            measureId: `n${n}`,
            items: n % 2 === 0 ? { q1: n % 11 } : {},
            reportedTotal: (n * 13) % 60,
          },
          ...{ timing: 'before-session', informant: 'client' },
        },
      },
    ],
    [person, { type: 'AdverseEventReported', data: harm }],
    [
      person,
      {
        type: 'ConcomitantTreatmentChanged',
        data: { treatment: 'sertraline', kind: 'medication', change: 'started', on: day(n % 5) },
      },
    ],
    [
      person,
      {
        type: 'ParticipantScreened',
        data: { participantId, studyId: 's1', code: 'p', eligible: n % 2 === 0, exclusions: ['age'] },
      },
    ],
    ['study-s1', { type: 'ProtocolPublished', data: { version: n, changes: 'some', reason: 'needed' } }],
  ];
}
