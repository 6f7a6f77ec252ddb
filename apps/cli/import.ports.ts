import { type Category, type Fact, decode } from '#domain';
import { AppendOutcomeUnknown, type EventStore, StoreUnavailable, streamName } from '#event-store';
import type { Execution, ImportContext, ImportPorts } from '#imports';
import {
  CommandIdReused,
  CommandRefused,
  type ExecuteRequest,
  InvalidCommand,
  Opener,
  type ParticipantKeys,
  type Receipt,
  TooMuchContention,
} from '#platform';
import { Interrupted } from './cli.error.ts';

/** Whoever carries commands out; `CommandExecutor` does. */
export interface Executor {
  execute(request: ExecuteRequest): Promise<Receipt>;
}

/** What an import needs, over the command handler and the log. */
export function importPorts(
  executor: Executor,
  store: Pick<EventStore, 'readStream'>,
  keys: ParticipantKeys,
): ImportPorts {
  const arms = new Opener(keys, 'arms');
  return {
    execute: (category, command, context) => execute(executor, category, command, context),
    history: async (category, id) => {
      const facts = await history(store, category, id);
      // An arm of the file is compared with the one that was told before.
      return category === 'allocation' ? arms.openAll(facts) : facts;
    },
  };
}

async function execute(
  executor: Executor,
  category: Category,
  command: { readonly type: string },
  context: ImportContext,
): Promise<Execution> {
  try {
    const receipt = await executor.execute({ category, command, context });
    return { outcome: 'done', events: receipt.eventIds.length };
  } catch (error) {
    if (error instanceof CommandRefused || error instanceof InvalidCommand || error instanceof CommandIdReused) {
      return { outcome: 'refused', code: error.code, sentence: error.message };
    }
    if (
      error instanceof StoreUnavailable ||
      error instanceof AppendOutcomeUnknown ||
      error instanceof TooMuchContention
    ) {
      throw new Interrupted(`${error.message}\nWhat was imported so far stays. Import again to go on from there.`);
    }
    throw error;
  }
}

async function history(store: Pick<EventStore, 'readStream'>, category: Category, id: string): Promise<Fact[]> {
  const facts: Fact[] = [];
  try {
    for await (const event of store.readStream(streamName(`${category}-${id}`))) facts.push(decode(event));
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new Interrupted(`${error.message}\nImport again to go on from there.`);
    throw error;
  }
  return facts;
}
