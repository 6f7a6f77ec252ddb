import { type Fact, effective } from '#domain';
import {
  type AllocationScheme,
  type AllocationSequence,
  type Misplaced,
  type Placed,
  commitmentOf,
  replay,
} from '#randomisation';

/** What the log says of a study's allocation, with arms opened. */
export interface LoggedAllocation {
  readonly studyId: string;
  readonly scheme: AllocationScheme;
  /** As published before the first allocation. */
  readonly commitment: string;
  readonly allocations: readonly Placed[];
  /** Undefined until it is disclosed. */
  readonly sequence: AllocationSequence | undefined;
}

/** @returns undefined where the study has sealed no sequence */
export function loggedAllocation(studyId: string, history: readonly Fact[]): LoggedAllocation | undefined {
  const facts = effective<Fact>(history);
  const sealed = facts.find((fact) => fact.type === 'AllocationSequenceSealed');
  if (sealed?.type !== 'AllocationSequenceSealed') return undefined;
  const { method, arms, factors, planned, commitment } = sealed.data;
  const allocations = facts.flatMap((fact): Placed[] => {
    if (fact.type !== 'ParticipantAllocated') return [];
    const { participantId, levels, arm } = fact.data;
    return [{ participantId, levels, arm: typeof arm === 'string' ? arm : '' }];
  });
  const disclosed = facts.find((fact) => fact.type === 'AllocationDisclosed');
  const sequence = disclosed?.type === 'AllocationDisclosed' ? disclosed.data.sequence : undefined;
  return { studyId, scheme: { method, arms, factors, planned }, commitment, allocations, sequence };
}

/** Whether a sequence is the one that was committed to, and gives the arms that were given. */
export interface AllocationVerification {
  readonly published: string;
  readonly recomputed: string;
  readonly allocations: number;
  readonly misplaced: readonly Misplaced[];
}

/** Recomputes the commitment of a sequence and draws every arm again. */
export function verifyAllocation(logged: LoggedAllocation, sequence: AllocationSequence): AllocationVerification {
  const { studyId, scheme, commitment, allocations } = logged;
  return {
    published: commitment,
    recomputed: commitmentOf(studyId, scheme, sequence),
    allocations: allocations.length,
    misplaced: replay(scheme, sequence, allocations),
  };
}

/** Whether there is nothing to look at. */
export function holds({ published, recomputed, misplaced }: AllocationVerification): boolean {
  return published === recomputed && misplaced.length === 0;
}

/** A verification for people. */
export function verificationReport(verification: AllocationVerification): string {
  const { published, recomputed, allocations, misplaced } = verification;
  return [
    `published commitment   ${published}`,
    `recomputed commitment  ${recomputed}   ${published === recomputed ? 'the same' : 'ANOTHER'}`,
    `allocations            ${allocations}, ${allocations - misplaced.length} as the sequence gives them`,
    ...misplaced.map(
      ({ number, participantId }) => `  number ${number}, ${participantId}: another arm than the sequence gives`,
    ),
    '',
    holds(verification)
      ? 'The allocation verifies.'
      : 'The allocation does NOT verify: the sequence is not the one that was committed to, or arms were not given by it.',
  ].join('\n');
}
