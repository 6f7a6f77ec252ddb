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
