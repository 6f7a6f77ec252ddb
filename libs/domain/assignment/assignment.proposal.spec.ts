import { describe, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import type { AssignmentCommand } from './assignment.commands.ts';
import { assignmentDecider } from './assignment.decider.ts';
import type { AssignmentEvent } from './assignment.events.ts';
import type { AssignmentTerms } from './assignment.terms.ts';

const { given } = specificationOf(assignmentDecider);
const assignmentId = 'A1';
const terms: AssignmentTerms = {
  title: 'Walk in the park',
  focus: 'behavioural',
  medium: 'free',
  due: { kind: 'open' },
  performers: ['client'],
  setting: 'message',
  visibility: 'therapist',
};
const content = { assignmentId, participantId: 'stress:P001', initiatedBy: 'client', terms } as const;
const propose: AssignmentCommand = { type: 'ProposeHomework', ...content };
const assign: AssignmentCommand = { type: 'AssignHomework', ...content };
const proposed: AssignmentEvent = { type: 'HomeworkProposed', data: content };
const assigned: AssignmentEvent = { type: 'HomeworkAssigned', data: content };
const decline: AssignmentCommand = { type: 'DeclineAssignment', assignmentId, by: 'therapist', reason: 'not-now' };
const declined: AssignmentEvent = { type: 'AssignmentDeclined', data: { by: 'therapist', reason: 'not-now' } };
const ask: AssignmentCommand = { type: 'RequestClarification', assignmentId, by: 'client', question: 'How long?' };
const asked: AssignmentEvent = { type: 'ClarificationRequested', data: { by: 'client', question: 'How long?' } };
const answer: AssignmentCommand = { type: 'GiveClarification', assignmentId, answer: 'Ten minutes.' };
const answered: AssignmentEvent = { type: 'ClarificationGiven', data: { answer: 'Ten minutes.' } };
const open: AssignmentCommand = { type: 'OpenHomework', assignmentId, by: 'client' };
const record: AssignmentCommand = {
  type: 'RecordAttempt',
  assignmentId,
  attemptId: 'T1',
  performer: 'client',
  informant: 'client',
  outcome: 'full',
};
const attempted: AssignmentEvent = {
  type: 'AttemptRecorded',
  data: { attemptId: 'T1', version: 1, performer: 'client', informant: 'client', outcome: 'full' },
};

describe('a proposal', () => {
  it('is made once, by or to somebody who takes part', () => {
    given().when(propose).then(proposed);
    given(proposed).when(propose).thenRefused('AssignmentExists');
    given(assigned).when(propose).thenRefused('AssignmentExists');
    given().when(propose, standingAs('screened')).thenRefused('ParticipantNotEnrolled');
    given().when(propose, standingAs('completed')).thenRefused('ParticipantLeft', { status: 'completed' });
  });

  it('is agreed to by assigning it, to the same person, on terms that may differ', () => {
    given(proposed).when(assign).then(assigned);
    given(proposed)
      .when({ ...assign, participantId: 'stress:P002' })
      .thenRefused('AssignmentExists');
    const easier = { ...content, terms: { ...terms, difficulty: 1 } };
    given(proposed)
      .when({ type: 'AssignHomework', ...easier })
      .then({ type: 'HomeworkAssigned', data: easier });
  });

  it('is declined once; nothing else can be done with it', () => {
    given(proposed).when(decline).then(declined);
    given(proposed, declined).when(decline).thenRefused('NotActive', { status: 'declined' });
    given(proposed, declined).when(assign).thenRefused('AssignmentExists');
    for (const command of [record, { type: 'ExpireAssignment', assignmentId } as const]) {
      given(proposed).when(command).thenRefused('NotAssigned');
      given(proposed, declined).when(command).thenRefused('NotAssigned');
    }
  });

  it('may be looked at and asked about', () => {
    given(proposed)
      .when(open)
      .then({ type: 'HomeworkOpened', data: { by: 'client', version: 0 } });
    given(assigned)
      .when(open)
      .then({ type: 'HomeworkOpened', data: { by: 'client', version: 1 } });
    given().when(open).thenRefused('NotAssigned');
    given(proposed).when(ask).then(asked);
    given(proposed, asked, assigned).when(answer).then(answered);
  });
});

describe('assigned homework', () => {
  it('may be declined too; work already done, or done all the same, is taken', () => {
    given(assigned).when(decline).then(declined);
    given(assigned, declined).when(record).then(attempted);
    given(assigned, declined)
      .when({ type: 'CompleteHomework', assignmentId, informant: 'client' })
      .thenRefused('NotActive', { status: 'declined' });
  });

  it('is explained when somebody asked', () => {
    given(assigned).when(answer).thenRefused('NothingToClarify');
    given(assigned, asked).when(answer).then(answered);
    given(assigned, asked, answered).when(answer).thenRefused('NothingToClarify');
  });

  it('gets a review, and feedback and sharing by attempt or as a whole', () => {
    const review = {
      reviewer: 'therapist' as const,
      sessionId: 'S1',
      barriers: ['forgetting' as const],
      helpfulness: 3,
    };
    given(assigned)
      .when({ type: 'ReviewHomework', assignmentId, ...review })
      .then({ type: 'HomeworkReviewed', data: { ...review, version: 1 } });
    const feedback = { by: 'therapist', text: 'Well done.' } as const;
    given(assigned)
      .when({ type: 'GiveFeedback', assignmentId, ...feedback })
      .then({ type: 'FeedbackGiven', data: feedback });
    given(assigned)
      .when({ type: 'GiveFeedback', assignmentId, attemptId: 'T1', ...feedback })
      .thenRefused('AttemptNotFound', { attemptId: 'T1' });
    const sharing = { attemptId: 'T1', visibility: 'private' } as const;
    given(assigned, attempted)
      .when({ type: 'ChangeSharing', assignmentId, ...sharing })
      .then({ type: 'SharingChanged', data: sharing });
    given(assigned)
      .when({ type: 'ChangeSharing', assignmentId, ...sharing })
      .thenRefused('AttemptNotFound', { attemptId: 'T1' });
  });
});
