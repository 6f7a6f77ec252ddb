import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a discrepancy query. */
export const QueryCommandsResolver = commandResolver('QueryCommandsResolver', {
  OpenQuery: {
    allow: 'query:write',
    does: 'Doubts something in a participant’s record, and asks those who answer for it.',
    takes: 'What is doubted, and the question.',
    derives: 'queryId',
  },
  AnswerQuery: {
    allow: 'query:write',
    does: 'Says what was found.',
    takes: 'The answer to an open query.',
  },
  CloseQuery: {
    allow: 'query:write',
    does: 'Settles a query.',
    takes: 'How the discrepancy was settled.',
  },
});
