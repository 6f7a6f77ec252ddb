import { describe, expect, it } from '@jest/globals';
import {
  type AnyCommand,
  type AnyEvent,
  type Decider,
  deciders,
  isRefusal,
  participantDecider,
  studyDecider,
} from '#domain';
import { type SimulatedCommand, type SimulationOptions, sendSimulated, simulate } from './index.ts';

const OPTIONS: SimulationOptions = {
  studyId: 'demo',
  title: 'Demonstration trial',
  participants: 30,
  weeks: 8,
  seed: 7,
  start: '2026-01-05T00:00:00.000Z',
  definitions: [{ id: 'any', version: 1 }],
};

/** Runs commands through the deciders alone, and gives back the states of all streams and the events by type. */
function play(commands: Iterable<SimulatedCommand>): { states: Map<string, unknown>; counts: Map<string, number> } {
  const states = new Map<string, unknown>();
  const counts = new Map<string, number>();
  for (const { category, command, occurredAt } of commands) {
    if (command.type === 'CorrectEntry') continue;
    const decider = deciders[category] as unknown as Decider<AnyCommand, unknown, AnyEvent>;
    const parsed = decider.commands.parse(command);
    const stream = `${category}-${decider.idOf(parsed)}`;
    const state = states.get(stream) ?? decider.initialState;
    const { participantId, studyId = 'demo' } = decider.subjectOf(parsed, state);
    const participant = states.get(`participant-${participantId}`) ?? participantDecider.initialState;
    const study = states.get(`study-${studyId}`) ?? studyDecider.initialState;
    const given = { now: occurredAt, occurredAt, participant, study } as Parameters<typeof decider.decide>[2];
    const decision = decider.decide(parsed, state, given);
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.refused}`);
    for (const event of decision) counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
    states.set(
      stream,
      decision.reduce((next, event) => decider.evolve(next, event, occurredAt), state),
    );
  }
  return { states, counts };
}

describe('a simulated trial', () => {
  const commands = [...simulate(OPTIONS)];

  it('is made of commands that the domain accepts, in the order given', () => {
    const { states, counts } = play(commands);
    expect([...states.keys()].filter((stream) => stream.startsWith('participant-'))).toHaveLength(30);
    for (const type of [
      'HomeworkAssigned',
      'AttemptRecorded',
      'AssignmentAdjusted',
      'AssignmentExpired',
      'HomeworkCompleted',
      'MeasureRecorded',
    ]) {
      expect([type, (counts.get(type) ?? 0) > 0]).toEqual([type, true]);
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect([...simulate(OPTIONS)]).toEqual(commands);
    expect([...simulate({ ...OPTIONS, seed: 8 })]).not.toEqual(commands);
  });

  it('gives every command an id of its own', () => {
    expect(new Set(commands.map(({ commandId }) => commandId)).size).toBe(commands.length);
  });

  it('records item answers that add up to a PHQ-9 total between 0 and 27', () => {
    const totals = commands.flatMap(({ command }) =>
      command.type === 'RecordMeasure'
        ? [Object.values(command.items).reduce((sum: number, answer) => sum + (answer ?? 0), 0)]
        : [],
    );
    expect(totals.length).toBeGreaterThan(50);
    expect(Math.min(...totals)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...totals)).toBeLessThanOrEqual(27);
  });
});

describe('sending a simulated trial', () => {
  it('sends everything once, the set-up first and each person in order', async () => {
    const arrived: string[] = [];
    const commands = [...simulate(OPTIONS)];
    const sent = await sendSimulated(commands, {
      execute: async ({ context }) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random()));
        arrived.push(context.commandId);
        return { eventIds: [context.commandId] };
      },
      concurrency: 5,
    });
    const ids = commands.map(({ commandId }) => commandId);
    expect(sent).toBe(ids.length);
    expect([...arrived].sort()).toEqual([...ids].sort());
    const setUp = commands.findIndex(({ command }) => command.type === 'ScreenParticipant');
    expect(arrived.slice(0, setUp)).toEqual(ids.slice(0, setUp));
    const ofOne = commands.filter(({ actor }) => actor.id === 'demo:P003').map(({ commandId }) => commandId);
    expect(arrived.filter((id) => ofOne.includes(id))).toEqual(ofOne);
  });

  it('stops at the first command that is not taken', async () => {
    const refuse = () => Promise.reject(new Error('full'));
    await expect(sendSimulated(simulate(OPTIONS), { execute: refuse })).rejects.toThrow('full');
  });
});
