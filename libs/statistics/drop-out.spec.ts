import { describe, expect, it } from '@jest/globals';
import { dropOut } from './index.ts';

describe('drop-out', () => {
  it('is counted by visit and by pattern', () => {
    const rows = [
      [1, 2, 3],
      [1, 2, null],
      [null, null, null],
      [1, null, 3],
    ];
    expect(dropOut(rows)).toEqual({ observed: [3, 2, 2], monotone: [1, 0, 1, 1], intermittent: 1 });
    expect(dropOut([])).toEqual({ observed: [], monotone: [0], intermittent: 0 });
  });

  it('refuses rows of different length', () => {
    expect(() => dropOut([[1], [1, 2]])).toThrow('row 1');
  });
});
