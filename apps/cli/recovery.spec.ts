import { describe, expect, it } from '@jest/globals';
import { brokenPromises, recoveryLines, recoveryReport } from './recovery.report.ts';
import { addedUp, RECOVERY_DESIGNS, RECOVERY_ESTIMATORS, recoveryOf, type RecoveryTally } from './recovery.study.ts';

const tally = (changes: Partial<RecoveryTally>): RecoveryTally => ({
  ...{ design: 'standardised-0.3', estimator: 'lagged', seeds: 100, refused: 0 },
  ...{ sum: -20, squares: 4.25, errors: 5, covered: 95, ...changes },
});

describe('the recovery study', () => {
  it('is the same for the same seed, and gives every design and estimator', () => {
    const one = recoveryOf(3);
    expect(one).toEqual(recoveryOf(3));
    expect(one).not.toEqual(recoveryOf(4));
    expect(one).toHaveLength(RECOVERY_DESIGNS.length * RECOVERY_ESTIMATORS.length);
    expect(addedUp([...one, ...one]).every(({ seeds }) => seeds === 2)).toBe(true);
  });

  it('tells bias, spread and coverage of those that could be fitted', () => {
    const [line] = recoveryLines([tally({ seeds: 120, refused: 20 })]);
    expect(line).toMatchObject({ mean: -0.2, bias: 0, spread: 0.05, standardError: 0.05, coverage: 95, refused: 20 });
    expect(recoveryReport(line === undefined ? [] : [line])).toContain('95.0 %  20 refused');
  });

  it('says which promise is not kept', () => {
    expect(brokenPromises(recoveryLines([tally({})]))).toEqual([]);
    expect(brokenPromises(recoveryLines([tally({ covered: 92 })]))).toHaveLength(1);
    expect(brokenPromises(recoveryLines([tally({ covered: 98 })]))).toHaveLength(1);
    expect(brokenPromises(recoveryLines([tally({ estimator: 'person-mean-centred', covered: 90 })]))).toHaveLength(1);
    expect(brokenPromises(recoveryLines([tally({ design: 'phq-1-0.3', covered: 10 })]))).toEqual([]);
  });
});
