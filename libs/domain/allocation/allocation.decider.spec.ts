import { describe, expect, it } from '@jest/globals';
import { commitmentOf } from '#randomisation';
import { decideEntry } from '../entry/entry.decider.ts';
import {
  ORDINARY,
  entryId,
  recorded,
  specificationOf,
  standingAs,
  studyWith,
} from '../kernel/decider.specification.ts';
import { ERASED } from '../kernel/sealed.ts';
import { type AllocationCommand, allocationDecider } from './allocation.decider.ts';
import type { AllocationEvent } from './allocation.events.ts';

// Executes E6-4.1, P11-10(f).

const { given } = specificationOf(allocationDecider);
const studyId = 'stress';
const scheme = {
  method: 'list' as const,
  arms: [
    { arm: 'TAU', ratio: 1 },
    { arm: 'BtheB', ratio: 1 },
  ],
  factors: [],
  planned: 2,
};
const secrets = { seed: '0'.repeat(64), nonce: '1'.repeat(64) };
const list = [
  { number: 1, arm: 'BtheB' },
  { number: 2, arm: 'TAU' },
];
const sequence = { ...secrets, blockSizes: [], probability: 1, list };
const seal: AllocationCommand = { type: 'SealAllocationSequence', studyId, ...scheme, ...secrets, list };
const commitment = commitmentOf(studyId, scheme, sequence);
const sealed: AllocationEvent = { type: 'AllocationSequenceSealed', data: { ...scheme, commitment, sequence } };
const allocate = (participantId: string): AllocationCommand => ({
  type: 'AllocateParticipant',
  studyId,
  participantId,
});
const allocated = (participantId: string, number: number, arm: string): AllocationEvent => ({
  type: 'ParticipantAllocated',
  data: { participantId, number, levels: {}, origin: 'drawn', arm },
});

describe('an allocation sequence', () => {
  it('is sealed once, with a commitment to it', () => {
    given().when(seal).then(sealed);
    given(sealed).when(seal).thenRefused('AllocationAlreadySealed');
    given()
      .when(seal, studyWith({ registered: false }))
      .thenRefused('StudyNotRegistered');
  });

  it('from a list that is too short or names a place twice is refused by name', () => {
    given()
      .when({ ...seal, planned: 3 })
      .thenRefused('AllocationListTooShort', { field: 'list', problem: 'has 2 places for 3 participants' });
    given()
      .when({ ...seal, list: [...list, { number: 2, arm: 'TAU' }] })
      .thenRefused('AllocationListHasDuplicates', { field: 'list.2.number', problem: 'is there twice' });
    given()
      .when({ ...seal, method: 'permuted-blocks' })
      .thenRefused('AllocationSchemeUnusable', { field: 'list', problem: 'has no place in permuted-blocks' });
  });

  it('is disclosed once, when the data are final', () => {
    const disclose: AllocationCommand = { type: 'DiscloseAllocation', studyId };
    const disclosed: AllocationEvent = { type: 'AllocationDisclosed', data: { sequence } };
    given(sealed).when(disclose).thenRefused('StudyNotLocked');
    given(sealed)
      .when(disclose, studyWith({ locked: true }))
      .then(disclosed);
    given(sealed, disclosed)
      .when(disclose, studyWith({ locked: true }))
      .thenRefused('AllocationAlreadyDisclosed');
    given()
      .when(disclose, studyWith({ locked: true }))
      .thenRefused('AllocationNotSealed');
  });

  it('cannot be told any more once its key is destroyed', () => {
    const lost: AllocationEvent = { type: 'AllocationSequenceSealed', data: { ...sealed.data, sequence: ERASED } };
    given(lost).when(allocate('P1')).thenRefused('AllocationKeyDestroyed');
    const locked = studyWith({ locked: true });
    given(lost).when({ type: 'DiscloseAllocation', studyId }, locked).thenRefused('AllocationKeyDestroyed');
  });

  it('is final: nothing in it is corrected or voided', () => {
    const history = recorded(sealed, allocated('P1', 1, 'BtheB'));
    const fix = { category: 'allocation', recordId: studyId, entryId: entryId(1), reason: 'other' } as const;
    const refused = { refused: 'EntryNotCorrectable', details: { type: 'ParticipantAllocated' } };
    expect(decideEntry({ type: 'VoidEntry', ...fix }, history, allocationDecider)).toEqual(refused);
    const replacement = { participantId: 'P1', number: 1, levels: {}, origin: 'drawn', arm: 'TAU' };
    expect(decideEntry({ type: 'CorrectEntry', ...fix, replacement }, history, allocationDecider)).toEqual(refused);
  });
});

describe('a participant', () => {
  it('is allocated once, in order, by the sealed sequence', () => {
    given(sealed)
      .when(allocate('P1'))
      .then(allocated('P1', 1, 'BtheB'));
    given(sealed, allocated('P1', 1, 'BtheB'))
      .when(allocate('P2'))
      .then(allocated('P2', 2, 'TAU'));
    given(sealed, allocated('P1', 1, 'BtheB'))
      .when(allocate('P1'))
      .thenRefused('ParticipantAlreadyAllocated');
    given(sealed, allocated('P1', 1, 'BtheB'), allocated('P2', 2, 'TAU'))
      .when(allocate('P3'))
      .thenRefused('AllocationListUsedUp');
    given().when(allocate('P1')).thenRefused('AllocationNotSealed');
  });

  it('has no arm until enrolled for good', () => {
    for (const status of ['unknown', 'screened', 'excluded'] as const) {
      given(sealed).when(allocate('P1'), standingAs(status)).thenRefused('ParticipantNotEnrolled');
    }
    given(sealed).when(allocate('P1'), standingAs('left')).thenRefused('ParticipantLeft', { status: 'left' });
    given(sealed).when(allocate('P1'), standingAs('enrolled', 'other')).thenRefused('OtherStudy');
  });

  it('has no arm without consent, where a protocol document asks for it', () => {
    const participant = { ...ORDINARY.participant, consented: false };
    for (const life of ['live', 'dry-run'] as const) {
      const asking = { participant, ...studyWith({ life }) };
      given(sealed).when(allocate('P1'), asking).thenRefused('ConsentNotGiven');
    }
    given(sealed)
      .when(allocate('P1'), { participant, ...studyWith({ life: 'undeclared' }) })
      .then(allocated('P1', 1, 'BtheB'));
    const reconsent = { because: 'majority', due: '2026-02' } as const;
    given(sealed)
      .when(allocate('P1'), { participant: { ...ORDINARY.participant, reconsent } })
      .thenRefused('ReconsentOverdue', { due: '2026-02' });
    given(sealed)
      .when(allocate('P1'), { participant: { ...ORDINARY.participant, reconsent: { ...reconsent, due: '2026-03' } } })
      .then(allocated('P1', 1, 'BtheB'));
    // What was allocated elsewhere, such as in an imported trial, is told as it was.
    given()
      .when({ type: 'RecordAllocation', studyId, participantId: 'P1', arm: 'TAU' }, { participant })
      .then({
        type: 'ParticipantAllocated',
        data: { participantId: 'P1', number: 1, levels: {}, origin: 'elsewhere', arm: 'TAU' },
      });
  });

  it('is balanced within the site of their enrolment, whatever the command says', () => {
    const factors = [{ factor: 'site', levels: ['north', 'south'] }];
    const own = { ...scheme, method: 'minimisation' as const, factors };
    const drawn = { ...secrets, blockSizes: [], probability: 0.9, list: [] };
    const begun: AllocationEvent = {
      type: 'AllocationSequenceSealed',
      data: { ...own, commitment: commitmentOf(studyId, own, drawn), sequence: drawn },
    };
    const participant = { ...standingAs('enrolled').participant, status: 'enrolled', zones: [] } as const;
    const levels = (siteId?: string) => ({ participant: { ...participant, studyId, siteId } });
    const command: AllocationCommand = { ...allocate('P1'), levels: { site: 'south' } } as AllocationCommand;
    const { placed } = given(begun, {
      ...allocated('P1', 1, 'TAU'),
      data: { participantId: 'P1', number: 1, levels: { site: 'north' }, origin: 'drawn', arm: 'TAU' },
    } as AllocationEvent).state();
    expect(placed).toEqual([{ participantId: 'P1', levels: { site: 'north' }, arm: 'TAU' }]);
    given(begun).when(command, levels('west')).thenRefused('AllocationLevelUnknown', { factor: 'site' });
    given(begun).when(allocate('P1'), levels()).thenRefused('AllocationLevelUnknown', { factor: 'site' });
  });

  it('may have been allocated elsewhere, where nothing is sealed here', () => {
    const record: AllocationCommand = { type: 'RecordAllocation', studyId, participantId: 'P1', arm: 'TAU' };
    const elsewhere: AllocationEvent = {
      type: 'ParticipantAllocated',
      data: { participantId: 'P1', number: 1, levels: {}, origin: 'elsewhere', arm: 'TAU' },
    };
    given().when(record).then(elsewhere);
    given(elsewhere).when(record).thenRefused('ParticipantAlreadyAllocated');
    given(sealed).when(record).thenRefused('AllocationIsSealed');
    given(elsewhere).when(seal).thenRefused('AllocationBegunElsewhere');
  });

  it('is unblinded for somebody, once, and for a reason', () => {
    const data = { participantId: 'P1', revealedTo: 'dr-7', reason: 'medical-emergency', note: 'Overdose' } as const;
    const unblind: AllocationCommand = { type: 'UnblindParticipant', studyId, ...data };
    const unblinded: AllocationEvent = { type: 'ParticipantUnblinded', data };
    given(sealed).when(unblind).thenRefused('ParticipantNotAllocated');
    given(sealed, allocated('P1', 1, 'TAU'))
      .when(unblind)
      .then(unblinded);
    given(sealed, allocated('P1', 1, 'TAU'), unblinded)
      .when(unblind)
      .thenRefused('ParticipantAlreadyUnblinded');
    given(sealed, allocated('P1', 1, 'TAU'), unblinded)
      .when({ ...unblind, revealedTo: 'dr-8' })
      .then({ type: 'ParticipantUnblinded', data: { ...data, revealedTo: 'dr-8' } });
  });
});
