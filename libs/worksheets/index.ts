/** Homework worksheets as data: the format, one validator, three renderings, the built-in library. Pure: browser and server alike. */
export { boundTo, checkAnswers } from './answers/answers.check.ts';
export type {
  AnswerFault,
  AnswerMode,
  AnswerValue,
  AnswerValues,
  AttachedFile,
  CellValue,
  CheckedAnswers,
  ComputedValue,
  Drawing,
  DroppedAnswer,
  Stroke,
  StrokePoint,
  TableRow,
  WorksheetAnswers,
} from './answers/answers.values.ts';
export { isAnswer } from './answers/condition.evaluation.ts';
export { stateOf, type WorksheetState } from './answers/worksheet.state.ts';
export type { Calculation, Condition } from './format/expression.schema.ts';
export type { Field, FieldKind, FieldOf } from './format/field.schema.ts';
export type { Column, Media } from './format/question.schema.ts';
export { columnsOf, isTable, type TableField } from './format/table.columns.ts';
export type { Text } from './format/text.schema.ts';
export {
  defineWorksheet,
  type ParsedWorksheet,
  parseWorksheet,
  type WorksheetError,
  WorksheetFormatError,
} from './format/worksheet.parser.ts';
export {
  AccessibilityNeed,
  Approach,
  Worksheet,
  WORKSHEET_FORMAT,
  type WorksheetInput,
  worksheetJsonSchema,
} from './format/worksheet.schema.ts';
export { breathAt, type Moment, type Phase } from './answers/pacer.ts';
export { answersSummary, type SummaryAnswer, type SummaryLine } from './answers/answers.summary.ts';
export { drawingSvg } from './rendering/drawing.svg.ts';
export { type FillOptions, renderFill } from './rendering/fill.ts';
export { Html } from './rendering/html.ts';
export {
  type PageOptions,
  type WorkbookOptions,
  workbookPage,
  worksheetPage,
  worksheetStyle,
} from './rendering/page.ts';
export { renderPrint } from './rendering/print.ts';
export { renderRead } from './rendering/read.ts';
export type { RenderingOptions } from './rendering/rendering.context.ts';
export { type Paper, PAPERS, printable } from './rendering/style.print.ts';
export { framedLanguages } from './rendering/words.ts';
export {
  type FoundWorksheet,
  type SearchPlace,
  searchWords,
  WorksheetIndex,
  type WorksheetQuery,
} from './search/worksheet.index.ts';
export {
  type Suggestion,
  type SuggestionReason,
  suggestWorksheets,
  type WorksheetExperience,
} from './search/worksheet.suggestions.ts';
export { builtInWorksheets } from './library/built-in.worksheets.ts';
export { participantTexts, type Readability, readabilityOf } from './readability.ts';
