import { describe, expect, it } from '@jest/globals';
import { specificationOf, standingAs } from '../kernel/decider.specification.ts';
import { type GoalCommand, goalDecider } from './goal.decider.ts';
import type { GoalEvent } from './goal.events.ts';

const { given } = specificationOf(goalDecider);
const goalId = 'G1';
const what = { goalId, participantId: 'P001', setBy: 'collaborative', statement: 'To take the bus alone' } as const;
const set: GoalCommand = { type: 'SetGoal', ...what };
const wasSet: GoalEvent = { type: 'GoalSet', data: what };
const attained: GoalEvent = { type: 'GoalAttained', data: { informant: 'client' } };

describe('a goal', () => {
  it('is set once, for somebody who takes part', () => {
    given().when(set).then(wasSet);
    given(wasSet).when(set).thenRefused('GoalExists');
    given().when(set, standingAs('left')).thenRefused('ParticipantNotEnrolled');
  });

  it('is put otherwise, and not the same way twice', () => {
    const revise: GoalCommand = { type: 'ReviseGoal', goalId, statement: 'To take the bus to work' };
    const revised: GoalEvent = { type: 'GoalRevised', data: { statement: 'To take the bus to work' } };
    given(wasSet).when(revise).then(revised);
    given(wasSet, revised).when(revise).thenRefused('GoalUnchanged');
    given(wasSet)
      .when({ ...revise, statement: what.statement })
      .thenRefused('GoalUnchanged');
    given().when(revise).thenRefused('GoalNotSet');
  });

  it('is rated while it is open, and ends once', () => {
    const rate: GoalCommand = { type: 'RateGoal', goalId, informant: 'client', attainment: -1 };
    given(wasSet)
      .when(rate)
      .then({ type: 'GoalRated', data: { informant: 'client', attainment: -1 } });
    const attain: GoalCommand = { type: 'AttainGoal', goalId, informant: 'client' };
    given(wasSet).when(attain).then(attained);
    const drop: GoalCommand = { type: 'DropGoal', goalId, reason: 'too-difficult' };
    given(wasSet)
      .when(drop)
      .then({ type: 'GoalDropped', data: { reason: 'too-difficult' } });
    for (const late of [rate, attain, drop]) {
      given(wasSet, attained).when(late).thenRefused('GoalNotOpen', { status: 'attained' });
    }
  });

  it('belongs to its participant', () => {
    expect(goalDecider.subjectOf({ type: 'AttainGoal', goalId, informant: 'client' }, given(wasSet).state())).toEqual({
      participantId: 'P001',
    });
  });
});
