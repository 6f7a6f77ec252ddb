import { describe, expect, it } from '@jest/globals';
import { specificationOf, studyWith } from '../kernel/decider.specification.ts';
import { participantDecider } from '../participant/participant.decider.ts';
import { type StudyCommand, studyDecider } from '../study/study.decider.ts';
import type { StudyEvent } from '../study/study.events.ts';
import { changedMeasurements, orphansOf, readProtocol } from './protocol.checks.ts';
import type { ProtocolDocument } from './protocol.schema.ts';
import { EXAMPLE_PROTOCOL } from './protocol.specification.ts';

const [baseline, week12] = EXAMPLE_PROTOCOL.schedule;
if (baseline === undefined || week12 === undefined) throw new Error('the example has no schedule');
const [telephone, usual] = EXAMPLE_PROTOCOL.arms;
if (telephone === undefined || usual === undefined) throw new Error('the example has no arms');
const week8 = { ...week12, occasion: 'week-8', afterDays: 56 };
const primaryAt = (occasion: string) => ({
  ...EXAMPLE_PROTOCOL.analysis,
  primary: { instrumentId: 'phq-9', occasion },
});
/** Week 12 gives way to week 8. */
const shorter: ProtocolDocument = { ...EXAMPLE_PROTOCOL, schedule: [baseline, week8], analysis: primaryAt('week-8') };
const settled: ProtocolDocument = {
  ...shorter,
  retired: [{ occasion: 'week-12', instrumentId: 'phq-9', becomes: 'kept' }],
};

describe('a protocol', () => {
  it('is read as one document', () => {
    expect(readProtocol(EXAMPLE_PROTOCOL)).toEqual({ protocol: EXAMPLE_PROTOCOL });
    expect(readProtocol(settled)).toEqual({ protocol: settled });
  });

  it.each<[string, object]>([
    ['arms.1', { arms: [telephone, telephone] }],
    ['schedule.1', { schedule: [week12, week12] }],
    ['schedule.0.instrument', { instruments: [{ instrumentId: 'phq-9', version: 2 }] }],
    ['analysis.primary', { analysis: primaryAt('week-99') }],
    ['retired.0', { retired: [{ occasion: 'week-12', instrumentId: 'phq-9', becomes: 'kept' }] }],
    ['consents.0.siteId', { consents: [{ version: '1', language: 'sv', siteId: 'south', from: '2026-01-01' }] }],
    ['sites.0.languages.1', { consents: [{ version: '1', language: 'sv', from: '2026-01-01' }] }],
    ['consents.0.language', { consents: [{ version: '1', language: 'swedish!', from: '2026-01-01' }] }],
    ['schedule.0.window.before', { schedule: [{ ...week12, window: { before: -1, after: 0 } }] }],
    ['design', { design: undefined }],
    ['there', { there: 'is no such field' }],
  ])('with something wrong in %s says so', (field, change) => {
    const read = readProtocol({ ...EXAMPLE_PROTOCOL, ...change });
    expect('problems' in read ? read.problems.map((problem) => problem.field) : []).toContain(field);
  });

  it('leaves nobody without what they are owed, unless it says what becomes of it', () => {
    expect(orphansOf(EXAMPLE_PROTOCOL, shorter)).toEqual({
      measurements: [{ occasion: 'week-12', instrumentId: 'phq-9' }],
      arms: [],
    });
    expect(orphansOf(EXAMPLE_PROTOCOL, settled)).toEqual({ measurements: [], arms: [] });
    expect(orphansOf(EXAMPLE_PROTOCOL, { ...settled, arms: [telephone] }).arms).toEqual(['usual']);
    expect(changedMeasurements(EXAMPLE_PROTOCOL, settled)).toEqual([
      { occasion: 'week-12', instrumentId: 'phq-9' },
      { occasion: 'week-8', instrumentId: 'phq-9' },
    ]);
  });
});

const { given } = specificationOf(studyDecider);
const studyId = 'stress';
const registered: StudyEvent = { type: 'StudyRegistered', data: { studyId, title: 'Stress', timeZone: 'Europe/Rome' } };
const said = (version: number, protocol: ProtocolDocument) => ({
  ...{ version, changes: 'Shorter', reason: 'Burden' },
  protocol: JSON.parse(JSON.stringify(protocol)) as Record<string, never>,
});
const publish = (version: number, protocol: ProtocolDocument): StudyCommand => ({
  type: 'PublishProtocol',
  studyId,
  ...said(version, protocol),
});
const published = (version: number, protocol: ProtocolDocument): StudyEvent => ({
  type: 'ProtocolPublished',
  data: said(version, protocol),
});
const live: StudyEvent = { type: 'StudyWentLive', data: {} };
const goLive: StudyCommand = { type: 'GoLive', studyId };
const reason = 'Everything is analysed';

describe('an amendment', () => {
  it('of a draft is free, and of a running study orphans nothing', () => {
    const draft = published(1, EXAMPLE_PROTOCOL);
    given(registered, draft).when(publish(2, shorter)).then(published(2, shorter));
    given(registered, draft, live)
      .when(publish(2, shorter))
      .thenRefused('AmendmentOrphansMeasurement', { occasion: 'week-12', instrumentId: 'phq-9', others: 0 });
    given(registered, draft, live).when(publish(2, settled)).then(published(2, settled));
    given(registered, draft, live)
      .when(publish(2, { ...settled, arms: [telephone] }))
      .thenRefused('AmendmentOrphansArm', { arm: 'usual' });
  });

  it('is refused by field when it cannot be run, and needs the document once there is one', () => {
    given(registered)
      .when(publish(1, { ...EXAMPLE_PROTOCOL, analysis: primaryAt('never') }))
      .thenRefused('ProtocolUnusable', { field: 'analysis.primary', problem: 'is not on the schedule' });
    given(registered, published(1, EXAMPLE_PROTOCOL))
      .when({ type: 'PublishProtocol', studyId, version: 2, changes: 'A', reason: 'B' })
      .thenRefused('ProtocolUnusable', {
        field: 'protocol',
        problem: 'must be given: the version before has a document',
      });
  });
});

describe('the life of a study', () => {
  const draft = published(1, EXAMPLE_PROTOCOL);
  const dry: StudyEvent = { type: 'DryRunStarted', data: { daysPerMinute: 7 } };
  const startDryRun: StudyCommand = { type: 'StartDryRun', studyId, daysPerMinute: 7 };

  it('goes from draft over a dry run to live, and never back', () => {
    given(registered).when(goLive).thenRefused('ProtocolNotPublished');
    given(registered, draft).when(startDryRun).then(dry);
    given(registered, draft, dry).when(startDryRun).thenRefused('DryRunAlreadyStarted');
    given(registered, draft, dry).when(goLive).then(live);
    given(registered, draft).when(goLive).then(live);
    given(registered, draft, live).when(goLive).thenRefused('StudyIsLive');
    given(registered, draft, live).when(startDryRun).thenRefused('StudyIsLive');
    expect(given(registered, draft, dry, live).state()).toMatchObject({ life: 'live', dryRun: undefined });
  });

  it('ends closed, once the data are locked', () => {
    const close: StudyCommand = { type: 'CloseStudy', studyId, reason };
    const locked: StudyEvent = { type: 'StudyLocked', data: { reason } };
    const closed: StudyEvent = { type: 'StudyClosed', data: { reason } };
    given(registered).when(close).thenRefused('StudyNotLocked');
    given(registered, locked).when(close).then(closed);
    for (const command of [close, goLive, { type: 'UnlockStudy' as const, studyId, reason }]) {
      given(registered, locked, closed).when(command).thenRefused('StudyIsClosed');
    }
  });

  it('takes participants when it is live, and made-up ones in its dry run', () => {
    const enrol = (code: string) =>
      ({ type: 'EnrolParticipant', participantId: `stress:${code}`, studyId, code }) as const;
    const { given: person } = specificationOf(participantDecider);
    const dryRun = { since: '2026-03-01T12:00:00.000Z', daysPerMinute: 7 };
    person()
      .when(enrol('P1'), studyWith({ life: 'draft' }))
      .thenRefused('StudyNotLive', { life: 'draft' });
    person()
      .when(enrol('P1'), studyWith({ life: 'dry-run', dryRun }))
      .thenRefused('DryRunCodeExpected');
    person().when(enrol('DRY-1')).thenRefused('DryRunCodeExpected');
  });
});

describe('data checks of a protocol', () => {
  const check = { kind: 'range' as const, of: 'measure-total' as const, instrumentId: 'phq-9', max: 27 };
  const rule = { ruleId: 'total', version: 1, question: 'More than there is?', check };
  const problemsOf = (...checks: readonly object[]) => {
    const read = readProtocol({ ...EXAMPLE_PROTOCOL, checks });
    return 'problems' in read ? read.problems.map(({ field }) => field) : [];
  };

  it('fit the study, and are named where they do not', () => {
    expect(problemsOf(rule)).toEqual([]);
    expect(problemsOf(rule, rule)).toEqual(['checks.1']);
    const about = (more: object) => problemsOf({ ...rule, check: { ...check, ...more } });
    expect(about({ instrumentId: 'gad-7' })).toEqual(['checks.0.check.instrumentId']);
    expect(about({ of: 'planned-minutes' })).toEqual(['checks.0.check.instrumentId']);
    expect(about({ max: undefined })).toEqual(['checks.0.check.min']);
    expect(about({ min: 28 })).toEqual(['checks.0.check.max']);
    expect(about({ kind: 'sql', of: 'DROP TABLE' })).toEqual(['checks.0.check.kind']);
    expect(problemsOf({ ...rule, check: { kind: 'informants-disagree', one: 'client', other: 'client' } })).toEqual([
      'checks.0.check.other',
    ]);
  });

  it('that read otherwise are another version', () => {
    const next = (...checks: ProtocolDocument['checks']) => publish(2, { ...EXAMPLE_PROTOCOL, checks });
    const before = [registered, published(1, { ...EXAMPLE_PROTOCOL, checks: [rule] }), live];
    const rewritten = { ...rule, check: { ...check, max: 20 } };
    given(...before)
      .when(next(rewritten))
      .thenRefused('ProtocolUnusable', {
        field: 'checks.0.version',
        problem: 'must rise: the rule reads otherwise than before',
      });
    given(...before)
      .when(next({ ...rewritten, version: 2 }))
      .then(published(2, { ...EXAMPLE_PROTOCOL, checks: [{ ...rewritten, version: 2 }] }));
  });
});
