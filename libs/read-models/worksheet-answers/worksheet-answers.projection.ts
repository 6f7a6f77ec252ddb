import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { WorksheetAnswerRow } from './worksheet-answer.row.ts';

export const worksheetAnswers = foldInto(WorksheetAnswerRow)({
  name: 'worksheet_answers',
  version: 1,
  key: ({ stream, data }) => ({ assignmentId: recordIdOf(stream), attemptId: data.attemptId }),
  on: {
    WorksheetAnswered: (_row, fact) => ({
      ...scopeOf(fact),
      ...{ assignmentId: recordIdOf(fact.stream), attemptId: fact.data.attemptId, participantId: personOf(fact) },
      ...{ templateId: fact.data.worksheet.templateId, templateVersion: fact.data.worksheet.version },
      ...{ answered: fact.data.answered, answers: fact.data.answers },
      ...{ occurredAt: fact.metadata.occurredAt, localDate: fact.metadata.localDate, recordedAt: fact.recordedAt },
    }),
  },
});
