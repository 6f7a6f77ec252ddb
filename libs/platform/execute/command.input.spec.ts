import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidCommand } from './command.error.ts';
import { readInput } from './command.input.ts';

const deep = (levels: number): unknown => (levels === 0 ? 1 : { in: deep(levels - 1) });
const circle: Record<string, unknown> = {};
circle['round'] = circle;

describe('what a caller sends', () => {
  it('is copied as it is, without what is undefined and without prototypes', () => {
    const sent = Object.assign(Object.create(null) as object, {
      a: [1, 'å 🙂', null, true],
      b: undefined,
      c: { d: -0.5 },
    });
    expect(readInput(sent)).toStrictEqual({ a: [1, 'å 🙂', null, true], c: { d: -0.5 } });
  });

  it('comes through when it is JSON of bearable size', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const plain = JSON.stringify(value);
        fc.pre(!plain.includes('\\u0000') && !plain.includes('__proto__') && !plain.includes('"sealed"'));
        fc.pre(!/\\ud[89a-f]/i.test(plain) && !plain.includes('"erased"'));
        expect(readInput(value)).toEqual(JSON.parse(plain));
      }),
    );
  });

  it.each<[string, unknown, string, string]>([
    ['NUL', { note: 'a\u0000b' }, 'note', 'NUL'],
    ['an unpaired surrogate', { a: [{ b: '\ud800' }] }, 'a.0.b', 'unpaired surrogate'],
    ['a field name with NUL', { 'a\u0000': 1 }, '?', 'NUL'],
    ['the name __proto__', JSON.parse('{"items":{"__proto__":{"x":1}}}'), 'items.?', 'cannot have this name'],
    ['too deep', deep(40), Array(33).fill('in').join('.'), 'deeper than 32'],
    ['a circle', circle, Array(33).fill('round').join('.'), 'deeper than 32'],
    ['too large a text', { note: 'x'.repeat(256_000) }, '', 'larger than 256 kB'],
    ['too large in bytes', { note: '\u0001'.repeat(50_000) }, '', 'larger than 256 kB'],
    ['too many values', { list: Array(200_000).fill(1) }, '', 'larger than 256 kB'],
    ['not a number', { amount: NaN }, 'amount', 'finite'],
    ['a big integer', { amount: 1n }, 'amount', 'bigint'],
    ['a function', { amount: () => 1 }, 'amount', 'function'],
    ['a date', { at: new Date() }, 'at', 'plain JSON'],
    ['a map', { at: new Map() }, 'at', 'plain JSON'],
    ['undefined', undefined, '', 'undefined'],
    ['sealed content', { a: { sealed: 'A256GCM' } }, 'a', 'plain text'],
    ['erased content', { a: { erased: true } }, 'a', 'erased'],
  ])('is refused with its field: %s', (_, sent, field, problem) => {
    let error: unknown;
    try {
      readInput(sent);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InvalidCommand);
    expect(error).toMatchObject({ problems: [{ field, problem: expect.stringContaining(problem) }] });
  });

  it('may leave erased content erased in a correction', () => {
    expect(readInput({ replacement: { note: { erased: true } } })).toEqual({ replacement: { note: { erased: true } } });
  });
});
