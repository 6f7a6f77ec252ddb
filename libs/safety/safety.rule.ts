import { z } from 'zod';
import { type DocumentError, type ParsedDocument, parseDocument } from './document.parser.ts';

export const SAFETY_FORMAT = 'intersession.safety/1';

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/);
const grade = z.enum(['low', 'moderate', 'high']);
type Grade = z.infer<typeof grade>;

/** 0 for the least pressing grade. */
export const gradeRank = (of: Grade): number => grade.options.indexOf(of);

const sign = z.discriminatedUnion('kind', [
  /** One answer, such as item 9 of the PHQ-9. */
  z.strictObject({ kind: z.literal('item'), instrumentId: name, item: name }),
  /** The instrument’s total, in its points. */
  z.strictObject({ kind: z.literal('total'), instrumentId: name }),
  /** Points by which the total rose since the first or the last occasion. */
  z.strictObject({ kind: z.literal('rise'), instrumentId: name, since: z.enum(['first', 'last']) }),
]);

/** When a participant’s answers ask for somebody to look, and how soon. */
export const SafetyRule = z.strictObject({
  format: z.literal(SAFETY_FORMAT),
  title: z.string().trim().min(1).max(200),
  sign,
  /** From which value on, in ascending order: common and mostly harmless answers are graded low, not left out. */
  grades: z
    .array(z.strictObject({ atLeast: z.number(), grade }))
    .min(1)
    .max(3),
  /** From this grade on a risk assessment has to be on the record before the alert is closed. */
  assessFrom: grade.optional(),
  /** Where the thresholds come from. */
  source: z.string().trim().min(1).max(1000),
});
export type SafetyRule = z.infer<typeof SafetyRule>;

/** One occasion on which an instrument was filled in, scored. */
export interface TakenMeasure {
  readonly measureId: string;
  readonly instrumentId: string;
  /** ISO 8601, when it was answered. */
  readonly answeredAt: string;
  /** Item → raw answer; null or absent where left out. */
  readonly items: Readonly<Record<string, number | null>>;
  /** In points; null where it cannot be told. */
  readonly total: number | null;
}

/** Reads a safety rule; every error names its field. */
export function parseSafetyRule(input: unknown): ParsedDocument<SafetyRule> {
  return parseDocument(SafetyRule, input, gradeErrors);
}

function gradeErrors({ grades }: SafetyRule): DocumentError[] {
  return grades.flatMap(({ atLeast, grade: of }, at) => {
    const before = grades[at - 1];
    if (before === undefined) return [];
    const field = `grades.${at}`;
    const problems: DocumentError[] = [];
    if (atLeast <= before.atLeast)
      problems.push({ field: `${field}.atLeast`, problem: 'must be above the one before' });
    if (gradeRank(of) <= gradeRank(before.grade)) {
      problems.push({ field: `${field}.grade`, problem: 'must be more pressing than the one before' });
    }
    return problems;
  });
}
