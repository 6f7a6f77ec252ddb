import { builtInInstruments, type Instrument, reliableChange, scaleSeverity, score } from '#instruments';
import { INSTRUMENT_CASES, type InstrumentCase } from './instruments.cases.ts';

/** How an instrument does against its cases. */
export interface InstrumentSummary {
  readonly instrument: string;
  readonly rules: readonly string[];
  readonly cases: number;
  /** Cases that differ, in words. */
  readonly differing: readonly string[];
  readonly sources: readonly string[];
}

/** The raw answers a case stands for, by item code. */
export function answersOf(instrument: Instrument, raw: string): Record<string, number | null> {
  const { items } = instrument;
  const all = raw.endsWith('*') ? raw.charAt(0).repeat(items.length) : raw;
  if (all.length !== items.length) throw new Error(`${instrument.id}: ${raw} answers ${all.length} of ${items.length}`);
  return Object.fromEntries(items.map(({ code }, index) => [code, all[index] === '_' ? null : Number(all[index])]));
}

function differenceOf(instrument: Instrument, { raw, scale, score: wanted, severity, rule }: InstrumentCase): string[] {
  const name = scale ?? instrument.total.scale;
  const found = score(instrument, answersOf(instrument, raw)).find((each) => each.scale === name);
  if (found === undefined) return [`${rule}: no scale ${name}`];
  const { value } = found;
  if (value !== wanted) return [`${rule}, ${raw}: ${String(value)}, not ${String(wanted)}`];
  const label = value === null ? null : scaleSeverity(instrument, name, value);
  return label === (severity ?? null) ? [] : [`${rule}, ${raw}: ${String(label)}, not ${severity ?? 'none'}`];
}

/** Every built-in instrument that scores items, against its cases. */
export function compareInstruments(cases = INSTRUMENT_CASES): readonly InstrumentSummary[] {
  return builtInInstruments
    .filter(({ scales }) => scales.length > 0)
    .map((instrument) => {
      const own = cases.filter((each) => each.instrument === instrument.id);
      return {
        instrument: instrument.id,
        rules: [...new Set(own.map(({ rule }) => rule))],
        cases: own.length,
        differing: own.flatMap((each) => differenceOf(instrument, each)),
        sources: [...new Set(own.map(({ source }) => source))],
      };
    });
}

/** A published reliable change beside the one its own figures give. */
export interface ChangeCase {
  readonly instrument: string;
  readonly sd: number;
  readonly reliability: number;
  readonly z: number;
  /** Points, to two decimals. */
  readonly points: number;
  readonly published: number;
  readonly source: string;
}

export const CHANGE_CASES: readonly ChangeCase[] = [
  {
    instrument: 'core-10',
    sd: 7.7,
    reliability: 0.9,
    z: 1.645,
    points: 5.66,
    published: 6,
    source: 'Barkham et al. 2013',
  },
  { instrument: 'phq-9', sd: 6.1, reliability: 0.89, z: 1.96, points: 5.61, published: 6, source: 'NHS manual' },
  { instrument: 'gad-7', sd: 4.7, reliability: 0.92, z: 1.96, points: 3.68, published: 4, source: 'NHS manual' },
];

/** Points of reliable change by Jacobson & Truax (1991), to two decimals. */
export function changePoints({ sd, reliability, z }: ChangeCase): number {
  const { differenceError } = reliableChange(0, 1, { sd, reliability, z, better: 'lower', source: 'a case' });
  return Number((z * differenceError).toFixed(2));
}

/** The comparison in words, one line an instrument, counts first. */
export function instrumentsReport(summaries: readonly InstrumentSummary[]): string {
  const lines = summaries.map(({ instrument, cases, differing, rules, sources }) =>
    [
      `${instrument.padEnd(9)} ${String(cases).padStart(3)} cases, ${String(differing.length).padStart(2)} differ`,
      `          ${rules.join('; ')}`,
      `          ${sources.join('; ')}`,
      ...differing.map((difference) => `          DIFFERS ${difference}`),
    ].join('\n'),
  );
  const changes = CHANGE_CASES.map(
    (each) =>
      `${each.instrument.padEnd(9)} reliable change ${changePoints(each).toFixed(2)} points, published ${each.published} (${each.source})`,
  );
  const cases = summaries.reduce((sum, each) => sum + each.cases, 0);
  const wrong = summaries.reduce((sum, each) => sum + each.differing.length, 0);
  return [...lines, ...changes, `${summaries.length} instruments, ${cases} cases, ${wrong} differ.`].join('\n');
}
