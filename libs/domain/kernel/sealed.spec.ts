import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ERASED, isEnvelope, isErased, mapSealed, sealed, sealedPaths } from './sealed.ts';

const envelope = { sealed: 'A256GCM', key: 'participant:P1', at: 'e/note', iv: 'iv', text: 'text', length: 4 };
const schema = z.strictObject({
  plain: z.string(),
  note: sealed(z.string().max(5)).optional(),
  terms: z.strictObject({ title: sealed(z.string()), dose: z.number() }).partial(),
  pages: z.array(z.strictObject({ drawing: sealed(z.string()).nullable() })),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open'), words: sealed(z.string()) }),
    z.strictObject({ kind: z.literal('choice'), words: z.string() }),
  ]),
});
const data = {
  plain: 'p',
  note: 'n',
  terms: { title: 't', dose: 1 },
  pages: [{ drawing: 'd0' }, { drawing: null }, { drawing: 'd2' }],
  answer: { kind: 'open', words: 'w' },
};

describe('a sealed field', () => {
  it('takes the plain value, an envelope or what erasure leaves', () => {
    const field = sealed(z.string().max(5));
    for (const value of ['plain', envelope, ERASED]) expect(field.safeParse(value).success).toBe(true);
    for (const value of ['longer', 7, null, { erased: false }, { ...envelope, more: 1 }]) {
      expect(field.safeParse(value).success).toBe(false);
    }
  });

  it('is found wherever it is nested', () => {
    const paths = ['note', 'terms.title', 'pages[].drawing', 'answer.words'];
    expect(sealedPaths(schema)).toEqual(paths);
    const met: string[] = [];
    const mapped = mapSealed(schema, data, (value, path) => {
      met.push(`${path.join('.')}=${String(value)}`);
      return ERASED;
    });
    expect(met).toEqual(['note=n', 'terms.title=t', 'pages.0.drawing=d0', 'pages.2.drawing=d2', 'answer.words=w']);
    expect(mapped).toEqual({
      plain: 'p',
      note: ERASED,
      terms: { title: ERASED, dose: 1 },
      pages: [{ drawing: ERASED }, { drawing: null }, { drawing: ERASED }],
      answer: { kind: 'open', words: ERASED },
    });
    expect(schema.safeParse(mapped).success).toBe(true);
  });

  it('is not looked for in the other branch of a union, nor where it is left out', () => {
    const met: unknown[] = [];
    mapSealed(schema, { plain: 'p', terms: {}, pages: [], answer: { kind: 'choice', words: 'w' } }, (value) =>
      met.push(value),
    );
    expect(met).toEqual([]);
  });

  it('is told from what it may look like', () => {
    expect([envelope, ERASED, 'A256GCM', null].map(isEnvelope)).toEqual([true, false, false, false]);
    expect([envelope, ERASED, { erased: 'true' }, null].map(isErased)).toEqual([false, true, false, false]);
  });
});
