import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import {
  type StoredText,
  decode,
  deciders,
  eventCatalogue,
  mapSealedFields,
  participantsOf,
  shapeOf,
  storedNames,
} from './catalogue.ts';
import { METADATA, ORDINARY } from './kernel/decider.specification.ts';
import type { AnyCommand, Decider } from './kernel/decider.ts';
import { isRefusal } from './kernel/decider.ts';
import type { AnyEvent } from './kernel/event.ts';
import { REFUSALS } from './kernel/refusals.ts';
import { ERASED, sealedPaths } from './kernel/sealed.ts';
import { UnreadableEvent } from './kernel/upcast.ts';

const stored = (type: string, data: object, schemaVersion = 1): StoredText => ({
  id: '00000000-0000-5000-8000-000000000000',
  type,
  stream: 'participant-stress:P001',
  revision: 0,
  recordedAt: '2026-03-01T12:00:01.000Z',
  data: JSON.stringify(data),
  metadata: JSON.stringify({ ...METADATA, schemaVersion }),
});

describe('the catalogue', () => {
  it('has every type once, with a version and a meaning', () => {
    const types = eventCatalogue.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const { type, version, about } of eventCatalogue) {
      expect(type).toMatch(/^[A-Z][a-z]+([A-Z][a-z]+)+$/);
      expect(version).toBeGreaterThanOrEqual(1);
      expect(about).toMatch(/^[A-Z“].{20,}\.$/);
      expect(storedNames(type)).toEqual([type]);
    }
  });

  it('finds every sealed field that any of its schemas holds', () => {
    for (const { type, data } of eventCatalogue) {
      // Free text is what people write; wherever it is not sealed, it would lie open in the log.
      const open = textFields(data).filter((path) => !sealedPaths(data).includes(path));
      expect({ type, open }).toEqual({ type, open: [] });
    }
  });

  it('refuses what this software cannot know', () => {
    expect(() => decode(stored('ShoeBought', {}))).toThrow(new UnreadableEvent('unknown event type ShoeBought'));
    expect(() => decode(stored('ParticipantCompleted', {}, 2))).toThrow('newer than this software');
    expect(() => shapeOf('toString')).toThrow(UnreadableEvent);
    const correction = { entryType: 'ShoeBought', entryVersion: 1, replacement: {} };
    expect(() => decode(stored('EntryCorrected', correction))).toThrow('unknown event type ShoeBought');
    const newer = { entryType: 'ParticipantCompleted', entryVersion: 9, replacement: {} };
    expect(() => decode(stored('EntryCorrected', newer))).toThrow('newer than this software');
  });

  it('seals a correction as the entry it corrects', () => {
    const corrected = {
      type: 'EntryCorrected',
      data: {
        entryId: METADATA.commandId,
        entryType: 'HomeworkAssigned',
        entryVersion: 1,
        replacement: { assignmentId: 'A1', terms: { title: 'private', dose: { amount: 1, unit: 'pages' } } },
        reason: 'other',
        note: 'private',
      },
    };
    const met: string[] = [];
    const sealedData = mapSealedFields(corrected, (_, path) => {
      met.push(path.join('.'));
      return ERASED;
    });
    expect(met.sort()).toEqual(['note', 'replacement.terms.title']);
    expect(JSON.stringify(sealedData)).not.toContain('private');
  });

  it('knows everybody a group session is part of', () => {
    const data = { sessionId: 'S', sessionNumber: 1, participants: ['a', 'b'], deliverers: [], modality: 'group' };
    expect(participantsOf(decode(stored('SessionHeld', data)))).toEqual(['a', 'b']);
    expect(participantsOf(decode(stored('ParticipantCompleted', {})))).toEqual([]);
  });
});

/** Dotted paths of every string that may be longer than a label, through every kind of schema. */
function textFields(schema: z.ZodType, path = ''): string[] {
  const within = (inner: unknown, at: string) => (inner instanceof z.ZodType ? textFields(inner, at) : []);
  if (schema instanceof z.ZodString) return (schema.maxLength ?? 0) > 1_000 ? [path] : [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return within(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return within(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => within(option, path));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]) => within(field, path === '' ? name : `${path}.${name}`));
}

/** Commands over few ids, so that they meet one another. */
const id = fc.constantFrom('one', 'two');
const version = fc.integer({ min: 1, max: 3 });
const note = fc.option(fc.string({ maxLength: 20 }), { nil: undefined });
const informant = fc.constantFrom('client', 'therapist');
const studyId = fc.constant('stress');
const participantId = fc.constant('stress:P001');
const base = { assignmentId: fc.constant('one') };
const terms = {
  title: fc.constantFrom('Walk', 'Read'),
  focus: fc.constant('behavioural'),
  medium: fc.constant('practice'),
  due: fc.constantFrom({ kind: 'open' }, { kind: 'by', at: '2026-03-01T00:00:00.000Z' }),
  performers: fc.constant(['client']),
  setting: fc.constant('session'),
  visibility: fc.constant('therapist'),
};
const attempt = { ...base, attemptId: id, informant, note };
const is = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...fields });
const occasion = {
  measureId: fc.constant('M'),
  participantId,
  instrument: fc.constant({ instrumentId: 'PHQ-9', version: 1 }),
  occasion: fc.constant('baseline'),
};
const session = {
  sessionId: fc.constant('S'),
  studyId,
  sessionNumber: version,
  participants: fc.constant(['stress:P001']),
};

const anyCommand = {
  study: fc.oneof(
    is('RegisterStudy', { studyId, title: fc.constant('T'), timeZone: fc.constant('UTC') }),
    is('PublishProtocol', { studyId, version, changes: fc.constant('C'), reason: fc.constant('R') }),
    is('OpenSite', { studyId, siteId: id, name: fc.constant('N'), timeZone: fc.constant('UTC') }),
    is('PublishAdherenceDefinition', { studyId, definitionId: id, version, definition: fc.constant({}) }),
  ),
  participant: fc.oneof(
    is('EnrolParticipant', { participantId, studyId, code: fc.constant('P001') }),
    is('DiscontinueParticipant', { participantId, from: fc.constant('study'), reason: fc.constant('moved'), note }),
    is('CompleteParticipant', { participantId }),
    is('ErasePersonalData', { participantId, requestedBy: fc.constant('participant') }),
  ),
  session: fc.oneof(
    is('HoldSession', { ...session, deliverers: fc.constant([]), modality: fc.constant('video') }),
    is('MissSession', { ...session, reason: fc.constant('illness') }),
    is('LogHomeworkSection', {
      sessionId: fc.constant('S'),
      studyId,
      participantId,
      reviewed: fc.constant('reviewed'),
      assigned: fc.constant('none'),
      note,
    }),
  ),
  assignment: fc.oneof(
    is('AssignHomework', { ...base, participantId, initiatedBy: fc.constant('client'), terms: fc.record(terms) }),
    is('AdjustAssignment', {
      ...base,
      terms: fc.record(terms, { requiredKeys: [] }),
      trigger: fc.constant('practical'),
      note,
    }),
    is('StartAttempt', {
      ...base,
      attemptId: id,
      performer: fc.constant('client'),
      startedAt: fc.constant('2026-03-01T10:00:00.000Z'),
    }),
    is('RecordAttempt', { ...attempt, performer: fc.constant('client'), outcome: fc.constant('full') }),
    is('AbandonAttempt', { ...attempt, barriers: fc.constant(['technical']) }),
    is('ReportOccurrence', { ...base, informant, state: fc.constant('done'), note }),
    is('CompleteHomework', { ...base, informant }),
    is('ExpireAssignment', base),
    is('WithdrawAssignment', { ...base, reason: fc.constant('other'), note }),
  ),
  rating: is('RecordRating', {
    ratingId: fc.constant('R'),
    participantId,
    form: fc.constant({ formId: 'HRS', version: 1 }),
    rater: fc.constant({ raterId: 'r', role: 'therapist' }),
    target: fc.constant({ kind: 'session', sessionId: 'S' }),
    items: fc.constant({ q1: 1 }),
    retrospective: fc.boolean(),
    note,
  }),
  measure: fc.oneof(
    is('RecordMeasure', {
      ...occasion,
      items: fc.constant({ q1: 1 }),
      timing: fc.constant('unknown'),
      informant,
    }),
    is('MissMeasure', { ...occasion, reason: fc.constant('unknown') }),
  ),
};

/** Said twice it is told twice: an occurrence has no id of its own, only the command's. */
const MAY_BE_SAID_AGAIN = ['ReportOccurrence'];

function holds<Command extends AnyCommand, State, Event extends AnyEvent>(
  decider: Decider<Command, State, Event>,
  inputs: readonly unknown[],
): void {
  let state = decider.initialState;
  for (const input of inputs) {
    const command = decider.commands.parse(input);
    const decision = decider.decide(command, state, ORDINARY);
    if (isRefusal(decision)) {
      expect(REFUSALS).toHaveProperty(decision.refused);
      continue;
    }
    expect(decision.length).toBeGreaterThan(0);
    for (const { type, data } of decision) expect(decider.events[type]?.data.safeParse(data).error).toBeUndefined();
    state = decision.reduce((before, event) => decider.evolve(before, event), state);
    if (MAY_BE_SAID_AGAIN.includes(command.type)) continue;
    expect(isRefusal(decider.decide(command, state, ORDINARY))).toBe(true);
  }
}

describe('every decider, whatever commands arrive in whatever order', () => {
  it.each(Object.keys(deciders) as (keyof typeof deciders)[])(
    '%s answers with events that fit their shapes or a refusal, and takes the same command once',
    (category) => {
      fc.assert(
        fc.property(fc.array<unknown>(anyCommand[category], { maxLength: 12 }), (inputs) => {
          switch (category) {
            case 'study':
              return holds(deciders.study, inputs);
            case 'participant':
              return holds(deciders.participant, inputs);
            case 'session':
              return holds(deciders.session, inputs);
            case 'assignment':
              return holds(deciders.assignment, inputs);
            case 'rating':
              return holds(deciders.rating, inputs);
            case 'measure':
              return holds(deciders.measure, inputs);
          }
        }),
      );
    },
  );
});
