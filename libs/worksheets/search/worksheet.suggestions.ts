import type { Worksheet } from '../format/worksheet.schema.ts';

/** What one participant did with one worksheet. */
export interface WorksheetExperience {
  readonly worksheetId: string;
  /** Assignments of it that were tried at all, and those that were not. */
  readonly tried: number;
  readonly skipped: number;
  /** Attempts that were done in full. */
  readonly full: number;
  /** Means of the person’s own ratings, 0–4; null where never rated. */
  readonly helpfulness: number | null;
  readonly difficulty: number | null;
  /** Whether it is assigned now. */
  readonly current: boolean;
}

/** Why a worksheet is suggested, or why not first. */
export type SuggestionReason =
  | { readonly kind: 'found-helpful'; readonly worksheetId: string; readonly helpfulness: number }
  | { readonly kind: 'like-what-helped'; readonly worksheetId: string; readonly shared: readonly string[] }
  | { readonly kind: 'one-step-harder'; readonly worksheetId: string }
  | { readonly kind: 'one-step-easier'; readonly worksheetId: string }
  | { readonly kind: 'serves-need'; readonly needs: readonly string[] }
  | { readonly kind: 'not-tried-yet' }
  | { readonly kind: 'found-unhelpful'; readonly worksheetId: string; readonly helpfulness: number }
  | { readonly kind: 'often-skipped'; readonly worksheetId: string; readonly skipped: number };

/** A worksheet with its reasons. There is none without a reason. */
export interface Suggestion {
  readonly worksheet: Worksheet;
  readonly score: number;
  readonly reasons: readonly SuggestionReason[];
}

const HELPFUL = 2.5;
const UNHELPFUL = 1.5;
const EASY = 1.5;
const HARD = 2.5;

const WEIGHTS: Readonly<Record<SuggestionReason['kind'], number>> = {
  'one-step-easier': 5,
  'one-step-harder': 4,
  'found-helpful': 3,
  'like-what-helped': 2,
  'serves-need': 2,
  'not-tried-yet': 0.5,
  'often-skipped': -2,
  'found-unhelpful': -4,
};

/**
 * Suggests homework from what this person did and found useful; a plain sum of reasons, each of which is told. What is
 * assigned now is left out.
 * @param needs of the person, in the library’s words
 * @returns best first; those with nothing in their favour are not suggested
 */
export function suggestWorksheets(
  worksheets: readonly Worksheet[],
  experiences: readonly WorksheetExperience[],
  needs: readonly string[] = [],
): readonly Suggestion[] {
  const known = new Map(experiences.map((each) => [each.worksheetId, each]));
  const library = new Map(worksheets.map((each) => [each.id, each]));
  return worksheets
    .filter(({ id, use }) => use === 'homework' && known.get(id)?.current !== true)
    .map((worksheet) => {
      const reasons = reasonsFor(worksheet, known, library, needs);
      return { worksheet, reasons, score: reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0) };
    })
    .filter(({ score, reasons }) => score > 0 && reasons.some(({ kind }) => kind !== 'not-tried-yet'))
    .sort((one, other) => other.score - one.score);
}

function reasonsFor(
  worksheet: Worksheet,
  known: ReadonlyMap<string, WorksheetExperience>,
  library: ReadonlyMap<string, Worksheet>,
  needs: readonly string[],
): SuggestionReason[] {
  const own = known.get(worksheet.id);
  const served = worksheet.needs.filter((need) => needs.includes(need));
  return [
    ...(own === undefined ? [] : ownReasons(own)),
    ...[...known.values()].flatMap((other) => steps(worksheet, other, library)),
    ...likeness(worksheet, known, library),
    ...(served.length === 0 ? [] : [{ kind: 'serves-need' as const, needs: served }]),
    ...(own === undefined ? [{ kind: 'not-tried-yet' as const }] : []),
  ];
}

function ownReasons({ worksheetId, helpfulness, tried, skipped }: WorksheetExperience): SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  if (helpfulness !== null && helpfulness >= HELPFUL) reasons.push({ kind: 'found-helpful', worksheetId, helpfulness });
  if (helpfulness !== null && helpfulness <= UNHELPFUL)
    reasons.push({ kind: 'found-unhelpful', worksheetId, helpfulness });
  if (skipped > tried) reasons.push({ kind: 'often-skipped', worksheetId, skipped });
  return reasons;
}

/** The easier variant of what was hard, the harder one of what is done with ease. */
function steps(
  worksheet: Worksheet,
  { worksheetId, difficulty, full }: WorksheetExperience,
  library: ReadonlyMap<string, Worksheet>,
): SuggestionReason[] {
  const done = library.get(worksheetId);
  if (done === undefined || difficulty === null) return [];
  if (difficulty >= HARD && done.easier.worksheet === worksheet.id) return [{ kind: 'one-step-easier', worksheetId }];
  const ready = difficulty <= EASY && full > 0 && done.harder.worksheet === worksheet.id;
  return ready ? [{ kind: 'one-step-harder', worksheetId }] : [];
}

/** The helpful worksheet that shares most with this one. */
function likeness(
  worksheet: Worksheet,
  known: ReadonlyMap<string, WorksheetExperience>,
  library: ReadonlyMap<string, Worksheet>,
): SuggestionReason[] {
  const traits = ({ needs, goals, approach, mechanism }: Worksheet) => [...needs, ...goals, ...approach, mechanism];
  const own = new Set(traits(worksheet));
  const alike = [...known.values()]
    .filter(({ worksheetId, helpfulness }) => worksheetId !== worksheet.id && (helpfulness ?? 0) >= HELPFUL)
    .flatMap(({ worksheetId }) => {
      const other = library.get(worksheetId);
      const shared = other === undefined ? [] : [...new Set(traits(other).filter((trait) => own.has(trait)))];
      return shared.length >= 2 ? [{ kind: 'like-what-helped' as const, worksheetId, shared }] : [];
    })
    .sort((one, other) => other.shared.length - one.shared.length);
  return alike.slice(0, 1);
}
