import { z } from 'zod';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
const source = z.string().min(1).max(500);

const item = z.strictObject({
  code,
  /** Absent where the licence does not let us ship it. */
  text: z.string().max(1000).optional(),
  min: z.number(),
  max: z.number(),
  /** Scored as min + max − answer. */
  reversed: z.literal(true).optional(),
});

const answer = z.strictObject({ value: z.number(), label: z.string().min(1).max(200) });

/** What happens to a scale when answers are left out. */
const missingRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('none-allowed') }),
  /** Missing items take the mean of the answered ones; with more than `atMost` missing there is no score. */
  z.strictObject({ rule: z.literal('mean-impute'), atMost: z.int().min(1), source }),
]);

const band = z.strictObject({ from: z.number(), label: z.string().min(1).max(60) });

const scale = z.strictObject({
  id: code,
  items: z.array(code).min(1).max(200),
  multiplier: z.number().positive().default(1),
  missing: missingRule,
  /** Severity by this scale; those of the total stand at the instrument. */
  bands: z.array(band).max(20).optional(),
});

const threshold = z.strictObject({ scale: code, at: z.number(), source });

/** Reliable change by standard deviation and reliability (Jacobson & Truax 1991); both figures name their source. */
const reliability = z.strictObject({
  scale: code,
  sd: z.number().positive(),
  value: z.number().gt(0).lt(1),
  kind: z.enum(['alpha', 'retest']),
  source,
});

/**
 * A questionnaire as data. Studies may bring their own. `items` is empty for an instrument whose licence, or whose
 * source, gives totals only.
 */
export const instrument = z
  .strictObject({
    format: z.literal(1),
    id: code,
    version: z.int().min(1),
    title: z.string().min(1).max(200),
    licence: z.string().min(1).max(300),
    citation: source,
    /** Which way is better. */
    better: z.enum(['lower', 'higher']),
    recallDays: z.int().min(0).optional(),
    /** What is said above the items. Absent where the licence does not let us ship it. */
    stem: z.string().max(1000).optional(),
    /** Wording of the answers, by value; absent where each value speaks for itself or may not be shipped. */
    answers: z.array(answer).max(101).optional(),
    /** The licence of wordings that are kept apart from the code and may be taken away. */
    textsLicence: z.string().min(1).max(500).optional(),
    items: z.array(item).max(200),
    scales: z.array(scale).max(50),
    /** Range of the score that outcomes are computed from: a scale, or the reported total. */
    total: z.strictObject({ scale: code, min: z.number(), max: z.number() }),
    bands: z.array(band).max(20).default([]),
    caseness: threshold.optional(),
    /** Beyond this score, below it where lower is better, nothing is left to treat. */
    remission: threshold.optional(),
    /** A published change that counts as reliable, in points. */
    reliableChange: threshold.optional(),
    /** Points between two sessions that count as a sudden gain; reliable change where none is given. */
    suddenGain: threshold.optional(),
    reliability: reliability.optional(),
    /** Items of which any answer above `above` is a safety matter. */
    riskItems: z.array(z.strictObject({ item: code, above: z.number() })).default([]),
  })
  .superRefine((data, context) => {
    const items = new Set(data.items.map((each) => each.code));
    if (items.size !== data.items.length)
      context.addIssue({ code: 'custom', path: ['items'], message: 'item codes repeat' });
    data.items.forEach((each, index) => {
      if (each.min >= each.max)
        context.addIssue({ code: 'custom', path: ['items', index], message: 'min must be below max' });
    });
    data.scales.forEach((each, index) => {
      const unknown = each.items.find((name) => !items.has(name));
      if (unknown !== undefined) {
        context.addIssue({ code: 'custom', path: ['scales', index, 'items'], message: `no item is called ${unknown}` });
      }
    });
    const scales = new Set(data.scales.map((each) => each.id));
    if (scales.size !== data.scales.length)
      context.addIssue({ code: 'custom', path: ['scales'], message: 'scale ids repeat' });
    if (data.total.min >= data.total.max)
      context.addIssue({ code: 'custom', path: ['total', 'min'], message: 'min must be below max' });
    if (scales.size > 0 && !scales.has(data.total.scale))
      context.addIssue({ code: 'custom', path: ['total', 'scale'], message: `no scale is called ${data.total.scale}` });
    for (const name of ['caseness', 'remission', 'reliableChange', 'suddenGain', 'reliability'] as const) {
      const scale = data[name]?.scale;
      if (scale === undefined || scale === data.total.scale) continue;
      context.addIssue({ code: 'custom', path: [name, 'scale'], message: `must be ${data.total.scale}, the total` });
    }
    data.riskItems.forEach((each, index) => {
      if (!items.has(each.item))
        context.addIssue({ code: 'custom', path: ['riskItems', index], message: `no item is called ${each.item}` });
    });
    for (const { path, bands } of bandsIn(data)) {
      bands.forEach((each, index) => {
        if ((bands[index - 1]?.from ?? Number.NEGATIVE_INFINITY) < each.from) return;
        context.addIssue({ code: 'custom', path: [...path, index], message: 'bands must rise' });
      });
    }
    const values = data.answers?.map(({ value }) => value) ?? [];
    if (new Set(values).size !== values.length)
      context.addIssue({ code: 'custom', path: ['answers'], message: 'values repeat' });
  });

export type Instrument = z.infer<typeof instrument>;

/** Every list of severity bands and where it stands. */
function bandsIn({ bands, scales }: Pick<Instrument, 'bands' | 'scales'>) {
  const own = scales.map((scale, index) => ({ path: ['scales', index, 'bands'], bands: scale.bands ?? [] }));
  return [{ path: ['bands'], bands }, ...own];
}

/**
 * Reads a study's own instrument.
 * @throws z.ZodError naming each field that does not fit.
 */
export function parseInstrument(data: unknown): Instrument {
  return instrument.parse(data);
}
