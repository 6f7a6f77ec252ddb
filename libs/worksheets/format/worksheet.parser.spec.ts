import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { everyKind } from '../example.worksheet.ts';
import type { Condition } from './expression.schema.ts';
import { defineWorksheet, parseWorksheet, WorksheetFormatError } from './worksheet.parser.ts';
import { Worksheet, type WorksheetInput } from './worksheet.schema.ts';

const text = (id: string, showIf?: Condition) => ({
  id,
  kind: 'text' as const,
  label: { en: id },
  ...(showIf === undefined ? {} : { showIf }),
});
const withFields = (fields: WorksheetInput['fields']): WorksheetInput => ({ ...everyKind, fields });
const errorsOf = (input: unknown) => {
  const parsed = parseWorksheet(input);
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path} ${message}`);
};

describe('a worksheet', () => {
  it('holds every kind of field and reads the same from JSON text', () => {
    const kinds = new Set(defineWorksheet(everyKind).fields.map(({ kind }) => kind));
    expect(kinds.size).toBe(23);
    expect(parseWorksheet(JSON.stringify(everyKind))).toEqual(parseWorksheet(everyKind));
  });

  it('is refused by the name of its show-if loop, through calculations too', () => {
    const one = withFields([text('a', { kind: 'answered', field: 'a' })]);
    expect(errorsOf(one)).toEqual(['fields[0].showIf goes round in a loop: a → a']);
    const two = withFields([
      text('a', { kind: 'not', of: { kind: 'answered', field: 'b' } }),
      text('b', { kind: 'any', of: [{ kind: 'answered', field: 'a' }] }),
    ]);
    expect(errorsOf(two)).toEqual(['fields[0].showIf goes round in a loop: a → b → a']);
    const mixed = withFields([
      text('a', { kind: 'at-least', field: 'sum', value: 1 }),
      { id: 'sum', kind: 'computed', label: { en: 'Sum' }, value: { kind: 'count', of: [{ field: 'a' }] } },
    ]);
    expect(errorsOf(mixed)).toEqual(['fields[0].showIf goes round in a loop: a → sum → a']);
  });

  it('never passes with a loop among its rules, whatever they ask', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const edges = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 8 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const fields = names.map((name, index) => {
          const asked = pairs.filter(([from]) => from === index).map(([, to]) => names[to]!);
          return asked.length === 0
            ? text(name)
            : text(name, { kind: 'any', of: asked.map((field) => ({ kind: 'answered' as const, field })) });
        });
        expect(parseWorksheet(withFields(fields)).ok).toBe(!reachesItself(pairs));
      }),
    );
  });

  it('names the field and the language of a text that is not translated', () => {
    const two = { ...everyKind, languages: ['en', 'sv'], fields: [text('a')] };
    expect(errorsOf(two)).toContain('fields[0].label.sv is missing');
    expect(errorsOf(two)).toContain('steps[0].sv is missing');
    expect(errorsOf({ ...everyKind, title: { en: 'A', fi: 'B' } })).toEqual([
      'title.fi is not a language of this worksheet',
    ]);
  });

  it('names what leads nowhere, what is there twice and what a table lacks', () => {
    expect(errorsOf(withFields([text('a', { kind: 'answered', field: 'gone' })]))).toEqual([
      'fields[0].showIf asks about gone, which is no field of this worksheet',
    ]);
    expect(errorsOf(withFields([text('a'), text('a')]))).toEqual(['fields has two fields called a']);
    const ladder = {
      id: 'l',
      kind: 'exposure-ladder' as const,
      label: { en: 'L' },
      parts: [{ part: 'step', label: { en: 'S' } }],
    };
    expect(errorsOf(withFields([ladder]))).toHaveLength(3);
    expect(errorsOf(withFields([ladder]))[0]).toBe(
      'fields[0].parts lacks before, without which it is no exposure-ladder',
    );
    const drawings = Array.from({ length: 50 }, (_, i) => ({
      id: `d${i}`,
      kind: 'drawing' as const,
      label: { en: 'D' },
    }));
    expect(errorsOf(withFields(drawings))).toEqual(['fields has 50 drawings; at most 10']);
  });

  it('refuses addresses that could run something', () => {
    const resource = (url: string) => withFields([{ id: 'r', kind: 'resource', label: { en: 'R' }, url }]);
    expect(errorsOf(resource('https://example.org/a'))).toEqual([]);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://example.org']) {
      expect(errorsOf(resource(url))[0]).toMatch(/^fields\[0\]\.url /);
    }
  });

  it.each([
    ['a foreign format', { format: 'other/1' }, 'format is "other/1"'],
    ['no format', {}, 'format is missing'],
    ['not JSON', '{', '(worksheet) is not JSON'],
    ['a list', [], '(worksheet) must be a JSON object'],
    ['too much text', 'x'.repeat(600_000), '(worksheet) is larger than'],
    ['a reserved name', '{"__proto__": {"a": 1}}', '__proto__ is a reserved name'],
    [
      'an unpaired surrogate',
      { ...everyKind, title: { en: '\uD800' } },
      'title.en holds a NUL character or an unpaired surrogate',
    ],
    ['a field that is not of the format', { ...everyKind, script: 'x' }, 'script is not a field of the format'],
    ['an unknown kind', { ...everyKind, fields: [{ id: 'a', kind: 'iframe' }] }, 'fields[0].kind is not a known kind'],
  ])('is refused with %s', (_, input, message) => {
    expect(errorsOf(input)[0]).toContain(message);
  });

  it('never throws, and what passes passes again', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const parsed = parseWorksheet(input);
        expect(typeof parsed.ok).toBe('boolean');
      }),
    );
    const again = defineWorksheet(everyKind);
    expect(Worksheet.parse(again)).toEqual(again);
    expect(() => defineWorksheet({ ...everyKind, version: 0 })).toThrow(WorksheetFormatError);
  });
});

function reachesItself(pairs: readonly (readonly [number, number])[]): boolean {
  const reach = (from: number, seen: ReadonlySet<number>): boolean =>
    pairs.some(([a, b]) => a === from && (seen.has(b) || reach(b, new Set([...seen, b]))));
  return [0, 1, 2, 3, 4].some((node) => reach(node, new Set([node])));
}
