import { builtInDefinitions } from '#adherence';
import { deciders } from '#domain';
import { type EventStore, streamName } from '#event-store';
import type { CommandExecutor, Log } from '#platform';
import { type SimulationOptions, sendSimulated, simulate } from '#simulator';

export const DEMONSTRATION_STUDY = 'demo';

const PUBLISHED = ['quantity-unit-level', 'completed-half', 'practice-dose'];

/** A simulated trial, the same on every computer. */
const TRIAL: SimulationOptions = {
  studyId: DEMONSTRATION_STUDY,
  title: 'Demonstration trial (simulated)',
  participants: 60,
  weeks: 8,
  seed: 20260105,
  start: '2026-01-05T00:00:00.000Z',
  definitions: PUBLISHED.flatMap((id) => builtInDefinitions.get(id) ?? []),
};

export interface SeedParts {
  readonly executor: Pick<CommandExecutor, 'execute'>;
  readonly store: EventStore;
  readonly log: Log;
}

/**
 * Records the demonstration trial, unless it is there. Cut short, it goes on where it stopped: every command has its own
 * id, and the last one tells that all are in.
 */
export async function seedDemonstration({ executor, store, log }: SeedParts): Promise<void> {
  const commands = [...simulate(TRIAL)];
  const [last] = commands.splice(-1);
  if (last?.category !== 'participant') throw new Error('a simulated trial ends with what becomes of a participant');
  const stream = streamName(`participant-${deciders.participant.idOf(last.command)}`);
  for await (const { metadata } of store.readStream(stream)) if (metadata.includes(last.commandId)) return;
  const began = performance.now();
  log.info({ commands: commands.length + 1 }, 'Recording a simulated trial to look around in');
  const execute = executor.execute.bind(executor);
  await sendSimulated(commands, { execute });
  await sendSimulated([last], { execute });
  log.info({ seconds: Math.round((performance.now() - began) / 100) / 10 }, 'The simulated trial is recorded');
}
