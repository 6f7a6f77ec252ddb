import { describe, expect, it } from '@jest/globals';
import type { AllocationScheme, AllocationSequence, Placed } from '#randomisation';
import { commitmentOf, drawArm } from '#randomisation';
import { type LoggedAllocation, holds, verificationReport, verifyAllocation } from './allocation.verification.ts';

const scheme: AllocationScheme = {
  method: 'list',
  arms: [
    { arm: 'TAU', ratio: 1 },
    { arm: 'BtheB', ratio: 1 },
  ],
  factors: [],
  planned: 4,
};
const list = ['TAU', 'BtheB', 'BtheB', 'TAU'].map((arm, at) => ({ number: at + 1, arm }));
const sequence: AllocationSequence = {
  ...{ seed: '0'.repeat(64), nonce: '5'.repeat(64), blockSizes: [], probability: 1, list },
};

function logged(): LoggedAllocation {
  const allocations: Placed[] = [];
  for (const participantId of ['P1', 'P2', 'P3']) {
    const arm = drawArm(scheme, sequence, allocations, { participantId, levels: {} }) ?? '';
    allocations.push({ participantId, levels: {}, arm });
  }
  return { studyId: 'stress', scheme, commitment: commitmentOf('stress', scheme, sequence), allocations, sequence };
}

describe('a disclosed allocation', () => {
  it('verifies', () => {
    const verification = verifyAllocation(logged(), sequence);
    expect(holds(verification)).toBe(true);
    expect(verificationReport(verification)).toContain('3, 3 as the sequence gives them');
    expect(verificationReport(verification)).toContain('The allocation verifies.');
  });

  it('does not with a list that somebody changed, not even where nobody was allocated by it yet', () => {
    for (const place of [2, 4]) {
      const swapped = { TAU: 'BtheB', BtheB: 'TAU' } as const;
      const tampered = list.map((entry) =>
        entry.number === place ? { ...entry, arm: swapped[entry.arm as keyof typeof swapped] } : entry,
      );
      const verification = verifyAllocation(logged(), { ...sequence, list: tampered });
      expect(holds(verification)).toBe(false);
      expect(verification.recomputed).not.toBe(verification.published);
      expect(verificationReport(verification)).toContain('does NOT verify');
    }
  });

  it('does not with a scheme or an arm that somebody changed', () => {
    const right = logged();
    expect(holds(verifyAllocation({ ...right, scheme: { ...scheme, planned: 3 } }, sequence))).toBe(false);
    const [first, ...others] = right.allocations;
    if (first === undefined) throw new Error('nobody is allocated');
    const moved = verifyAllocation({ ...right, allocations: [{ ...first, arm: 'BtheB' }, ...others] }, sequence);
    expect(moved.recomputed).toBe(moved.published);
    expect(moved.misplaced).toEqual([{ participantId: 'P1', number: 1 }]);
    expect(holds(moved)).toBe(false);
  });
});
