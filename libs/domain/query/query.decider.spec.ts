import { describe, expect, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import { type QueryCommand, queryDecider } from './query.decider.ts';
import type { QueryEvent } from './query.events.ts';

const { given } = specificationOf(queryDecider);
const doubt = {
  ...{ queryId: 'q1', participantId: 'stress:P1', category: 'measure', recordId: 'm1', field: 'total' },
  ...{ kind: 'implausible' as const, question: 'A total of 63 of 27?' },
};
const open: QueryCommand = { type: 'OpenQuery', ...doubt };
const opened: QueryEvent = { type: 'QueryOpened', data: doubt };
const answer: QueryCommand = { type: 'AnswerQuery', queryId: 'q1', answer: 'A slip of the pen: 23' };
const answered: QueryEvent = { type: 'QueryAnswered', data: { answer: 'A slip of the pen: 23' } };
const close: QueryCommand = { type: 'CloseQuery', queryId: 'q1', outcome: 'corrected' };
const closed: QueryEvent = { type: 'QueryClosed', data: { outcome: 'corrected' } };

describe('a discrepancy query', () => {
  it('is opened, answered and closed', () => {
    given().when(open).then(opened);
    given(opened).when(answer).then(answered);
    given(opened, answered).when(close).then(closed);
    given(opened).when(close).then(closed);
    expect(given(opened, answered).state().status).toBe('answered');
  });

  it('is each of these once, and of somebody in the study', () => {
    given(opened).when(open).thenRefused('QueryExists');
    given(opened, answered).when(answer).thenRefused('QueryIsAnswered');
    given(opened, closed).when(answer).thenRefused('QueryIsClosed');
    given(opened, closed).when(close).thenRefused('QueryIsClosed');
    given().when(answer).thenRefused('QueryNotFound');
    given().when(open, standingAs('unknown')).thenRefused('ParticipantNotEnrolled');
    given().when(open, standingAs('screened')).then(opened);
  });
});
