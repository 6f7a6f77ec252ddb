import type { SimulatedCommand } from './simulated.command.ts';

/** What the command handler takes. */
export interface SimulatedRequest {
  readonly category: SimulatedCommand['category'];
  readonly command: SimulatedCommand['command'];
  readonly context: Pick<SimulatedCommand, 'commandId' | 'actor' | 'occurredAt' | 'occurredPrecision' | 'source'>;
}

export interface SendOptions {
  readonly execute: (request: SimulatedRequest) => Promise<{ readonly eventIds: readonly string[] }>;
  /** People whose commands are under way at once; each person's own stay in order. */
  readonly concurrency?: number;
  readonly onSent?: (sent: number) => void;
}

/**
 * Sends a simulated trial to the command handler: the set-up in order, then people side by side. Safe to repeat, since
 * every command keeps its id.
 * @returns the number of commands sent
 */
export async function sendSimulated(
  commands: Iterable<SimulatedCommand>,
  { execute, concurrency = 16, onSent = () => undefined }: SendOptions,
): Promise<number> {
  const people = coursesOf(commands);
  let sent = 0;
  const send = async (course: readonly SimulatedCommand[]): Promise<void> => {
    const entries = new Map<string, string>();
    for (const said of course) {
      const { eventIds } = await execute(requestOf(said, entries));
      if (eventIds[0] !== undefined) entries.set(said.commandId, eventIds[0]);
      onSent((sent += 1));
    }
  };
  const setUp = people.next();
  if (setUp.done !== true) await send(setUp.value);
  const worker = async (): Promise<void> => {
    for (let next = people.next(); next.done !== true; next = people.next()) await send(next.value);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return sent;
}

/** What is handed in; a correction gets the id of its entry from the receipt of the command that wrote it. */
function requestOf(said: SimulatedCommand, entries: ReadonlyMap<string, string>): SimulatedRequest {
  const { commandId, actor, occurredAt, occurredPrecision, source } = said;
  const context = { commandId, actor, occurredAt, occurredPrecision, source };
  const { category, command } = said;
  if (!('corrects' in said)) return { category, command, context };
  return { category, command: { ...said.command, entryId: entries.get(said.corrects) ?? said.corrects }, context };
}

/** The set-up first, then one person's commands after another's: a course begins with its screening. */
function* coursesOf(commands: Iterable<SimulatedCommand>): Generator<SimulatedCommand[]> {
  let course: SimulatedCommand[] = [];
  for (const command of commands) {
    if (command.command.type === 'ScreenParticipant') {
      yield course;
      course = [];
    }
    course.push(command);
  }
  yield course;
}
