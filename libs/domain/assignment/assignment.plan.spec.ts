import { describe, it } from '@jest/globals';
import { specificationOf } from '../kernel/decider.specification.ts';
import type { AssignmentCommand } from './assignment.commands.ts';
import { assignmentDecider } from './assignment.decider.ts';
import type { AssignmentEvent } from './assignment.events.ts';
import type { AssignmentTerms } from './assignment.terms.ts';

const { given } = specificationOf(assignmentDecider);
const assignmentId = 'A1';
const terms: AssignmentTerms = {
  title: 'Thought record',
  focus: 'cognitive',
  medium: 'worksheet',
  due: { kind: 'open' },
  performers: ['client'],
  setting: 'session',
  visibility: 'therapist',
};
const data = { assignmentId, participantId: 'stress:P001', initiatedBy: 'collaborative', terms } as const;
const proposed: AssignmentEvent = { type: 'HomeworkProposed', data };
const assigned: AssignmentEvent = { type: 'HomeworkAssigned', data };

describe('homework and goals', () => {
  const link: AssignmentCommand = { type: 'LinkToGoals', assignmentId, goalIds: ['G1', 'G2', 'G1'] };
  const linked: AssignmentEvent = { type: 'HomeworkLinkedToGoals', data: { goalIds: ['G1', 'G2'] } };

  it('are linked from the proposal on, each goal once, and not the same twice', () => {
    given(proposed).when(link).then(linked);
    given(assigned, linked).when(link).thenRefused('NothingToAdjust');
    given(assigned, linked)
      .when({ ...link, goalIds: [] })
      .then({ type: 'HomeworkLinkedToGoals', data: { goalIds: [] } });
    given().when(link).thenRefused('NotAssigned');
  });
});

describe('an if-then plan', () => {
  const plan = { situation: 'After breakfast', action: 'I open the sheet', obstacles: ['forgetting' as const] };
  const make: AssignmentCommand = { type: 'MakePlan', assignmentId, ...plan, confidence: 70 };
  const made: AssignmentEvent = { type: 'PlanMade', data: { ...plan, confidence: 70 } };

  it('is made for homework that is still to be done, and made anew', () => {
    given(proposed).when(make).then(made);
    given(assigned, made).when(make).then(made);
    const expired: AssignmentEvent = { type: 'AssignmentExpired', data: { version: 1, reported: false } };
    given(assigned, expired).when(make).thenRefused('NotActive', { status: 'expired' });
  });
});

describe('a substitute', () => {
  const substitute: AssignmentCommand = {
    type: 'SubstituteAssignment',
    assignmentId,
    substituteId: 'A2',
    trigger: 'too-difficult',
  };
  const withdrawn: AssignmentEvent = {
    type: 'AssignmentWithdrawn',
    data: { version: 1, reason: 'replaced', note: undefined },
  };

  it('takes the place of homework, which is withdrawn by the same act', () => {
    const named: AssignmentEvent = {
      type: 'AssignmentSubstituted',
      data: { substituteId: 'A2', trigger: 'too-difficult' },
    };
    given(assigned).when(substitute).then(withdrawn, named);
    given(assigned, withdrawn, named).when(substitute).thenRefused('NotActive', { status: 'withdrawn' });
    given(proposed).when(substitute).thenRefused('NotAssigned');
  });

  it('is another homework', () => {
    given(assigned)
      .when({ ...substitute, substituteId: assignmentId })
      .thenRefused('SubstitutesItself');
  });
});

describe('worksheet answers', () => {
  const worksheet = { templateId: 'thought-record', version: 3 };
  const told = { attemptId: 'T1', performer: 'client', informant: 'client', outcome: 'full' } as const;
  const submit: AssignmentCommand = {
    type: 'SubmitWorksheet',
    assignmentId,
    ...told,
    worksheet,
    answered: 2,
    answers: '{"values":{"a":1,"b":2}}',
  };
  const recorded: AssignmentEvent = { type: 'AttemptRecorded', data: { ...told, startedAt: undefined, version: 1 } };
  const answered: AssignmentEvent = {
    type: 'WorksheetAnswered',
    data: { attemptId: 'T1', worksheet, answered: 2, answers: '{"values":{"a":1,"b":2}}' },
  };

  it('are recorded together with their attempt, bound to the version they were given to', () => {
    given(assigned).when(submit).then(recorded, answered);
    const withdrawn: AssignmentEvent = {
      type: 'AssignmentWithdrawn',
      data: { version: 1, reason: 'replaced', note: undefined },
    };
    given(assigned, withdrawn).when(submit).then(recorded, answered);
  });

  it('are taken once', () => {
    given(assigned, recorded, answered).when(submit).thenRefused('AttemptAlreadyClosed', { attemptId: 'T1' });
  });
});
