import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { participantEvents, type ParticipantEvent } from '../participant/participant.events.ts';
import type { EntryEvent } from '../entry/entry.events.ts';
import { entryId, recorded } from './decider.specification.ts';
import { effective } from './effective.ts';

type Entry = ParticipantEvent | EntryEvent;

const left = (reason: 'no-time' | 'moved' | 'other'): ParticipantEvent => ({
  type: 'ParticipantDiscontinued',
  data: { from: 'study', reason },
});
const completed: ParticipantEvent = { type: 'ParticipantCompleted', data: {} };
const correct = (revision: number, reason: 'moved' | 'other'): EntryEvent => ({
  type: 'EntryCorrected',
  data: {
    entryId: entryId(revision),
    entryType: 'ParticipantDiscontinued',
    entryVersion: participantEvents.ParticipantDiscontinued.version,
    replacement: { from: 'study', reason },
    reason: 'typing-error',
  },
});
const voids = (revision: number): EntryEvent => ({
  type: 'EntryVoided',
  data: { entryId: entryId(revision), entryType: 'any', reason: 'entered-in-error' },
});
const signed: EntryEvent = { type: 'RecordSigned', data: { revision: 0, meaning: 'reviewed' } };

/** What stands: revision and reason, or type. */
const standing = (...entries: Entry[]) =>
  effective<ParticipantEvent>(recorded<Entry>(...entries)).map(({ revision, type, data }) => [
    revision,
    'reason' in data ? data.reason : type,
  ]);

describe('what a record says after corrections and voids', () => {
  it.each<[string, Entry[], unknown[]]>([
    [
      'nothing to correct',
      [left('no-time'), completed],
      [
        [0, 'no-time'],
        [1, 'ParticipantCompleted'],
      ],
    ],
    ['a correction', [left('no-time'), correct(0, 'moved')], [[0, 'moved']]],
    ['corrected twice', [left('no-time'), correct(0, 'moved'), correct(0, 'other')], [[0, 'other']]],
    ['a correction voided', [left('no-time'), correct(0, 'moved'), voids(1)], [[0, 'no-time']]],
    ['the later of two voided', [left('no-time'), correct(0, 'moved'), correct(0, 'other'), voids(2)], [[0, 'moved']]],
    ['a void', [left('no-time'), completed, voids(0)], [[1, 'ParticipantCompleted']]],
    ['a void voided', [left('no-time'), voids(0), voids(1)], [[0, 'no-time']]],
    ['a void’s void voided', [left('no-time'), voids(0), voids(1), voids(2)], []],
    ['a void after a correction', [left('no-time'), correct(0, 'moved'), voids(0)], []],
    ['restored as corrected', [left('no-time'), correct(0, 'moved'), voids(0), voids(2)], [[0, 'moved']]],
    ['a signature', [left('no-time'), signed], [[0, 'no-time']]],
    ['an entry that is not there', [left('no-time'), voids(7), correct(8, 'moved')], [[0, 'no-time']]],
  ])('%s', (_, entries, expected) => {
    expect(standing(...entries)).toEqual(expected);
  });

  it('keeps ids and both times of the original entry', () => {
    const history = recorded<Entry>(left('no-time'), correct(0, 'moved'));
    const [entry] = effective<ParticipantEvent>(history);
    expect(entry).toEqual({ ...history[0], data: { from: 'study', reason: 'moved' } });
  });

  it('is in order and names no entry twice, whatever was corrected or voided', () => {
    const about = fc.oneof(
      fc.constant(completed),
      fc.nat({ max: 9 }).map((revision) => correct(revision, 'other')),
      fc.nat({ max: 9 }).map(voids),
    );
    fc.assert(
      fc.property(fc.array<Entry>(about, { maxLength: 10 }), (entries) => {
        const revisions = standing(...entries).map(([revision]) => Number(revision));
        expect(revisions).toEqual([...new Set(revisions)].sort((one, other) => one - other));
      }),
    );
  });
});
