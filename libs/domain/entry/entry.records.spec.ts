import { describe, expect, it } from '@jest/globals';
import type { AssignmentEvent } from '../assignment/assignment.events.ts';
import { deciders } from '../catalogue.ts';
import { entryId, recorded } from '../kernel/decider.specification.ts';
import type { AnyEvent } from '../kernel/event.ts';
import type { RefusalCode } from '../kernel/refusals.ts';
import type { SessionEvent } from '../session/session.events.ts';
import type { StudyEvent } from '../study/study.events.ts';
import type { TemplateEvent } from '../template/template.events.ts';
import type { TherapistEvent } from '../therapist/therapist.events.ts';
import { decideEntry, entryCommands } from './entry.decider.ts';

/** Corrections and voids in the records of every kind: what places an entry, and what others rest on. */
const given = (category: keyof typeof deciders, ...entries: AnyEvent[]) => {
  const change = (fields: object) => {
    const command = entryCommands.parse({ category, recordId: 'R', reason: 'entered-in-error', ...fields });
    const decision = decideEntry(command, recorded(...entries), deciders[category]);
    return 'refused' in decision ? decision : decision.map(({ type }) => type);
  };
  return {
    correcting: (revision: number, replacement: object) =>
      change({ type: 'CorrectEntry', entryId: entryId(revision), replacement }),
    voiding: (revision: number) => change({ type: 'VoidEntry', entryId: entryId(revision) }),
  };
};
const refused = (code: RefusalCode, details: object) => ({ refused: code, details });

describe('in an assignment', () => {
  const terms = {
    title: 'Walk',
    focus: 'behavioural',
    medium: 'practice',
    due: { kind: 'recurring', weekdays: ['monday'], from: '2026-03-02', to: '2026-03-29' },
    performers: ['client'],
    setting: 'session',
    visibility: 'therapist',
  } as const;
  const assignment = { assignmentId: 'A1', participantId: 'stress:P001', initiatedBy: 'client' } as const;
  const assigned: AssignmentEvent = {
    type: 'HomeworkAssigned',
    data: { ...assignment, terms: { ...terms, performers: ['client'], due: { ...terms.due, weekdays: ['monday'] } } },
  };
  const adjusted = (version: number): AssignmentEvent => ({
    type: 'AssignmentAdjusted',
    data: { version, terms: { difficulty: version }, trigger: 'practical' },
  });
  const done = { performer: 'client', informant: 'client', outcome: 'full' } as const;
  const attempt = (attemptId: string, version: number): AssignmentEvent => ({
    type: 'AttemptRecorded',
    data: { attemptId, version, occurrence: '2026-03-09', ...done },
  });
  const feedback: AssignmentEvent = {
    type: 'FeedbackGiven',
    data: { by: 'therapist', attemptId: 'T1', text: 'Good.' },
  };

  it('a version that work is bound to, or a later one follows, is not voided', () => {
    const voiding = (...entries: AssignmentEvent[]) =>
      given('assignment', assigned, adjusted(2), ...entries).voiding(1);
    expect(voiding(attempt('T1', 2))).toEqual(refused('OthersDependOnEntry', { others: 1 }));
    expect(voiding(adjusted(3), attempt('T1', 3))).toEqual(refused('OthersDependOnEntry', { others: 1 }));
    expect(voiding(attempt('T1', 1))).toEqual(['EntryVoided']);
  });

  it('an attempt that feedback speaks of is not voided, nor given another id', () => {
    const record = given('assignment', assigned, attempt('T1', 1), attempt('T2', 1), feedback);
    expect(record.voiding(1)).toEqual(refused('OthersDependOnEntry', { others: 1 }));
    expect(record.correcting(1, { ...attempt('T3', 1).data })).toEqual(refused('OthersDependOnEntry', { others: 1 }));
    expect(record.correcting(2, { ...attempt('T1', 1).data })).toEqual(
      refused('CorrectionDoesNotFit', { field: 'attemptId', problem: 'does not fit its record' }),
    );
    expect(record.correcting(1, { ...attempt('T1', 1).data, outcome: 'part' })).toEqual(['EntryCorrected']);
    expect(record.voiding(2)).toEqual(['EntryVoided']);
  });

  it('an attempt may be moved to another occurrence of the same homework, if there is one', () => {
    const record = given('assignment', assigned, attempt('T1', 1));
    const on = (occurrence: string) => record.correcting(1, { ...attempt('T1', 1).data, occurrence });
    expect(on('2026-03-16')).toEqual(['EntryCorrected']);
    expect(on('2026-03-17')).toEqual(
      refused('CorrectionDoesNotFit', { field: 'occurrence', problem: 'does not fit its record' }),
    );
  });

  it('terms are not corrected so that an occurrence that was reported never existed', () => {
    const record = given('assignment', assigned, attempt('T1', 1));
    const tuesdays = { ...terms, due: { ...terms.due, weekdays: ['tuesday'] } };
    expect(record.correcting(0, { ...assignment, terms: tuesdays })).toEqual(
      refused('OthersDependOnEntry', { others: 1 }),
    );
    const backwards = { ...terms, due: { ...terms.due, to: '2026-03-01' } };
    expect(record.correcting(0, { ...assignment, terms: backwards })).toMatchObject({
      refused: 'CorrectionDoesNotFit',
    });
    expect(record.correcting(0, { ...assignment, terms: { ...terms, medium: 'free' } })).toEqual(['EntryCorrected']);
  });

  it('the keys stay', () => {
    const record = given('assignment', assigned);
    for (const field of ['assignmentId', 'participantId']) {
      const data = { ...assigned.data, [field]: 'other' };
      expect(record.correcting(0, data)).toEqual(refused('CorrectionMovesEntry', { field }));
    }
  });
});

describe('in a session', () => {
  const held = (...participants: string[]): SessionEvent => ({
    type: 'SessionHeld',
    data: { sessionId: 'S1', sessionNumber: 1, participants, deliverers: [], modality: 'group' },
  });
  const scheduled: SessionEvent = {
    type: 'SessionScheduled',
    data: {
      sessionId: 'S1',
      sessionNumber: 1,
      participants: ['a', 'b'],
      deliverers: [],
      modality: 'group',
      startsAt: '2026-03-08T09:00:00.000Z',
    },
  };
  const logged: SessionEvent = {
    type: 'HomeworkSectionLogged',
    data: { participantId: 'a', reviewed: 'reviewed', assigned: 'assigned' },
  };

  it('nobody is taken out whose homework was spoken of, and the session is not undone under it', () => {
    const record = given('session', scheduled, held('a', 'b'), logged);
    expect(record.correcting(1, held('b').data as object)).toEqual(refused('OthersDependOnEntry', { others: 1 }));
    expect(record.correcting(1, held('a').data as object)).toEqual(['EntryCorrected']);
    expect(record.voiding(1)).toEqual(refused('OthersDependOnEntry', { others: 1 }));
    expect(record.correcting(2, { ...logged.data, participantId: 'b' })).toEqual(
      refused('CorrectionMovesEntry', { field: 'participantId' }),
    );
  });
});

describe('in a study, a template and a therapist’s record', () => {
  const site = { siteId: 'north', name: 'North', timeZone: 'Europe/Helsinki' };
  const registered: StudyEvent = { type: 'StudyRegistered', data: { studyId: 'R', title: 'T', timeZone: 'UTC' } };
  const protocol = (version: number): StudyEvent => ({
    type: 'ProtocolPublished',
    data: { version, changes: 'C', reason: 'R' },
  });

  it('versions stay in order, and sites open while staff hold a role there', () => {
    const versions = given('study', registered, protocol(1), protocol(2));
    expect(versions.voiding(1)).toEqual(refused('OthersDependOnEntry', { others: 1 }));
    expect(versions.voiding(2)).toEqual(['EntryVoided']);
    expect(versions.correcting(2, { ...protocol(3).data })).toEqual(
      refused('CorrectionDoesNotFit', { field: 'version', problem: 'does not fit its record' }),
    );
    expect(versions.correcting(0, { studyId: 'other', title: 'T', timeZone: 'UTC' })).toEqual(
      refused('CorrectionMovesEntry', { field: 'studyId' }),
    );
    const appointed: StudyEvent = {
      type: 'StaffAppointed',
      data: { staffId: 's', role: 'clinician', siteId: 'north', from: '2026-03-01' },
    };
    const staffed = given('study', registered, { type: 'SiteOpened', data: site }, appointed);
    expect(staffed.voiding(1)).toEqual(refused('OthersDependOnEntry', { others: 1 }));
  });

  it('the keys stay', () => {
    const drafted: TemplateEvent = {
      type: 'TemplateDrafted',
      data: { templateId: 'R', studyId: 'stress', title: 'T', content: {} },
    };
    const therapist: TherapistEvent = {
      type: 'TherapistRegistered',
      data: { therapistId: 'R', studyId: 'stress', profession: 'nurse' },
    };
    for (const [category, entry, fields] of [
      ['template', drafted, ['templateId', 'studyId']],
      ['therapist', therapist, ['therapistId', 'studyId']],
    ] as const) {
      for (const field of fields) {
        const data = { ...entry.data, [field]: 'other' };
        expect(given(category, entry).correcting(0, data)).toEqual(refused('CorrectionMovesEntry', { field }));
      }
    }
    const published: TemplateEvent = { type: 'TemplatePublished', data: { version: 1 } };
    expect(given('template', drafted, published).voiding(0)).toEqual(refused('OthersDependOnEntry', { others: 1 }));
  });
});
