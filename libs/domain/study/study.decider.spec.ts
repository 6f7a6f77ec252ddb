import { describe, expect, it } from '@jest/globals';
import { specificationOf } from '../kernel/decider.specification.ts';
import { type StudyCommand, studyDecider } from './study.decider.ts';
import type { StudyEvent } from './study.events.ts';
import { lockProblem } from './study.lock.ts';

const { given } = specificationOf(studyDecider);
const studyId = 'stress';
const registered: StudyEvent = { type: 'StudyRegistered', data: { studyId, title: 'Stress', timeZone: 'Europe/Rome' } };
const register: StudyCommand = { type: 'RegisterStudy', studyId, title: 'Stress', timeZone: 'Europe/Rome' };
const protocol = (version: number): StudyEvent => ({
  type: 'ProtocolPublished',
  data: { version, changes: 'A', reason: 'B' },
});
const publish = (version: number): StudyCommand => ({
  type: 'PublishProtocol',
  studyId,
  version,
  changes: 'A',
  reason: 'B',
});
const site = { siteId: 'north', name: 'North clinic', timeZone: 'Europe/Helsinki' };
const define = (version: number): StudyCommand => ({
  type: 'PublishAdherenceDefinition',
  studyId,
  definitionId: 'days',
  version,
  definition: { clauses: [] },
});
const defined = (version: number): StudyEvent => ({
  type: 'AdherenceDefinitionPublished',
  data: { definitionId: 'days', version, definition: { clauses: [] } },
});

describe('a study', () => {
  it('is registered once', () => {
    given().when(register).then(registered);
    given(registered).when(register).thenRefused('StudyAlreadyRegistered');
  });

  it('must be registered before anything else', () => {
    for (const command of [publish(1), define(1), { type: 'OpenSite' as const, studyId, ...site }]) {
      given().when(command).thenRefused('StudyNotRegistered');
    }
  });

  it('publishes protocol versions in order', () => {
    given(registered).when(publish(1)).then(protocol(1));
    given(registered, protocol(1)).when(publish(2)).then(protocol(2));
    given(registered).when(publish(2)).thenRefused('ProtocolVersionOutOfOrder', { next: 1 });
    given(registered, protocol(1)).when(publish(1)).thenRefused('ProtocolVersionOutOfOrder', { next: 2 });
  });

  it('opens a site once', () => {
    const open: StudyCommand = { type: 'OpenSite', studyId, ...site };
    given(registered).when(open).then({ type: 'SiteOpened', data: site });
    given(registered, { type: 'SiteOpened', data: site }).when(open).thenRefused('SiteAlreadyOpen');
  });

  it('closes a site that is open, and may open it again', () => {
    const close: StudyCommand = { type: 'CloseSite', studyId, siteId: 'north', reason: 'Full' };
    const closed: StudyEvent = { type: 'SiteClosed', data: { siteId: 'north', reason: 'Full' } };
    const opened: StudyEvent = { type: 'SiteOpened', data: site };
    given(registered, opened).when(close).then(closed);
    given(registered).when(close).thenRefused('SiteNotOpen', { siteId: 'north' });
    given(registered, opened, closed).when(close).thenRefused('SiteNotOpen', { siteId: 'north' });
    given(registered, opened, closed)
      .when({ type: 'OpenSite', studyId, ...site })
      .then(opened);
    const { siteZones } = given(registered, opened, closed).state();
    expect(siteZones.get('north')).toBe('Europe/Helsinki');
  });

  it('publishes analysis plans and safety rules in order', () => {
    const plan = (version: number) => ({ version, plan: { primary: 'days' }, reason: 'R' });
    const rule = (version: number) => ({ ruleId: 'constructor', version, rule: {} });
    given(registered)
      .when({ type: 'PublishAnalysisPlan', studyId, ...plan(1) })
      .then({ type: 'AnalysisPlanPublished', data: plan(1) });
    given(registered, { type: 'AnalysisPlanPublished', data: plan(1) })
      .when({ type: 'PublishAnalysisPlan', studyId, ...plan(1) })
      .thenRefused('DefinitionVersionExists', { newest: 1 });
    given(registered)
      .when({ type: 'PublishSafetyRule', studyId, ...rule(1) })
      .then({ type: 'SafetyRulePublished', data: rule(1) });
    given(registered, { type: 'SafetyRulePublished', data: rule(1) })
      .when({ type: 'PublishSafetyRule', studyId, ...rule(3) })
      .thenRefused('DefinitionVersionOutOfOrder', { next: 2 });
  });

  it('publishes instruments of its own in versions, each in order', () => {
    const own = (version: number) => ({ instrumentId: 'alliance', version, instrument: { id: 'alliance' } });
    given(registered)
      .when({ type: 'PublishInstrument', studyId, ...own(1) })
      .then({ type: 'InstrumentPublished', data: own(1) });
    given(registered, { type: 'InstrumentPublished', data: own(1) })
      .when({ type: 'PublishInstrument', studyId, ...own(1) })
      .thenRefused('DefinitionVersionExists', { newest: 1 });
    given(registered, { type: 'InstrumentPublished', data: own(1) })
      .when({ type: 'PublishInstrument', studyId, ...own(3) })
      .thenRefused('DefinitionVersionOutOfOrder', { next: 2 });
  });

  it('publishes each definition in versions of its own, in order', () => {
    given(registered).when(define(1)).then(defined(1));
    given(registered, defined(1)).when(define(1)).thenRefused('DefinitionVersionExists', { newest: 1 });
    given(registered, defined(1)).when(define(3)).thenRefused('DefinitionVersionOutOfOrder', { next: 2 });
    given(registered, defined(1)).when(define(2)).then(defined(2));
    const odd = { definitionId: 'constructor', version: 1, definition: {} };
    given(registered)
      .when({ type: 'PublishAdherenceDefinition', studyId, ...odd })
      .then({ type: 'AdherenceDefinitionPublished', data: odd });
  });
});

describe('staff', () => {
  const role = { staffId: 'staff-1', role: 'clinician' } as const;
  const at = (siteId?: string) => (siteId === undefined ? role : { ...role, siteId });
  const appoint = (siteId?: string): StudyCommand => ({
    type: 'AppointStaff',
    studyId,
    ...at(siteId),
    from: '2026-03-01',
  });
  const appointed = (siteId?: string): StudyEvent => ({
    type: 'StaffAppointed',
    data: { ...at(siteId), from: '2026-03-01' },
  });
  const remove = (siteId?: string): StudyCommand => ({ type: 'RemoveStaff', studyId, ...at(siteId), reason: 'Left' });
  const removed = (siteId?: string): StudyEvent => ({ type: 'StaffRemoved', data: { ...at(siteId), reason: 'Left' } });
  const opened: StudyEvent = { type: 'SiteOpened', data: site };

  it('hold a role once at each open site, or in the whole study', () => {
    given(registered).when(appoint()).then(appointed());
    given(registered, opened, appointed()).when(appoint('north')).then(appointed('north'));
    given(registered, appointed()).when(appoint()).thenRefused('RoleAlreadyHeld');
    given(registered).when(appoint('north')).thenRefused('SiteNotOpen', { siteId: 'north' });
  });

  it('are removed from the role they hold, where they hold it', () => {
    given(registered, appointed()).when(remove()).then(removed());
    given(registered, opened, appointed('north')).when(remove()).thenRefused('RoleNotHeld');
    given(registered, appointed(), removed()).when(remove()).thenRefused('RoleNotHeld');
    given(registered, appointed(), removed()).when(appoint()).then(appointed());
  });

  it('cover one another’s caseload for a time', () => {
    const cover = { staffId: 'staff-1', coveredBy: 'staff-2', from: '2026-07-01', to: '2026-07-31' };
    const command: StudyCommand = { type: 'CoverCaseload', studyId, ...cover };
    given(registered).when(command).then({ type: 'CaseloadCovered', data: cover });
    given(registered)
      .when({ ...command, to: '2026-06-30' })
      .thenRefused('PeriodEndsBeforeItStarts');
    given(registered)
      .when({ ...command, coveredBy: 'staff-1' })
      .thenRefused('CoversThemselves');
  });
});

describe('supervision and samples', () => {
  const pair = { supervisorId: 'staff-1', staffId: 'staff-2' };
  const name: StudyCommand = { type: 'NameSupervisor', studyId, ...pair, from: '2026-07-01' };
  const named: StudyEvent = { type: 'SupervisorNamed', data: { ...pair, from: '2026-07-01' } };
  const release: StudyCommand = { type: 'ReleaseSupervisor', studyId, ...pair, reason: 'Left' };
  const released: StudyEvent = { type: 'SupervisorReleased', data: { ...pair, reason: 'Left' } };

  it('names a supervisor once, until they are released', () => {
    given(registered).when(name).then(named);
    given(registered, named).when(name).thenRefused('SupervisorAlreadyNamed');
    given(registered, named).when(release).then(released);
    given(registered).when(release).thenRefused('SupervisorNotNamed');
    given(registered, named, released).when(name).then(named);
  });

  it('refuses oneself, and a last day before the first', () => {
    given(registered)
      .when({ ...name, staffId: 'staff-1' })
      .thenRefused('SupervisesThemselves');
    given(registered)
      .when({ ...name, to: '2026-06-30' })
      .thenRefused('PeriodEndsBeforeItStarts');
  });

  it('gives a rater another sample instead of the one before', () => {
    const sample = { raterId: 'staff-3', sessions: ['s1'], assignments: [] };
    const command: StudyCommand = { type: 'AssignRatingSample', studyId, ...sample };
    const event: StudyEvent = { type: 'RatingSampleAssigned', data: sample };
    given(registered, event).when(command).then(event);
  });
});

describe('enrolment and the lock', () => {
  const reason = 'Interim analysis';
  const pause: StudyCommand = { type: 'PauseEnrolment', studyId, reason };
  const paused: StudyEvent = { type: 'EnrolmentPaused', data: { reason } };
  const resume: StudyCommand = { type: 'ResumeEnrolment', studyId, reason };
  const lock: StudyCommand = { type: 'LockStudy', studyId, reason };
  const locked: StudyEvent = { type: 'StudyLocked', data: { reason } };
  const unlock: StudyCommand = { type: 'UnlockStudy', studyId, reason };
  const unlocked: StudyEvent = { type: 'StudyUnlocked', data: { reason } };

  it('is paused and resumed', () => {
    given(registered).when(pause).then(paused);
    given(registered, paused).when(pause).thenRefused('EnrolmentAlreadyPaused');
    given(registered, paused).when(resume).then({ type: 'EnrolmentResumed', data: { reason } });
    given(registered).when(resume).thenRefused('EnrolmentNotPaused');
  });

  it('of a study is put on and lifted', () => {
    given(registered).when(lock).then(locked);
    given(registered, locked).when(lock).thenRefused('StudyIsLocked');
    given(registered, locked).when(unlock).then(unlocked);
    given(registered).when(unlock).thenRefused('StudyNotLocked');
    given(registered, locked, unlocked).when(pause).then(paused);
  });

  it('leaves nothing but lifting it to do', () => {
    const site2: StudyCommand = { type: 'OpenSite', studyId, ...site };
    for (const command of [pause, publish(1), define(1), site2]) {
      given(registered, locked).when(command).thenRefused('StudyIsLocked');
    }
  });

  it('does not outlive a participant’s rights, nor a signature', () => {
    const study = given(registered, locked).state();
    for (const type of ['SignRecord', 'WithdrawConsent', 'DecideErasure', 'ErasePersonalData', 'UnlockStudy']) {
      expect(lockProblem(type, study)).toBeUndefined();
    }
    for (const type of ['CorrectEntry', 'VoidEntry', 'RecordAttempt', 'ReportAdverseEvent', 'PublishTemplate']) {
      expect(lockProblem(type, study)).toEqual({ refused: 'StudyIsLocked', details: {} });
    }
    expect(lockProblem('RecordAttempt', given(registered, locked, unlocked).state())).toBeUndefined();
  });
});
