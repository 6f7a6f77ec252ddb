import type { AgendaKind as AgendaKindValue } from '#read-models';
import { AccessibilityNeed, Approach as ApproachSchema, type SearchPlace, type SuggestionReason } from '#worksheets';
import { enumOf, enumOfValues } from './enum.factory.ts';

/** Every enum that comes from the worksheet library. The keys are held equal to its unions by the compiler. */
function enumOfUnion<Value extends string>(name: string, values: Record<Value, true>, description: string) {
  return enumOfValues(name, Object.keys(values), description);
}

export const Approach = enumOf('Approach', ApproachSchema, 'Schools that a worksheet comes from.');
export const WorksheetAccessibility = enumOf(
  'WorksheetAccessibility',
  AccessibilityNeed,
  'Needs that a worksheet can be made for.',
);
export const WorksheetUse = enumOfUnion<'homework' | 'session-review'>(
  'WorksheetUse',
  { homework: true, 'session-review': true },
  'Whether a worksheet is done at home or gone through in a session.',
);
export const FoundIn = enumOfUnion<SearchPlace>(
  'FoundIn',
  { title: true, purpose: true, objective: true, steps: true, text: true },
  'Where in a worksheet a word was found.',
);
export const SuggestionKind = enumOfUnion<SuggestionReason['kind']>(
  'SuggestionKind',
  {
    ...{ 'found-helpful': true, 'like-what-helped': true, 'one-step-harder': true, 'one-step-easier': true },
    ...{ 'serves-need': true, 'not-tried-yet': true, 'found-unhelpful': true, 'often-skipped': true },
  },
  'Why a worksheet is suggested, or what speaks against it.',
);
export const AgendaKind = enumOfUnion<AgendaKindValue>(
  'AgendaKind',
  {
    ...{ question: true, 'to-review': true, skipped: true, unknown: true },
    ...{ proposal: true, 'not-begun': true, 'goal-without-homework': true },
  },
  'Why something is on the agenda of a session.',
);
