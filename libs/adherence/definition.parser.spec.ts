import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { AdherenceDefinitionError, defineAdherence, parseDefinition } from './definition.parser.ts';
import { definitionJsonSchema } from './definition.schema.ts';
import { builtInDefinitions } from './definitions/built-in.definitions.ts';

const sound = {
  format: 'intersession.adherence/1',
  id: 'example',
  version: 1,
  title: 'An example',
  source: { citation: 'This spec' },
  windows: {
    w: { kind: 'days', anchor: 'enrolment', days: 'elapsed', from: 0, to: 27 },
    later: { kind: 'days', anchor: 'enrolment', days: 'elapsed', from: 20, to: 40 },
    record: { kind: 'record' },
    weeks: {
      kind: 'periods',
      anchor: 'enrolment',
      days: 'calendar',
      periods: [
        { from: 0, to: 6 },
        { from: 7, to: 13 },
      ],
    },
  },
  quantities: {
    done: { kind: 'completion-rate', window: 'w' },
    minutes: { kind: 'minutes', window: 'w' },
    sessions: { kind: 'attempts', window: 'w' },
    more: { kind: 'attempts', window: 'later' },
    last: { kind: 'last-day', window: 'w' },
  },
  value: 'done',
};

const errorsOf = (input: unknown): { path: string; message: string }[] => {
  const parsed = parseDefinition(input);
  return parsed.ok ? [] : [...parsed.errors];
};
const withQuantity = (q: object) => ({ ...sound, quantities: { ...sound.quantities, q } });
const withWindow = (x: object) => ({ ...sound, windows: { ...sound.windows, x } });
const days = { kind: 'days', anchor: 'enrolment', days: 'elapsed' };

describe('a sound definition', () => {
  it('is read from JSON text or from a value, with its defaults', () => {
    const parsed = parseDefinition(JSON.stringify(sound));
    expect(parsed).toEqual(parseDefinition(sound));
    expect(parsed).toMatchObject({
      ok: true,
      definition: { better: 'higher', log: { kind: 'reported', hiddenPerUnknown: 1 } },
    });
  });

  it('is what the guide shows', () => {
    const guide = readFileSync('docs/adherence-definitions.md', 'utf8');
    const [, example] = /```json\n(.*?)```/s.exec(guide) ?? [];
    expect(parseDefinition(example)).toMatchObject({ ok: true, definition: { id: 'half-and-ten-days' } });
    for (const id of builtInDefinitions.keys()) expect(guide).toContain(`| \`${id}\``);
  });

  it('comes back the same from its own JSON', () => {
    for (const definition of builtInDefinitions.values()) {
      expect(parseDefinition(JSON.stringify(definition))).toEqual({ ok: true, definition });
    }
  });

  it('passes the JSON Schema that editors use, which refuses what the parser refuses', () => {
    const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(definitionJsonSchema());
    expect(validate(sound)).toBe(true);
    for (const definition of builtInDefinitions.values()) expect(validate(definition)).toBe(true);
    expect(validate(withQuantity({ kind: 'vibes', window: 'w' }))).toBe(false);
    expect(validate({ ...sound, format: 'other/9' })).toBe(false);
  });
});

describe('what is refused, with the path of the field', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['text that is not JSON', '{"format":', '(definition)', /is not JSON/],
    ['a list', [], '(definition)', /must be a JSON object/],
    ['nothing', null, '(definition)', /must be a JSON object/],
    ['no format', { ...sound, format: undefined }, 'format', /is missing/],
    ['a newer format', { ...sound, format: 'intersession.adherence/2' }, 'format', /this version reads/],
    ['a field that is not of the format', { ...sound, treshold: 3 }, 'treshold', /is not a field/],
    ['a missing field', { ...sound, title: undefined }, 'title', /is missing/],
    [
      'an unknown kind of quantity',
      withQuantity({ kind: 'vibes', window: 'w' }),
      'quantities.q.kind',
      /known: attempts, active-days/,
    ],
    ['an unknown kind of window', withWindow({ kind: 'moon' }), 'windows.x.kind', /known: days, record, periods/],
    [
      'an unknown window',
      withQuantity({ kind: 'attempts', window: 'nope' }),
      'quantities.q.window',
      /'nope', which is not defined; defined: w, later/,
    ],
    [
      'an inherited name as a window',
      withQuantity({ kind: 'attempts', window: 'toString' }),
      'quantities.q.window',
      /not defined/,
    ],
    ['an unknown headline', { ...sound, value: 'nope' }, 'value', /'nope', which is not defined/],
    [
      'a window that runs backwards',
      withWindow({ ...days, from: 5, to: 4 }),
      'windows.x.to',
      /before the first day, 5/,
    ],
    ['a window that never closes', withWindow({ ...days, from: 0, to: 'open' }), 'windows.x.to', /never closes/],
    [
      'settledAfter before the window',
      withWindow({ ...days, from: 9, to: 'open', settledAfter: 3 }),
      'windows.x.settledAfter',
      /before the first day/,
    ],
    [
      'settledAfter on a closed window',
      withWindow({ ...days, from: 0, to: 9, settledAfter: 3 }),
      'windows.x.settledAfter',
      /open window only/,
    ],
    ['half a day', withWindow({ ...days, from: 0.5, to: 9 }), 'windows.x.from', /int/],
    [
      'overlapping periods',
      withWindow({
        kind: 'periods',
        anchor: 'enrolment',
        days: 'elapsed',
        periods: [
          { from: 0, to: 7 },
          { from: 7, to: 13 },
        ],
      }),
      'windows.x.periods[1].from',
      /overlaps/,
    ],
    [
      'periods where a span is needed',
      withQuantity({ kind: 'attempts', window: 'weeks' }),
      'quantities.q.window',
      /serves periods-met only/,
    ],
    [
      'a span where periods are needed',
      withQuantity({ kind: 'periods-met', measure: 'attempts', atLeast: 1, window: 'w' }),
      'quantities.q.window',
      /must be a window of kind/,
    ],
    [
      'more days than a week has',
      withQuantity({ kind: 'periods-met', measure: 'active-days', atLeast: 8, window: 'weeks' }),
      'quantities.q.window',
      /shorter than the 8 days/,
    ],
    [
      'a share of the days of a record',
      withQuantity({ kind: 'active-day-share', window: 'record' }),
      'quantities.q.window',
      /needs a number of days/,
    ],
    [
      'a last day without a day 0',
      withQuantity({ kind: 'last-day', window: 'record' }),
      'quantities.q.window',
      /no day 0/,
    ],
    [
      'a quantity made of nothing known',
      withQuantity({ kind: 'sum', of: ['nope'] }),
      'quantities.q.of[0]',
      /not defined/,
    ],
    ['a quantity made of itself', withQuantity({ kind: 'sum', of: ['q'] }), 'quantities.q', /made of itself: q → q/],
    [
      'a sum of different units',
      withQuantity({ kind: 'sum', of: ['minutes', 'sessions'] }),
      'quantities.q.of[1]',
      /in attempts, but 'minutes' is in minutes/,
    ],
    [
      'a mean of different units',
      withQuantity({
        kind: 'weighted-mean',
        parts: [
          { quantity: 'done', weight: 1 },
          { quantity: 'minutes', weight: 1 },
        ],
      }),
      'quantities.q.parts[1].quantity',
      /only one unit/,
    ],
    ['the same work twice', withQuantity({ kind: 'sum', of: ['sessions', 'more'] }), 'quantities.q.of[1]', /overlaps/],
    [
      'the same quantity twice',
      withQuantity({ kind: 'sum', of: ['sessions', 'sessions'] }),
      'quantities.q.of[1]',
      /counts 'sessions' twice/,
    ],
    [
      'arithmetic on day numbers',
      withQuantity({ kind: 'ratio', of: 'last', over: 7 }),
      'quantities.q.of',
      /day number/,
    ],
    ['dividing by nothing', withQuantity({ kind: 'ratio', of: 'minutes', over: 0 }), 'quantities.q.over', /./],
    [
      'a weight of nothing',
      withQuantity({ kind: 'weighted-mean', parts: [{ quantity: 'done', weight: 0 }] }),
      'quantities.q.parts[0].weight',
      />0/,
    ],
    [
      'an upside-down scale',
      withQuantity({ kind: 'quality', instrument: 'X', scale: { min: 4, max: 0 }, window: 'w' }),
      'quantities.q.scale',
      /lower to a higher/,
    ],
    [
      'a condition on nothing known',
      { ...sound, adherent: { kind: 'not', condition: { kind: 'at-least', quantity: 'x', threshold: 1 } } },
      'adherent.condition.quantity',
      /not defined/,
    ],
    [
      'an unknown condition',
      { ...sound, adherent: { kind: 'all', conditions: [{ kind: 'maybe' }] } },
      'adherent.conditions[0].kind',
      /known: at-least/,
    ],
    [
      'a threshold in another unit',
      { ...sound, adherent: { kind: 'at-least', quantity: 'minutes', threshold: 2, unit: 'hours' } },
      'adherent.unit',
      /'hours', but 'minutes' is in 'minutes'/,
    ],
    [
      'a percentage for a share',
      { ...sound, adherent: { kind: 'at-least', quantity: 'done', threshold: 50 } },
      'adherent.threshold',
      /write 0.5 for 50 %/,
    ],
    [
      'an empty range',
      { ...sound, adherent: { kind: 'between', quantity: 'minutes', low: 5, high: 4 } },
      'adherent.low',
      /above high/,
    ],
    [
      'three of two',
      {
        ...sound,
        adherent: { kind: 'at-least-of', count: 3, conditions: [{ kind: 'at-least', quantity: 'done', threshold: 1 }] },
      },
      'adherent.count',
      /3 of 1/,
    ],
    ['no conditions', { ...sound, adherent: { kind: 'all', conditions: [] } }, 'adherent.conditions', /./],
    ['a script for a source', { ...sound, source: { citation: 'x', url: 'javascript:alert(1)' } }, 'source.url', /./],
  ])('%s', (_, input, path, message) => {
    expect(errorsOf(input)).toContainEqual({ path, message: expect.stringMatching(message) });
  });

  it('a longer circle, named once', () => {
    const circle = {
      a: { kind: 'sum', of: ['b'] },
      b: { kind: 'ratio', of: 'c', over: 2 },
      c: { kind: 'weighted-mean', parts: [{ quantity: 'a', weight: 1 }] },
    };
    expect(errorsOf({ ...sound, quantities: circle, value: 'a' })).toEqual([
      { path: 'quantities.a', message: 'is made of itself: a → b → c → a' },
    ]);
  });

  it('tells several errors at once', () => {
    expect(errorsOf({ ...sound, version: 0, title: '' }).map(({ path }) => path)).toEqual(['version', 'title']);
  });
});

describe('hostile input', () => {
  const nested = (depth: number): unknown => {
    let condition: unknown = { kind: 'at-least', quantity: 'done', threshold: 1 };
    for (let i = 0; i < depth; i++) condition = { kind: 'not', condition };
    return { ...sound, adherent: condition };
  };

  it.each<[string, unknown, RegExp]>([
    ['a very deep tree', nested(100_000), /nested more than/],
    ['a very deep text', '['.repeat(100_000) + ']'.repeat(100_000), /nested more than/],
    ['a very long text', `"${'x'.repeat(300_000)}"`, /characters long/],
    ['a very long string', { ...sound, title: 'x'.repeat(5_000) }, /longer than 4000/],
    [
      'very many quantities',
      { ...sound, quantities: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`q${i}`, {}])) },
      /more than 200/,
    ],
    ['very many values', { a: Array(200).fill(Array(200).fill(Array(200).fill(0))) }, /more than 20000 values/],
    ['__proto__ in text', '{"format":"intersession.adherence/1","__proto__":{"ok":true}}', /reserved name/],
    [
      '__proto__ as a quantity',
      `{"format":"intersession.adherence/1","quantities":{"__proto__":{"kind":"attempts"}}}`,
      /reserved name/,
    ],
    [
      'constructor as a name',
      { ...sound, quantities: Object.fromEntries([['constructor', { kind: 'attempts', window: 'w' }]]) },
      /reserved name/,
    ],
    ['a NUL character', { ...sound, title: 'a\u0000b' }, /NUL/],
    ['an unpaired surrogate', { ...sound, title: '\ud800' }, /unpaired/],
    ['something that is not data', { ...sound, title: new Date() }, /not plain data/],
    [
      'a property that computes',
      Object.defineProperty({ ...sound }, 'title', { get: () => 'x', enumerable: true }),
      /not plain data/,
    ],
  ])('%s', (_, input, message) => {
    expect(errorsOf(input)[0]?.message).toMatch(message);
  });

  it('leaves Object.prototype as it was', () => {
    parseDefinition('{"format":"intersession.adherence/1","__proto__":{"polluted":1}}');
    expect('polluted' in {}).toBe(false);
  });

  it('ends on a circle of references', () => {
    const circle: Record<string, unknown> = { ...sound };
    circle['self'] = circle;
    expect(errorsOf(circle)[0]?.message).toMatch(/nested more than/);
  });

  it('tells at most 25 errors, and quotes no more than a line of the input', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`w${i}`, { kind: 'moon' }]));
    expect(errorsOf({ ...sound, windows: many })).toHaveLength(25);
    expect(errorsOf({ ...sound, format: 'x'.repeat(3_000) })[0]?.message.length).toBeLessThan(160);
  });
});

describe('defineAdherence', () => {
  it('throws with every field named', () => {
    const faulty = () => defineAdherence({ ...sound, value: 'nope' } as Parameters<typeof defineAdherence>[0]);
    expect(faulty).toThrow(AdherenceDefinitionError);
    expect(faulty).toThrow("value names the quantity 'nope'");
  });
});
