/** What filling in a worksheet needs and no more: the validator, its words and its pacer, without the schemas and the library. */
export { checkAnswers } from './answers/answers.check.ts';
export type {
  AnswerValue,
  AnswerValues,
  AttachedFile,
  CellValue,
  ComputedValue,
  Drawing,
  Stroke,
  StrokePoint,
  TableRow,
  WorksheetAnswers,
} from './answers/answers.values.ts';
export { isAnswer } from './answers/condition.evaluation.ts';
export { breathAt, type Moment, type Phase } from './answers/pacer.ts';
export { isAsked, stateOf, type WorksheetState } from './answers/worksheet.state.ts';
export type { Field, FieldKind, FieldOf } from './format/field.schema.ts';
export type { Column, Media } from './format/question.schema.ts';
export { columnsOf, isTable, type TableField } from './format/table.columns.ts';
export type { Text } from './format/text.schema.ts';
export type { Worksheet } from './format/worksheet.schema.ts';
export { type Words, wordsOf } from './rendering/words.ts';
