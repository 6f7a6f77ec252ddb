import { type Decision, type Given, refuse } from '../kernel/decider.ts';
import { sameContent } from '../kernel/same-content.ts';
import { type AssignmentCommandOf as CommandOf, content } from './assignment.commands.ts';
import type { AssignmentEvent } from './assignment.events.ts';
import { type Assigned, hasAttachment, inForce } from './assignment.state.ts';

/** What client and therapist agree on besides the terms: goals, the if-then plan, what belongs to it, something else in its place. */
export function plan(
  command: CommandOf<'LinkToGoals' | 'MakePlan' | 'SubstituteAssignment' | 'AttachFile'>,
  state: Assigned,
  given: Given,
): Decision<AssignmentEvent> {
  const { status } = state;
  switch (command.type) {
    case 'LinkToGoals': {
      const goalIds = [...new Set(command.goalIds)];
      if (sameContent(goalIds, state.goalIds)) return refuse('NothingToAdjust');
      return [{ type: 'HomeworkLinkedToGoals', data: { goalIds } }];
    }
    case 'AttachFile': {
      const { attachmentId } = command;
      if (hasAttachment(state, attachmentId)) return refuse('AttachmentExists', { attachmentId });
      return [{ type: 'AttachmentStored', data: content(command) }];
    }
    case 'MakePlan':
      if (status !== 'proposed' && status !== 'active') return refuse('NotActive', { status });
      return [{ type: 'PlanMade', data: content(command) }];
    case 'SubstituteAssignment': {
      const { assignmentId, substituteId, trigger, note } = command;
      if (status !== 'active') return refuse('NotActive', { status });
      if (substituteId === assignmentId) return refuse('SubstitutesItself');
      const { version } = inForce(state, given.occurredAt);
      return [
        { type: 'AssignmentWithdrawn', data: { version, reason: 'replaced', note } },
        { type: 'AssignmentSubstituted', data: { substituteId, trigger } },
      ];
    }
  }
}
