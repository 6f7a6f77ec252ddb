import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameContent } from './same-content.ts';

describe('the same content', () => {
  it('does not depend on the order of keys, nor on absent ones', () => {
    expect(sameContent({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1, e: undefined })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, {}],
    [{ a: null }, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    ['1', 1],
    [null, {}],
  ])('%j is not %j', (one, other) => {
    expect([sameContent(one, other), sameContent(other, one)]).toEqual([false, false]);
  });

  it('survives being stored', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(sameContent(value, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
  });
});
