import { describe, expect, it } from '@jest/globals';
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
import { entryUpcasts } from './entry/entry.events.ts';
import { METADATA } from './kernel/decider.specification.ts';
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

  it('has an upcaster for every version that was ever stored', () => {
    const steps = [...Object.values(deciders).map(({ upcasts }) => upcasts), entryUpcasts];
    for (const { type, version } of eventCatalogue) {
      const lifted = steps.flatMap(({ lifts }) => Object.keys(lifts[type] ?? {}).map(Number)).sort();
      expect({ type, lifted }).toEqual({ type, lifted: Array.from({ length: version - 1 }, (_, step) => step + 1) });
    }
    const known = new Set<string>(eventCatalogue.map(({ type }) => type));
    const named = steps.flatMap(({ lifts, renamed }) => [...Object.keys(lifts), ...Object.values(renamed)]);
    expect(named.filter((type) => !known.has(type))).toEqual([]);
  });

  it('reads a report of an obligation from before work could recur', () => {
    const first = { informant: 'client', state: 'not-done', barriers: ['forgetting'] };
    const today = { ...first, occurrence: 'whole' };
    const read = decode(stored('OccurrenceReported', first));
    expect(read.data).toEqual(today);
    expect(shapeOf('OccurrenceReported').data.parse(read.data)).toEqual(today);
    expect(decode(stored('OccurrenceReported', { ...first, occurrence: '2026-03-09' }, 2)).data).toEqual({
      ...first,
      occurrence: '2026-03-09',
    });
    const correction = { entryId: METADATA.commandId, entryType: 'OccurrenceReported', reason: 'other' };
    expect(decode(stored('EntryCorrected', { ...correction, entryVersion: 1, replacement: first })).data).toEqual({
      ...correction,
      entryVersion: 2,
      replacement: today,
    });
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
