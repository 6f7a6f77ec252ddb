/** An instrument’s items in order, called q1, q2 … */
export function numbered(texts: readonly string[], min: number, max: number, reversed: readonly number[] = []) {
  return texts.map((text, index) => ({ ...item(index, min, max, reversed), text }));
}

/** The same of items whose wording is not ours to ship. */
export function untold(count: number, min: number, max: number, reversed: readonly number[] = []) {
  return Array.from({ length: count }, (_, index) => item(index, min, max, reversed));
}

function item(index: number, min: number, max: number, reversed: readonly number[]) {
  const code = `q${index + 1}`;
  return reversed.includes(index + 1) ? { code, min, max, reversed: true as const } : { code, min, max };
}

/** Item codes by number: `codes([1, 3])` is q1 and q3. */
export const codes = (numbers: readonly number[]): string[] => numbers.map((number) => `q${number}`);

/** The first `count` item codes. */
export const firstCodes = (count: number): string[] => codes(Array.from({ length: count }, (_, index) => index + 1));

/** Wordings of answers, from the lowest value up. */
export function answersFrom(lowest: number, labels: readonly string[]) {
  return labels.map((label, index) => ({ value: lowest + index, label }));
}

/** Severity bands from their lower ends. */
export function bandsOf(...ends: readonly (readonly [number, string])[]) {
  return ends.map(([from, label]) => ({ from, label }));
}

/** Frequency over two weeks, as in the PHQ and GAD questionnaires. */
export const PHQ_ANSWERS = answersFrom(0, [
  'Not at all',
  'Several days',
  'More than half the days',
  'Nearly every day',
]);

export const PHQ_STEM = 'Over the last 2 weeks, how often have you been bothered by any of the following problems?';
