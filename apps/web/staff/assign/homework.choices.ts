import type { AssignmentTermsInput } from '../commands/commands.generated.ts';
import type { AssignChoicesQuery, WorksheetShelfQuery } from './assign.generated.ts';

export type Sheet = WorksheetShelfQuery['worksheetLibrary'][number]['worksheet'];
export type Earlier = AssignChoicesQuery['assignments']['nodes'][number];
export type Terms = AssignmentTermsInput;

/** Why a worksheet is suggested. */
export interface Reason {
  readonly kind: AssignChoicesQuery['worksheetSuggestions']['suggestions'][number]['reasons'][number]['kind'];
  /** Of the worksheet that the reason speaks of. */
  readonly title: string;
}

/** Something to assign: why it is offered, and its terms. */
export interface HomeworkChoice {
  readonly id: string;
  readonly title: string;
  readonly why: 'lastTime' | 'suggested' | 'library' | 'own';
  /** Why it is suggested, the weightiest first. */
  readonly reasons?: readonly Reason[];
  readonly step?: 'harder' | 'again';
  readonly minutes?: number;
  readonly terms: Terms;
}

const AGREED = {
  due: { kind: 'NEXT_SESSION' as const },
  performers: ['CLIENT' as const],
  setting: 'SESSION' as const,
  visibility: 'THERAPIST' as const,
};

/** The terms of a worksheet of the library. */
export function termsOf(sheet: Sheet): Terms {
  const { title, focus, medium, difficulty, rationale, steps, worksheetId, version } = sheet;
  const template = { templateId: worksheetId, version };
  return { ...AGREED, title, focus, medium, difficulty, rationale, instructions: steps.join('\n'), template };
}

/** The terms of earlier homework, or of a proposal, to be agreed on. Words kept from the reader cannot be taken over. */
export function again({ terms }: Earlier, title: string): Terms {
  const { focus, medium, instructions, rationale, goal, difficulty, dose, template } = terms;
  return {
    ...AGREED,
    ...{ title, focus, medium },
    ...(instructions?.text == null ? {} : { instructions: instructions.text }),
    ...(rationale?.text == null ? {} : { rationale: rationale.text }),
    ...(goal?.text == null ? {} : { goal: goal.text }),
    ...(difficulty === null ? {} : { difficulty }),
    ...(dose === null ? {} : { dose: { amount: dose.amount, unit: dose.unit } }),
    ...(template === null ? {} : { template }),
  };
}

/** A step harder: the worksheet that the library names, else the same with more of it. */
function harder(earlier: Earlier, title: string, shelf: readonly Sheet[]): Terms {
  const sheet = shelf.find(({ worksheetId }) => worksheetId === earlier.terms.template?.templateId);
  const next = shelf.find(({ worksheetId }) => worksheetId === sheet?.harder.worksheetId);
  if (next !== undefined) return termsOf(next);
  const same = again(earlier, title);
  const { dose, difficulty } = same;
  return {
    ...same,
    ...(sheet === undefined ? {} : { instructions: `${same.instructions ?? ''}\n${sheet.harder.text}`.trim() }),
    ...(dose == null ? {} : { dose: { ...dose, amount: Math.ceil(dose.amount * 1.25) } }),
    difficulty: Math.min(4, (difficulty ?? 1) + 1),
  };
}

interface Offered {
  readonly earlier: readonly Earlier[];
  readonly suggestions: AssignChoicesQuery['worksheetSuggestions']['suggestions'];
  readonly shelf: readonly Sheet[];
  readonly typed: string;
}

/** What is offered, best first: last time a step harder, last time again, suggestions, the library, one’s own words. */
export function choicesOf({ earlier, suggestions, shelf, typed }: Offered): readonly HomeworkChoice[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const last = earlier.find(({ terms }) => terms.title.text !== null);
  const title = last?.terms.title.text ?? '';
  const before: HomeworkChoice[] =
    last === undefined
      ? []
      : [
          { id: 'harder', title, why: 'lastTime', step: 'harder', terms: harder(last, title, shelf) },
          { id: 'again', title, why: 'lastTime', step: 'again', terms: again(last, title) },
        ];
  const suggested = suggestions.map(({ worksheet, reasons }): HomeworkChoice => {
    const { title: name, minutes, worksheetId } = worksheet;
    const why = reasons.map(({ kind, worksheetId: like }) => ({ kind, title: titleOn(shelf, like) }));
    const id = `suggested ${worksheetId}`;
    return { id, title: name, why: 'suggested', reasons: why, minutes, terms: termsOf(worksheet) };
  });
  const known = new Set(suggestions.map(({ worksheet }) => worksheet.worksheetId));
  const others = shelf
    .filter(({ worksheetId }) => !known.has(worksheetId))
    .map((sheet): HomeworkChoice => {
      const { worksheetId, title: name, minutes } = sheet;
      return { id: worksheetId, title: name, why: 'library', minutes, terms: termsOf(sheet) };
    });
  const fits = ({ title: name }: HomeworkChoice): boolean => name.toLocaleLowerCase().includes(wanted);
  return [...[...before, ...suggested, ...others].filter(fits), ...ownWords(typed.trim())];
}

const titleOn = (shelf: readonly Sheet[], worksheetId: string | null): string =>
  shelf.find((sheet) => sheet.worksheetId === worksheetId)?.title ?? '';

function ownWords(title: string): readonly HomeworkChoice[] {
  if (title.length < 3) return [];
  const terms: Terms = { ...AGREED, title, focus: 'MIXED', medium: 'FREE' };
  return [{ id: 'own', title, why: 'own', terms }];
}
