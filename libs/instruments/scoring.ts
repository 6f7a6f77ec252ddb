import type { Instrument } from './instrument.schema.ts';

/** Item code → raw answer; null or absent for an item left out. */
export type Answers = Readonly<Record<string, number | null>>;

export interface ScaleScore {
  readonly scale: string;
  /** In points of the scale; null where too many answers are missing. */
  readonly value: number | null;
  readonly missing: number;
  /** Missing answers were filled by the instrument's rule. */
  readonly imputed: boolean;
}

export class ImpossibleAnswer extends Error {
  constructor(
    readonly item: string,
    readonly answer: number,
  ) {
    super(`${answer} is not an answer to item ${item}`);
  }
}

/**
 * Scores every scale by the instrument's own rules.
 * @throws ImpossibleAnswer for an answer outside its item's range, not whole, or to an item that does not exist.
 */
export function score(instrument: Instrument, answers: Answers): ScaleScore[] {
  const items = new Map(instrument.items.map((item) => [item.code, item]));
  for (const [code, answer] of Object.entries(answers)) {
    if (answer === null) continue;
    const item = items.get(code);
    if (item === undefined || !Number.isInteger(answer) || answer < item.min || answer > item.max) {
      throw new ImpossibleAnswer(code, answer);
    }
  }
  return instrument.scales.map((scale) => {
    const given = scale.items.flatMap((code) => {
      const answer = answers[code] ?? null;
      const item = items.get(code);
      if (answer === null || item === undefined) return [];
      return [item.reversed === true ? item.min + item.max - answer : answer];
    });
    const missing = scale.items.length - given.length;
    const allowed = scale.missing.rule === 'mean-impute' ? scale.missing.atMost : 0;
    if (missing > allowed || given.length === 0) return { scale: scale.id, value: null, missing, imputed: false };
    const sum = given.reduce((total, answer) => total + answer, 0);
    const value = (sum / given.length) * scale.items.length * scale.multiplier;
    return { scale: scale.id, value: missing === 0 ? sum * scale.multiplier : value, missing, imputed: missing > 0 };
  });
}

/** The severity band a total falls into, or null where the instrument names none. */
export function severity(instrument: Instrument, total: number): string | null {
  return instrument.bands.findLast((band) => total >= band.from)?.label ?? null;
}

/** The severity band of one scale’s value: by the scale’s own bands, or by the instrument’s where the scale is the total. */
export function scaleSeverity(instrument: Instrument, scale: string, value: number): string | null {
  const own = instrument.scales.find(({ id }) => id === scale)?.bands;
  if (own !== undefined) return own.findLast((band) => value >= band.from)?.label ?? null;
  return scale === instrument.total.scale ? severity(instrument, value) : null;
}

/** Items answered above their safety threshold. */
export function riskItems(instrument: Instrument, answers: Answers): string[] {
  return instrument.riskItems
    .filter(({ item, above }) => (answers[item] ?? Number.NEGATIVE_INFINITY) > above)
    .map(({ item }) => item);
}
