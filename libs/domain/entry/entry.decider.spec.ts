import { describe, expect, it } from '@jest/globals';
import { decode } from '../catalogue.ts';
import { entryId, recorded } from '../kernel/decider.specification.ts';
import type { RefusalCode } from '../kernel/refusals.ts';
import { ERASED } from '../kernel/sealed.ts';
import { participantDecider } from '../participant/participant.decider.ts';
import type { ParticipantEvent } from '../participant/participant.events.ts';
import { type EntryCommand, decideEntry, entryCommands, recordFreezeProblem, stateOf } from './entry.decider.ts';
import type { EntryEvent } from './entry.events.ts';

// Executes E6-4.2.4, P11-10(e), P11-50, P11-70.

type Entry = ParticipantEvent | EntryEvent;

const record = { category: 'participant', recordId: 'stress:P001' };
const enrolment = {
  participantId: 'stress:P001',
  studyId: 'stress',
  code: 'P001',
  timeZone: 'Europe/Stockholm',
  protocolVersion: 1,
};
const enrolledAs = (siteId?: string): ParticipantEvent => ({
  type: 'ParticipantEnrolled',
  data: { ...enrolment, ...(siteId === undefined ? {} : { siteId }) },
});
const enrolled = enrolledAs();
const left: ParticipantEvent = { type: 'ParticipantDiscontinued', data: { from: 'study', reason: 'no-time' } };
const leftErased: ParticipantEvent = { ...left, data: { from: 'study', reason: 'no-time', note: ERASED } };
const erased: ParticipantEvent = { type: 'PersonalDataErased', data: { requestedBy: 'participant' } };
const signed: EntryEvent = { type: 'RecordSigned', data: { revision: 0, meaning: 'reviewed' } };
const voided = (revision: number, entryType: string): EntryEvent => ({
  type: 'EntryVoided',
  data: { entryId: entryId(revision), entryType, reason: 'duplicate' },
});
type Replacement = Extract<EntryEvent, { type: 'EntryCorrected' }>['data']['replacement'];
const corrected = (revision: number, replacement: Replacement): EntryEvent => ({
  type: 'EntryCorrected',
  data: {
    entryId: entryId(revision),
    entryType: 'ParticipantDiscontinued',
    entryVersion: 1,
    replacement,
    reason: 'typing-error',
  },
});
const correct = (revision: number, replacement: object): EntryCommand =>
  entryCommands.parse({
    type: 'CorrectEntry',
    ...record,
    entryId: entryId(revision),
    replacement,
    reason: 'typing-error',
  });
const voids = (revision: number): EntryCommand => ({
  type: 'VoidEntry',
  ...record,
  entryId: entryId(revision),
  reason: 'duplicate',
});

const given = (...entries: Entry[]) => ({
  when: (command: EntryCommand) => {
    const decision = decideEntry(command, recorded<Entry>(...entries), participantDecider);
    return {
      then: (...events: EntryEvent[]) => expect(decision).toEqual(events),
      thenRefused: (refused: RefusalCode, details: object = {}) =>
        expect(decision).toEqual({ refused, details: expect.objectContaining(details) }),
    };
  },
});

describe('a correction', () => {
  it('holds the whole entry as it should have been, and changes the state', () => {
    const replacement = { from: 'intervention', reason: 'moved' };
    given(enrolled, left).when(correct(1, replacement)).then(corrected(1, replacement));
    const history = recorded<Entry>(enrolled, corrected(0, { ...enrolment, siteId: 'north' }));
    expect(stateOf(participantDecider, history)).toMatchObject({ status: 'enrolled', siteId: 'north' });
  });

  it('fits the shape of its entry, and names the field that does not', () => {
    given(enrolled, left)
      .when(correct(1, { from: 'study' }))
      .thenRefused('CorrectionDoesNotFit', { field: 'reason' });
    given(enrolled, left)
      .when(correct(1, { from: 'study', reason: 'moved', shoeSize: 1 }))
      .thenRefused('CorrectionDoesNotFit', { field: 'shoeSize', problem: 'there is no such field' });
  });

  it('changes something, compared with the last correction', () => {
    given(enrolled, left)
      .when(correct(1, { reason: 'no-time', from: 'study' }))
      .thenRefused('CorrectionChangesNothing');
    given(enrolled, left, corrected(1, { from: 'study', reason: 'moved' }))
      .when(correct(1, { from: 'study', reason: 'moved' }))
      .thenRefused('CorrectionChangesNothing');
    given(enrolled, left, corrected(1, { from: 'study', reason: 'moved' }))
      .when(correct(1, { from: 'study', reason: 'no-time' }))
      .then(corrected(1, { from: 'study', reason: 'no-time' }));
  });

  it('leaves the entry in its record', () => {
    for (const [field, value] of Object.entries({ participantId: 'stress:P002', studyId: 'sleep', code: 'P002' })) {
      given(enrolled)
        .when(correct(0, { ...enrolled.data, [field]: value }))
        .thenRefused('CorrectionMovesEntry', { field });
    }
  });

  it('keeps erased content erased, and passes nothing else off as erased', () => {
    given(enrolled, leftErased)
      .when(correct(1, { from: 'study', reason: 'moved', note: ERASED }))
      .then(corrected(1, { from: 'study', reason: 'moved', note: { erased: true } }));
    given(enrolled, left)
      .when(correct(1, { from: 'study', reason: 'moved', note: ERASED }))
      .thenRefused('CorrectionDoesNotFit', { field: 'note' });
  });

  it('is of an entry that is there, stands, and has content', () => {
    given(enrolled).when(correct(1, {})).thenRefused('EntryNotFound');
    given(enrolled, left, voided(1, 'ParticipantDiscontinued'))
      .when(correct(1, { from: 'study', reason: 'moved' }))
      .thenRefused('EntryAlreadyVoided');
    given(enrolled, signed).when(correct(1, {})).thenRefused('EntryNotCorrectable', { type: 'RecordSigned' });
  });
});

describe('a void', () => {
  it('takes an entry out once', () => {
    given(enrolled, left).when(voids(1)).then(voided(1, 'ParticipantDiscontinued'));
    given(enrolled, left, voided(1, 'ParticipantDiscontinued')).when(voids(1)).thenRefused('EntryAlreadyVoided');
  });

  it('can be taken back', () => {
    given(enrolled, left, voided(1, 'ParticipantDiscontinued')).when(voids(2)).then(voided(2, 'EntryVoided'));
    given(enrolled, left, voided(1, 'ParticipantDiscontinued'), voided(2, 'EntryVoided'))
      .when(voids(1))
      .then(voided(1, 'ParticipantDiscontinued'));
  });

  it('leaves the first entry while others stand on it', () => {
    given(enrolled).when(voids(0)).then(voided(0, 'ParticipantEnrolled'));
    given(enrolled, left).when(voids(0)).thenRefused('OthersDependOnEntry', { others: 1 });
    given(enrolled, left, voided(1, 'ParticipantDiscontinued')).when(voids(0)).then(voided(0, 'ParticipantEnrolled'));
  });

  it('does not bring a first entry back before the one that took its place', () => {
    given(enrolled, voided(0, 'ParticipantEnrolled'), enrolledAs('north'))
      .when(voids(1))
      .thenRefused('OthersDependOnEntry');
    given(enrolled, voided(0, 'ParticipantEnrolled')).when(voids(1)).then(voided(1, 'EntryVoided'));
  });

  it('takes back neither a signature nor an erasure', () => {
    given(enrolled, signed).when(voids(1)).thenRefused('EntryNotCorrectable', { type: 'RecordSigned' });
    given(enrolled, erased).when(voids(1)).thenRefused('EntryNotCorrectable', { type: 'PersonalDataErased' });
  });
});

describe('a signature', () => {
  const sign: EntryCommand = { type: 'SignRecord', ...record, meaning: 'reviewed' };

  it('vouches for the record as it stands now', () => {
    given(enrolled, left)
      .when(sign)
      .then({ type: 'RecordSigned', data: { revision: 1, meaning: 'reviewed' } });
    given().when(sign).thenRefused('RecordEmpty');
    const bound = decideEntry(sign, recorded<Entry>(enrolled, left), participantDecider, { logIndex: 7 });
    expect(bound).toEqual([{ type: 'RecordSigned', data: { revision: 1, logIndex: 7, meaning: 'reviewed' } }]);
  });

  it('made before it was bound to the log is read as one without an index', () => {
    const stored = { id: entryId(0), stream: 'participant-P', revision: 2, recordedAt: '2026-03-01T12:00:00.000Z' };
    const data = JSON.stringify({ revision: 1, meaning: 'approved' });
    const read = (schemaVersion: number, text = data) =>
      decode({ ...stored, type: 'RecordSigned', data: text, metadata: JSON.stringify({ schemaVersion }) }).data;
    expect(read(1)).toEqual({ revision: 1, meaning: 'approved' });
    const bound = JSON.stringify({ revision: 1, logIndex: 9, meaning: 'approved' });
    expect(read(2, bound)).toEqual({ revision: 1, logIndex: 9, meaning: 'approved' });
  });
});

describe('a freeze of one record', () => {
  const of = (category: string) => ({ category, recordId: 'A1', reason: 'Verified against the source' });
  const freeze = (category: string) => entryCommands.parse({ type: 'FreezeRecord', ...of(category) });
  const release = entryCommands.parse({ type: 'ReleaseRecord', ...of('assignment') });
  const reason = 'Verified against the source';
  const frozen: EntryEvent = { type: 'RecordFrozen', data: { reason } };
  const released: EntryEvent = { type: 'RecordReleased', data: { reason } };

  it('is of homework, a session, a measure or a rating, once, until it is released', () => {
    for (const category of ['assignment', 'session', 'measure', 'rating'])
      given(left).when(freeze(category)).then(frozen);
    for (const category of ['participant', 'study', 'query', 'template', 'nonsense']) {
      given(left).when(freeze(category)).thenRefused('RecordNotFreezable', { category });
    }
    given().when(freeze('assignment')).thenRefused('RecordEmpty');
    given(left, frozen).when(freeze('assignment')).thenRefused('RecordIsFrozen');
    given(left).when(release).thenRefused('RecordNotFrozen');
    given(left, frozen).when(release).then(released);
    given(left, frozen, released).when(freeze('assignment')).then(frozen);
  });

  it('stops whatever writes to the record, but questions, signatures and what cannot wait', () => {
    const stopped = (type: string, ...entries: Entry[]) => recordFreezeProblem(type, entries)?.refused;
    for (const type of ['RecordAttempt', 'CorrectEntry', 'VoidEntry', 'RecordMeasure', 'HoldSession']) {
      expect(stopped(type, left, frozen)).toBe('RecordIsFrozen');
      expect(stopped(type, left, frozen, released)).toBeUndefined();
    }
    for (const type of ['SignRecord', 'ReleaseRecord', 'OpenQuery'])
      expect(stopped(type, left, frozen)).toBeUndefined();
  });

  it('is no entry that could be voided: it is released', () => {
    given(enrolled, frozen).when(voids(1)).thenRefused('EntryNotCorrectable', { type: 'RecordFrozen' });
    expect(stateOf(participantDecider, recorded<Entry>(enrolled, frozen))).toMatchObject({ status: 'enrolled' });
  });
});

describe('two people who change an entry at once', () => {
  const moved = { from: 'study', reason: 'moved' };
  const seen = (revision: number, command: EntryCommand): EntryCommand =>
    entryCommands.parse({ ...command, basedOn: revision });

  it('are told apart: the second, who did not see the first, is refused', () => {
    const first = seen(1, correct(1, moved));
    given(enrolled, left).when(first).then(corrected(1, moved));
    const told = { revision: 2, changedBy: 'clinician-1', changedAt: '2026-03-01T12:00:01.000Z' };
    const other = { from: 'study', reason: 'other' };
    for (const second of [correct(1, other), voids(1)]) {
      given(enrolled, left, corrected(1, moved)).when(seen(1, second)).thenRefused('EntryChangedMeanwhile', told);
    }
    given(enrolled, left, corrected(1, moved))
      .when(seen(2, correct(1, other)))
      .then(corrected(1, other));
  });

  it('are told also of a void, and of a void of what they saw', () => {
    given(enrolled, left, voided(1, 'ParticipantDiscontinued'))
      .when(seen(1, correct(1, moved)))
      .thenRefused('EntryChangedMeanwhile', { revision: 2 });
    given(enrolled, left, corrected(1, moved), voided(2, 'EntryCorrected'))
      .when(seen(2, correct(1, { from: 'study', reason: 'other' })))
      .thenRefused('EntryChangedMeanwhile', { revision: 3 });
  });

  it('are not disturbed by other entries of the record', () => {
    given(enrolled, left, signed, { ...corrected(0, { ...enrolment, siteId: 'north' }) })
      .when(seen(1, correct(1, moved)))
      .then(corrected(1, moved));
  });

  it('have the last word when they do not say what they saw', () => {
    given(enrolled, left, corrected(1, moved)).when(voids(1)).then(voided(1, 'ParticipantDiscontinued'));
  });

  it('do not sign what they have not seen', () => {
    const sign: EntryCommand = { type: 'SignRecord', ...record, meaning: 'approved' };
    const signature: EntryEvent = { type: 'RecordSigned', data: { revision: 1, meaning: 'approved' } };
    given(enrolled, left).when(seen(0, sign)).thenRefused('RecordChangedMeanwhile', { basedOn: 0, revision: 1 });
    given(enrolled, left).when(seen(1, sign)).then(signature);
  });
});

describe('what others rest on', () => {
  const asked: ParticipantEvent = { type: 'ConsentWithdrawn', data: { step: 'erasure-requested' } };
  const decided: ParticipantEvent = { type: 'ErasureDecided', data: { granted: false, reason: 'legal-claims' } };
  const completed: ParticipantEvent = { type: 'ParticipantCompleted', data: {} };

  it('is not taken away by a void or a correction', () => {
    given(enrolled, asked, decided).when(voids(1)).thenRefused('OthersDependOnEntry', { others: 1 });
    given(enrolled, asked, decided)
      .when(correct(1, { step: 'stop-contact' }))
      .thenRefused('OthersDependOnEntry', { others: 1 });
    given(enrolled, asked, decided, voided(2, 'ErasureDecided')).when(voids(1)).then(voided(1, 'ConsentWithdrawn'));
  });

  it('is not put back where something else stands now', () => {
    given(enrolled, left, voided(1, 'ParticipantDiscontinued'), completed)
      .when(voids(2))
      .thenRefused('OthersDependOnEntry', { others: 1 });
    const adverse = (adverseEventId: string): ParticipantEvent => ({
      type: 'AdverseEventReported',
      data: {
        adverseEventId,
        serious: false,
        severity: 'mild',
        relatedness: 'possible',
        expected: true,
        onset: '2026-02-20',
        outcome: 'recovered',
        description: 'Headache.',
      },
    });
    given(enrolled, adverse('AE1'), adverse('AE2'))
      .when(correct(2, adverse('AE1').data))
      .thenRefused('CorrectionDoesNotFit', { field: 'adverseEventId' });
    const other: EntryEvent = {
      type: 'EntryCorrected',
      data: {
        entryId: entryId(2),
        entryType: 'AdverseEventReported',
        entryVersion: 1,
        replacement: { ...adverse('AE3').data } as Replacement,
        reason: 'typing-error',
      },
    };
    given(enrolled, adverse('AE1'), adverse('AE2'), other, voided(1, 'AdverseEventReported'), adverse('AE2'))
      .when(voids(3))
      .thenRefused('OthersDependOnEntry', { others: 1 });
    given(enrolled, adverse('AE1'), adverse('AE2'), other, adverse('AE2'), voided(4, 'AdverseEventReported'))
      .when(voids(3))
      .then(voided(3, 'EntryCorrected'));
  });

  it('is corrected, corrected again, and put back by voiding corrections one by one', () => {
    const one = corrected(1, { from: 'study', reason: 'moved' });
    const two = corrected(1, { from: 'study', reason: 'other' });
    given(enrolled, left, one, two).when(voids(3)).then(voided(3, 'EntryCorrected'));
    given(enrolled, left, one, two, voided(3, 'EntryCorrected')).when(voids(2)).then(voided(2, 'EntryCorrected'));
    given(enrolled, left, one).when(correct(2, {})).thenRefused('EntryNotCorrectable', { type: 'EntryCorrected' });
  });
});
