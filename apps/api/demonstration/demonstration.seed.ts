import { builtInDefinitions } from '#adherence';
import { deciders } from '#domain';
import { type EventStore, streamName } from '#event-store';
import { type CommandExecutor, CommandIdReused, CommandRefused, type Log } from '#platform';
import { type SimulationOptions, sendSimulated, simulate } from '#simulator';

export const DEMONSTRATION_STUDY = 'demo';

const PUBLISHED = ['quantity-unit-level', 'completed-half', 'practice-dose'];

/** A simulated trial, the same on every computer. */
const trialOf = (participants: number): SimulationOptions => ({
  studyId: DEMONSTRATION_STUDY,
  title: 'Demonstration trial (simulated)',
  participants,
  weeks: 8,
  seed: 20260105,
  start: '2026-01-05T00:00:00.000Z',
  definitions: PUBLISHED.flatMap((id) => builtInDefinitions.get(id) ?? []),
});

export interface SeedParts {
  readonly executor: Pick<CommandExecutor, 'execute'>;
  readonly store: EventStore;
  readonly log: Log;
  /** How many people; none records nothing. */
  readonly participants: number;
}

/**
 * Records the demonstration trial, unless it is there. Cut short, it goes on where it stopped: every command has its own
 * id, and the last one tells that all are in. A trial that another version recorded stays as it is.
 */
export async function seedDemonstration({ executor, store, log, participants }: SeedParts): Promise<void> {
  if (participants === 0) return;
  const commands = [...simulate(trialOf(participants))];
  const [last] = commands.splice(-1);
  if (last?.category !== 'participant') throw new Error('a simulated trial ends with what becomes of a participant');
  const stream = streamName(`participant-${deciders.participant.idOf(last.command)}`);
  for await (const { metadata } of store.readStream(stream)) if (metadata.includes(last.commandId)) return;
  const began = performance.now();
  log.info({ commands: commands.length + 1 }, 'Recording a simulated trial to look around in');
  const execute = executor.execute.bind(executor);
  try {
    await sendSimulated(commands, { execute });
    await sendSimulated([last], { execute });
  } catch (error) {
    if (!(error instanceof CommandRefused) && !(error instanceof CommandIdReused)) throw error;
    log.warn({ study: DEMONSTRATION_STUDY }, 'Another version recorded the simulated trial; it stays as it is');
    return;
  }
  log.info({ seconds: Math.round((performance.now() - began) / 100) / 10 }, 'The simulated trial is recorded');
}
