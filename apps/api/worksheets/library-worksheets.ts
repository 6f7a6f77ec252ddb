import type { Suggestion, SuggestionReason, Text, Worksheet } from '#worksheets';
import type {
  LibraryWorksheetModel,
  SuggestionReasonModel,
  WorksheetSuggestionModel,
} from './library-worksheet.model.ts';

/** Whose a worksheet is, and in which language it is told of. */
export interface Telling {
  readonly language: string;
  readonly ofStudy: (worksheet: Worksheet) => boolean;
}

/** A worksheet as the API shows it. */
export function told(worksheet: Worksheet, { language: wanted, ofStudy }: Telling): LibraryWorksheetModel {
  const { id: worksheetId, version, languages, origin, clinicalReview, accessibility, easier, harder } = worksheet;
  const language = languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
  const say = (text: Text): string => text[language] ?? '';
  const { approach, needs, goals, focus, medium, mechanism, use, minutes, difficulty } = worksheet;
  return {
    ...{ worksheetId, version, ofStudy: ofStudy(worksheet), language, languages },
    ...{ approach, needs, goals, focus, medium, mechanism, use, minutes, difficulty },
    ...{ title: say(worksheet.title), objective: say(worksheet.objective), rationale: say(worksheet.rationale) },
    ...{ steps: worksheet.steps.map(say), example: say(worksheet.example) },
    easier: { text: say(easier.text), worksheetId: easier.worksheet ?? null },
    harder: { text: say(harder.text), worksheetId: harder.worksheet ?? null },
    ...{ accessibility: accessibility.serves, accessibilityNotes: say(accessibility.notes) },
    sources: worksheet.sources.map(({ citation }) => citation),
    ...{ author: origin.author, licence: origin.licence, clinicallyReviewed: clinicalReview.status === 'reviewed' },
    document: worksheet,
  };
}

/** A suggestion with its reasons in sentences. @param titleOf a worksheet’s title, by its id */
export function toldSuggestion(
  { worksheet, score, reasons }: Suggestion,
  telling: Telling,
  titleOf: (worksheetId: string) => string,
): WorksheetSuggestionModel {
  return {
    worksheet: told(worksheet, telling),
    score,
    reasons: reasons.map((reason): SuggestionReasonModel => ({
      kind: reason.kind,
      says: sentenceOf(reason, titleOf),
      worksheetId: 'worksheetId' in reason ? reason.worksheetId : null,
    })),
  };
}

function sentenceOf(reason: SuggestionReason, titleOf: (worksheetId: string) => string): string {
  switch (reason.kind) {
    case 'found-helpful':
      return `Was found helpful: ${reason.helpfulness.toFixed(1)} of 4.`;
    case 'like-what-helped':
      return `Shares ${reason.shared.join(', ')} with “${titleOf(reason.worksheetId)}”, which was found helpful.`;
    case 'one-step-harder':
      return `One step harder than “${titleOf(reason.worksheetId)}”, which is done with ease.`;
    case 'one-step-easier':
      return `One step easier than “${titleOf(reason.worksheetId)}”, which was hard.`;
    case 'serves-need':
      return `Serves ${reason.needs.join(', ')}.`;
    case 'not-tried-yet':
      return 'Was not tried yet.';
    case 'found-unhelpful':
      return `Was found of little help: ${reason.helpfulness.toFixed(1)} of 4.`;
    case 'often-skipped':
      return `Was skipped ${reason.skipped} times.`;
  }
}
