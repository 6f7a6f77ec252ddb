import { describe, expect, it } from '@jest/globals';
import { parseDefinition } from './definition.parser.ts';

const between = { kind: 'intervals', opens: { kind: 'held-session' }, atMostDays: 28 };
const base = {
  format: 'intersession.adherence/1',
  id: 'example',
  version: 1,
  title: 'An example',
  source: { citation: 'This spec' },
  windows: { between, record: { kind: 'record' } },
  quantities: {
    done: { kind: 'completion-rate', window: 'between' },
    minutes: { kind: 'minutes', window: 'between' },
    all: { kind: 'minutes', window: 'record' },
    acr: { kind: 'compliance-rating', window: 'between' },
    rated: { kind: 'quality', instrument: 'ACR', scale: { min: 1, max: 6 }, window: 'between' },
    half: { kind: 'dichotomy', of: 'done', atLeast: 0.5 },
  },
  value: 'done',
};
const withQuantity = (q: object) => ({ ...base, quantities: { ...base.quantities, q } });
const withWindow = (x: object) => ({ ...base, windows: { ...base.windows, x } });
const onlyWindow = (x: object) => ({ ...base, windows: { ...base.windows, between: x } });
const overDone = { window: 'between', kind: 'completion-rate' };

describe('a definition over intervals', () => {
  it('is taken, with its defaults', () => {
    expect(parseDefinition(base)).toMatchObject({
      ok: true,
      definition: {
        windows: {
          between: {
            cancelledSession: 'goes-on',
            missedSession: 'goes-on',
            afterEarlyClose: 'waits',
            dropOut: { kind: 'at-end' },
            lastInterval: { kind: 'at-end' },
          },
        },
        quantities: { done: { per: 'obligation' } },
      },
    });
  });

  it.each([
    [
      'a window that never closes',
      onlyWindow({ kind: 'intervals', opens: { kind: 'module' } }),
      'windows.between.atMostDays',
      /never closes/,
    ],
    [
      'two cuts through the same time',
      withWindow({ ...between, atMostDays: 7 }),
      'windows.x',
      /overlapping 'between': .* one window of kind 'intervals'/,
    ],
    [
      'an unknown opening',
      onlyWindow({ ...between, opens: { kind: 'moon' } }),
      'windows.between.opens.kind',
      /known: held-session/,
    ],
    [
      'an ending longer than an interval',
      onlyWindow({ ...between, dropOut: { kind: 'after', days: 29 } }),
      'windows.between.dropOut.days',
      /no interval is longer than 28 days/,
    ],
    [
      'a first day of many intervals',
      withQuantity({ kind: 'first-day', window: 'between' }),
      'quantities.q.window',
      /no day 0/,
    ],
    [
      'the same minutes twice',
      withQuantity({ kind: 'sum', of: ['minutes', 'all'] }),
      'quantities.q.of[1]',
      /overlaps that of 'minutes'/,
    ],
    [
      'dividing by a yes or no',
      withQuantity({ kind: 'ratio', of: 'minutes', over: 'half' }),
      'quantities.q.over',
      /divides by nothing wherever it is 0/,
    ],
    [
      'a split above everything',
      withQuantity({ kind: 'dichotomy', of: 'done', atLeast: 50 }),
      'quantities.q.atLeast',
      /never exceeds 1/,
    ],
    ['a split of itself', withQuantity({ kind: 'dichotomy', of: 'q', atLeast: 1 }), 'quantities.q', /q → q/],
    [
      'a split of nothing',
      withQuantity({ kind: 'dichotomy', of: 'nope', atLeast: 1 }),
      'quantities.q.of',
      /not defined/,
    ],
    [
      'a derived rating averaged with a human one',
      withQuantity({ kind: 'weighted-mean', parts: ['acr', 'rated'].map((quantity) => ({ quantity, weight: 1 })) }),
      'quantities.q.parts[1].quantity',
      /'rated' is in ACR, but 'acr' is in Assignment Compliance Rating \(event-derived\)/,
    ],
    ['ratings added up', withQuantity({ kind: 'sum', of: ['acr'] }), 'quantities.q.of[0]', /is a rating/],
    [
      'evidence that is both early and late',
      withQuantity({ ...overDone, where: { enteredWithinHours: 24, enteredAfterHours: 24 } }),
      'quantities.q.where.enteredAfterHours',
      /nothing is both/,
    ],
    [
      'attempts that are both early and late',
      withQuantity({ kind: 'attempts', window: 'between', where: { enteredWithinHours: 1, enteredAfterHours: 24 } }),
      'quantities.q.where.enteredAfterHours',
      /nothing is both/,
    ],
    [
      'ratings that are both',
      withQuantity({ ...base.quantities.rated, ratedWithinHours: 1, ratedAfterHours: 2 }),
      'quantities.q.ratedAfterHours',
      /nothing is both/,
    ],
    ['nobody’s word', withQuantity({ ...overDone, where: { informants: [] } }), 'quantities.q.where.informants', /./],
    [
      'steps out of order',
      withQuantity({
        kind: 'timeliness',
        window: 'between',
        lateCredit: { kind: 'steps', steps: [7, 1].map((withinDays) => ({ withinDays, credit: 0.5 })) },
      }),
      'quantities.q.lateCredit.steps[1].withinDays',
      /not after/,
    ],
    [
      'more for later',
      withQuantity({
        kind: 'timeliness',
        window: 'between',
        lateCredit: { kind: 'steps', steps: [1, 7].map((withinDays) => ({ withinDays, credit: withinDays / 10 })) },
      }),
      'quantities.q.lateCredit.steps[1].credit',
      /more than/,
    ],
    [
      'credit that never ends',
      withQuantity({ kind: 'timeliness', window: 'between', lateCredit: { kind: 'linear', noneAfterDays: 0 } }),
      'quantities.q.lateCredit.noneAfterDays',
      /./,
    ],
    [
      'a threshold off the scale',
      { ...base, adherent: { kind: 'at-least', quantity: 'acr', threshold: 7 } },
      'adherent.threshold',
      /never exceeds 6/,
    ],
  ])('refuses %s', (_, input, path, message) => {
    const parsed = parseDefinition(input);
    if (parsed.ok) throw new Error('was taken');
    expect(parsed.errors[0]?.path).toBe(path);
    expect(parsed.errors[0]?.message).toMatch(message);
  });
});
