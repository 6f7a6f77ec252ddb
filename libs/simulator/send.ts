import type { SimulatedCommand } from './simulated.command.ts';

/** What the command handler takes. */
export interface SimulatedRequest {
  readonly category: SimulatedCommand['category'];
  readonly command: SimulatedCommand['command'];
  readonly context: Pick<SimulatedCommand, 'commandId' | 'actor' | 'occurredAt' | 'occurredPrecision' | 'source'>;
}

export interface SendOptions {
  readonly execute: (request: SimulatedRequest) => Promise<unknown>;
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
    for (const { category, command, ...context } of course) {
      await execute({ category, command, context });
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

/** The set-up first, then one person's commands after another's: a course begins with its enrolment. */
function* coursesOf(commands: Iterable<SimulatedCommand>): Generator<SimulatedCommand[]> {
  let course: SimulatedCommand[] = [];
  for (const command of commands) {
    if (command.command.type === 'EnrolParticipant') {
      yield course;
      course = [];
    }
    course.push(command);
  }
  yield course;
}
