import { describe, expect, it } from '@jest/globals';
import {
  type AllocationScheme,
  type AllocationSequence,
  allocationProblem,
  commitmentOf,
  drawArm,
  levelsProblem,
  replay,
} from './index.ts';

const scheme: AllocationScheme = {
  method: 'list',
  arms: [
    { arm: 'TAU', ratio: 1 },
    { arm: 'BtheB', ratio: 1 },
  ],
  factors: [],
  planned: 3,
};
const sequence: AllocationSequence = {
  seed: 'a'.repeat(64),
  nonce: 'b'.repeat(64),
  blockSizes: [],
  probability: 1,
  list: [
    { number: 1, arm: 'TAU' },
    { number: 2, arm: 'BtheB' },
    { number: 3, arm: 'TAU', participantId: 'P9' },
  ],
};
const of = (changes: Partial<AllocationScheme>, secret: Partial<AllocationSequence> = {}) =>
  allocationProblem({ ...scheme, ...changes }, { ...sequence, ...secret });
const blocks = (blockSizes: number[], arms = scheme.arms) =>
  of({ method: 'permuted-blocks', arms }, { list: [], blockSizes });

describe('a scheme that cannot be drawn by', () => {
  it('is told by the field', () => {
    expect(of({})).toBeUndefined();
    expect(of({ planned: 4 })).toMatchObject({ kind: 'too-short', problem: 'has 3 places for 4 participants' });
    expect(of({}, { list: [...sequence.list, { number: 2, arm: 'TAU' }] })).toMatchObject({
      kind: 'duplicate',
      field: 'list.3.number',
    });
    expect(of({}, { list: [...sequence.list, { number: 4, arm: 'TAU', participantId: 'P9' }] })).toMatchObject({
      kind: 'duplicate',
      field: 'list.3.participantId',
    });
    expect(of({}, { list: [{ number: 1, arm: 'other' }] })).toMatchObject({ field: 'list.0.arm' });
    expect(of({}, { list: [{ number: 1, arm: 'TAU', stratum: 'north' }] })).toMatchObject({ field: 'list.0.stratum' });
    expect(of({}, { blockSizes: [4] })).toMatchObject({ field: 'blockSizes' });
    expect(blocks([4])).toBeUndefined();
    expect(blocks([])).toMatchObject({ field: 'blockSizes' });
    expect(blocks([4, 5])).toMatchObject({ field: 'blockSizes.1' });
    expect(blocks([4, 4])).toMatchObject({ field: 'blockSizes.1' });
    const twoToOne = [
      { arm: 'TAU', ratio: 1 },
      { arm: 'BtheB', ratio: 2 },
    ];
    expect(blocks([6], twoToOne)).toBeUndefined();
    const minimised = { method: 'minimisation' } as const;
    expect(of({ ...minimised, arms: twoToOne }, { list: [], probability: 0.8 })).toMatchObject({
      field: 'arms.1.ratio',
    });
    for (const probability of [0.5, 1]) {
      expect(of(minimised, { list: [], probability })).toMatchObject({ field: 'probability' });
    }
    const many = Array.from({ length: 4 }, (_, at) => ({
      factor: `f${at}`,
      levels: Array.from({ length: 50 }, (__, level) => `l${level}`),
    }));
    expect(of({ factors: many })).toMatchObject({ field: 'factors' });
    expect(of({ arms: [...scheme.arms, { arm: 'TAU', ratio: 1 }] })).toMatchObject({ field: 'arms.2.arm' });
  });

  it('is told of a participant by the factor', () => {
    const factors = [{ factor: 'site', levels: ['north'] }];
    expect(levelsProblem({ factors }, { site: 'north' })).toBeUndefined();
    expect(levelsProblem({ factors }, { site: 'south' })).toBe('site');
    expect(levelsProblem({ factors }, {})).toBe('site');
    expect(levelsProblem({ factors }, { site: 'north', sex: 'female' })).toBe('sex');
  });
});

describe('an uploaded list', () => {
  it('gives places in order, and those kept for somebody to them', () => {
    const [first, second] = [
      { participantId: 'P1', levels: {}, arm: 'TAU' },
      { participantId: 'P9', levels: {}, arm: 'TAU' },
    ] as const;
    expect(drawArm(scheme, sequence, [], first)).toBe('TAU');
    expect(drawArm(scheme, sequence, [first], second)).toBe('TAU');
    expect(drawArm(scheme, sequence, [first, second], { participantId: 'P2', levels: {} })).toBe('BtheB');
    const third = { participantId: 'P2', levels: {}, arm: 'BtheB' };
    expect(drawArm(scheme, sequence, [first, second, third], { participantId: 'P3', levels: {} })).toBeUndefined();
    expect(replay(scheme, sequence, [first, second, third])).toEqual([]);
    expect(replay(scheme, sequence, [first, second, { ...third, arm: 'TAU' }])).toEqual([
      { participantId: 'P2', number: 3 },
    ]);
  });
});

describe('a commitment', () => {
  it('is of one scheme and sequence, however its fields are ordered, and of no other', () => {
    const commitment = commitmentOf('btheb', scheme, sequence);
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    const { list, nonce, ...rest } = sequence;
    expect(commitmentOf('btheb', { ...scheme }, { list, ...rest, nonce })).toBe(commitment);
    const tampered = list.map((entry) => (entry.number === 2 ? { ...entry, arm: 'TAU' } : entry));
    for (const other of [
      commitmentOf('btheb', scheme, { ...sequence, list: tampered }),
      commitmentOf('btheb', scheme, { ...sequence, nonce: 'c'.repeat(64) }),
      commitmentOf('btheb', { ...scheme, planned: 2 }, sequence),
      commitmentOf('other', scheme, sequence),
    ]) {
      expect(other).not.toBe(commitment);
    }
  });
});
