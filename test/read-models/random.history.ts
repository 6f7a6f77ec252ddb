import fc from 'fast-check';
import { type DomainEvent, shapeOf } from '#domain';
import { at, DAY, type ExampleLog, exampleTerms } from './example.log.ts';

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
        what: fc.nat(59),
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
    const id = await this.#log.add(stream, event, { occurredAt, participantId });
    this.#entries.push({ id, stream, event, participantId });
  }
}

type EventStep = Extract<Step, { kind: 'event' }>;

function eventOf({ subject, what, text: note }: EventStep, participantId: string, n: number): [string, DomainEvent] {
  const assignment = `assignment-a${subject}`;
  const client = { performer: 'client', informant: 'client' } as const;
  const session = { sessionId: `v${subject}`, sessionNumber: subject, participants: ['s1:p0', 's1:p1'] };
  const choices: readonly [string, DomainEvent][] = [
    [
      assignment,
      {
        type: 'HomeworkAssigned',
        data: { assignmentId: `a${subject}`, participantId, initiatedBy: 'client', terms: exampleTerms() },
      },
    ],
    [
      assignment,
      {
        type: 'AssignmentAdjusted',
        data: { version: n + 1, terms: { dose: { amount: 0.1 + n, unit: 'times' } }, trigger: 'too-easy', note },
      },
    ],
    [
      assignment,
      { type: 'AttemptStarted', data: { attemptId: `t${n % 4}`, version: 1, performer: 'client', startedAt: at(n) } },
    ],
    [
      assignment,
      {
        type: 'AttemptRecorded',
        data: {
          ...client,
          attemptId: `t${n % 4}`,
          version: 1,
          outcome: 'part',
          endedAt: at(n * 977),
          note,
          barriers: ['practical'],
        },
      },
    ],
    [
      assignment,
      {
        type: 'AttemptAbandoned',
        data: { attemptId: `t${n % 4}`, version: 1, informant: 'client', barriers: [], note },
      },
    ],
    [
      assignment,
      {
        type: 'OccurrenceReported',
        data: { occurrence: 'whole', informant: 'client', state: 'part', done: { amount: n / 3, unit: 'times' } },
      },
    ],
    [assignment, { type: 'HomeworkCompleted', data: { version: 1, informant: 'client', late: false } }],
    [assignment, { type: 'AssignmentExpired', data: { version: 1, reported: false } }],
    [assignment, { type: 'AssignmentWithdrawn', data: { version: 1, reason: 'other', note } }],
    [`session-v${subject}`, { type: 'SessionHeld', data: { ...session, deliverers: ['d1'], modality: 'group' } }],
    [`session-v${subject}`, { type: 'SessionMissed', data: { ...session, reason: 'illness' } }],
    [
      `session-v${subject}`,
      { type: 'HomeworkSectionLogged', data: { participantId, reviewed: 'reviewed', assigned: 'none', note } },
    ],
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
    [
      `participant-${participantId}`,
      { type: 'ParticipantDiscontinued', data: { from: 'intervention', reason: 'no-time', note } },
    ],
  ];
  return choices[what % choices.length] ?? choices[0] ?? [assignment, { type: 'ParticipantCompleted', data: {} }];
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
