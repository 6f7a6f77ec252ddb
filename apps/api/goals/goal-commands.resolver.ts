import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to goals. */
export const GoalCommandsResolver = commandResolver('GoalCommandsResolver', {
  SetGoal: {
    allow: 'work:write',
    does: 'Sets a goal, in the client’s own words.',
    takes: 'Something to reach.',
    derives: 'goalId',
  },
  ReviseGoal: {
    allow: 'work:write',
    does: 'Puts a goal otherwise.',
    takes: 'The goal as it reads now.',
  },
  RateGoal: {
    allow: 'work:write',
    does: 'Says how far a goal is reached, from −2 (much less than expected) to 2 (much more).',
    takes: 'A rating by Goal Attainment Scaling.',
  },
  AttainGoal: { allow: 'work:write', does: 'Says that a goal is reached.', takes: 'Who says so.' },
  DropGoal: { allow: 'work:write', does: 'Gives a goal up.', takes: 'Why.' },
});
