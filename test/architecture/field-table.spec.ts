import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { id, instant, sealed } from '#domain';
import { fieldTable } from '../../scripts/field-table.ts';

/** Body rows of the table, cells trimmed. */
function rows(shape: z.ZodType): string[] {
  return fieldTable(shape)
    .split('\n')
    .slice(2)
    .map((line) => line.replace(/^\| | \|$/g, ''));
}

describe('field table', () => {
  it('names kinds and bounds, and says what may be absent', () => {
    const shape = z.strictObject({
      who: id,
      at: instant.optional(),
      label: z.string().min(1).max(1200),
      count: z.int().min(1),
      share: z.number().positive().max(1),
      state: z.enum(['done', 'part']),
      marks: z.record(id, z.number()),
    });
    expect(rows(shape)).toEqual([
      '`who` | id | ',
      '`at` | instant (UTC) | may be absent',
      '`label` | text (1 to 1,200 characters) | ',
      '`count` | whole number (at least 1) | ',
      '`share` | number (up to 1), above 0 | ',
      '`state` | `done` · `part` | ',
      '`marks` | map to number | ',
    ]);
  });

  it('marks sealed fields however deep and hides the form of their envelope', () => {
    const shape = z.strictObject({
      note: sealed(z.string().max(10)).optional(),
      steps: z.array(z.strictObject({ text: sealed(z.string()) })),
    });
    expect(rows(shape)).toEqual([
      '`note` | text (up to 10 characters) | may be absent, **sealed**',
      '`steps` | list of group | ',
      '`steps[].text` | text | **sealed**',
    ]);
  });

  it('lists every form of a union', () => {
    const shape = z.strictObject({
      due: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('open') }),
        z.strictObject({ kind: z.literal('by'), at: instant }),
      ]),
    });
    expect(rows(shape)).toEqual([
      '`due` | one of 2 forms | ',
      '`due.kind` | `open` | ',
      '`due.kind` | `by` | ',
      '`due.at` | instant (UTC) | ',
    ]);
  });

  it('says so when there is nothing to list', () => {
    expect(fieldTable(z.strictObject({}))).toBe('No fields.');
  });
});
