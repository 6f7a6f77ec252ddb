import { setTimeout as pause } from 'node:timers/promises';
import { type Tracer, SpanStatusCode, trace } from '@opentelemetry/api';
import { type Refusal, refuse } from '#domain';
import {
  type Appended,
  AppendOutcomeUnknown,
  EventIdTaken,
  type EventStore,
  type NewEvent,
  type Position,
  WrongExpectedRevision,
} from '#event-store';
import { Opener } from '../sealing/event.sealing.ts';
import type { ParticipantKeys } from '../sealing/participant.keys.ts';
import { CommandError, CommandIdReused, CommandRefused, TooMuchContention } from './command.error.ts';
import { sameCommand } from './command.digest.ts';
import { type CommandRecord, RecordReader } from './command.record.ts';
import { eventTime } from './event.time.ts';
import { writeEvents, zoneAt } from './event.writing.ts';
import type { ExecuteRequest, Receipt } from './execute.command.ts';
import { type PreparedCommand, prepare } from './prepared.command.ts';
import { studyClock } from './study.clock.ts';
import { StandingReader } from './standing.reader.ts';
import { StreamTurns } from './stream.turns.ts';

/** What the executor tells about itself; a pino logger fits. Fields never hold participant content. */
export interface ExecutorLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface CommandExecutorOptions {
  readonly store: EventStore;
  readonly keys: ParticipantKeys;
  /**
   * How many events the log holds, once it is numbered up to a position; nothing when that takes too long. Signatures are
   * bound to it, where it is there.
   */
  readonly numberedTo?: (position: Position) => Promise<number | undefined>;
  readonly clock?: () => Date;
  readonly log?: ExecutorLog;
  readonly tracer?: Tracer;
}

/** How often a command is decided anew when others write to its stream first. */
const MOST_DECISIONS = 12;
/** How often an append is repeated while nobody knows whether it happened. */
const MOST_APPENDS = 6;
const SILENT: ExecutorLog = { debug: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * The one way anything is written to the log: checks a command, decides it over its stream, seals and appends the events.
 * Sending a command again under its id is always safe and answers with the original receipt.
 */
export class CommandExecutor {
  readonly #store: EventStore;
  readonly #keys: ParticipantKeys;
  readonly #numberedTo: CommandExecutorOptions['numberedTo'];
  readonly #clock: () => Date;
  readonly #log: ExecutorLog;
  readonly #tracer: Tracer;
  readonly #records: RecordReader;
  readonly #opener: Opener;
  readonly #turns = new StreamTurns();

  constructor({ store, keys, numberedTo, clock = () => new Date(), log = SILENT, tracer }: CommandExecutorOptions) {
    this.#numberedTo = numberedTo;
    this.#store = store;
    this.#keys = keys;
    this.#clock = clock;
    this.#log = log;
    this.#tracer = tracer ?? trace.getTracer('intersession');
    this.#records = new RecordReader(store, new StandingReader(store));
    this.#opener = new Opener(keys, 'arms');
  }

  /**
   * @throws InvalidCommand, CommandRefused, CommandIdReused, TooMuchContention: the caller's to answer
   * @throws AppendOutcomeUnknown, StoreUnavailable: send the same command again later
   */
  async execute(request: ExecuteRequest): Promise<Receipt> {
    return this.#tracer.startActiveSpan('execute', async (span) => {
      try {
        const command = prepare(request);
        span.setAttributes({ 'command.category': command.category, 'command.type': command.type });
        const receipt = await this.#turns.take(command.stream, () => this.#carryOut(command));
        this.#log.debug({ command: command.type, commandId: receipt.commandId }, 'command carried out');
        return receipt;
      } catch (error) {
        const code = error instanceof CommandError ? error.code : 'failed';
        span.setAttribute('command.outcome', code);
        if (code === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  /** Completes erasures that a crash cut short between the log and the key. To be called at every start. @returns how many */
  async finishErasures(): Promise<number> {
    let finished = 0;
    for (const participantId of this.#keys.orderedDestructions()) {
      const erased = await this.#records.erased(participantId);
      if (!erased) continue;
      await this.#keys.destroy(participantId);
      finished += 1;
    }
    if (finished > 0) this.#log.warn({ finished }, 'completed erasures that were cut short');
    return finished;
  }

  async #carryOut(command: PreparedCommand): Promise<Receipt> {
    for (let decisions = 1; decisions <= MOST_DECISIONS; decisions += 1) {
      const record = await this.#records.read(command);
      const written = record.history.filter(({ metadata }) => metadata.commandId === command.context.commandId);
      if (written.length > 0) return await this.#answerAgain(command, written);
      const receipt = await this.#write(command, record);
      if (receipt !== undefined) return receipt;
      await pause(Math.random() * Math.min(200, 2 ** decisions));
    }
    this.#log.warn(
      { command: command.type, commandId: command.context.commandId },
      'gave up after too much contention',
    );
    throw new TooMuchContention(MOST_DECISIONS);
  }

  /** The original receipt of a command that was carried out before, whatever has happened since. */
  async #answerAgain(command: PreparedCommand, written: CommandRecord['history']): Promise<Receipt> {
    const last = written.at(-1);
    if (last === undefined) throw new Error('a command left no event behind');
    const { metadata, stream, revision, position, recordedAt } = last;
    const { participantId, commandId } = metadata;
    const key = participantId === undefined ? undefined : (await this.#keys.of([participantId])).get(participantId);
    const same = sameCommand(metadata.commandDigest, command, key === 'destroyed' ? undefined : key, this.#keys);
    if (same === false) throw new CommandIdReused(commandId);
    await this.#destroyErased(written, participantId);
    const eventIds = written.map(({ id }) => id);
    return { commandId, stream, revision, position: position.toString(), eventIds, recordedAt };
  }

  /** @returns undefined when somebody else wrote to the stream first */
  async #write(command: PreparedCommand, { history, subject, standings }: CommandRecord): Promise<Receipt | undefined> {
    const { participant, study } = standings;
    const now = studyClock(study, this.#clock());
    const time = orRefuse(eventTime(command.context, now, zoneAt(now.toISOString(), standings, subject)));
    const logIndex = command.type === 'SignRecord' ? await this.#indexFor(history) : undefined;
    const given = { now: now.toISOString(), occurredAt: time.occurredAt, participant, study, logIndex };
    const events = orRefuse(command.decide(await this.#opener.openAll(history), given));
    const written = await writeEvents({ command, events, subject, standings, time }, this.#keys);
    const erases = isErasure(events) && subject.participantId !== undefined;
    if (erases) await this.#keys.orderDestruction(subject.participantId);
    const appended = await this.#append(command, history.at(-1)?.revision, written);
    if (appended === undefined) return undefined;
    await this.#destroyErased(events, subject.participantId);
    const { revision, position, recordedAt } = appended;
    const eventIds = written.map(({ id }) => id);
    const { stream, context } = command;
    return { commandId: context.commandId, stream, revision, position: position.toString(), eventIds, recordedAt };
  }

  /** Where the log has come to, with all of a record in it. @throws CommandRefused when its numbering lags behind */
  async #indexFor(history: CommandRecord['history']): Promise<number | undefined> {
    const last = history.at(-1);
    if (last === undefined || this.#numberedTo === undefined) return undefined;
    const index = await this.#numberedTo(last.position);
    if (index === undefined) throw new CommandRefused(refuse('RecordNotNumbered'));
    return index;
  }

  /** @returns undefined when the stream has moved on, or held these events already */
  async #append(
    { stream }: PreparedCommand,
    revision: number | undefined,
    events: readonly NewEvent[],
  ): Promise<Appended | undefined> {
    for (let appends = 1; ; appends += 1) {
      try {
        const appended = await this.#store.append({ stream, expected: revision ?? 'none', events });
        return appended.repeated ? undefined : appended;
      } catch (error) {
        if (error instanceof WrongExpectedRevision || error instanceof EventIdTaken) return undefined;
        if (!(error instanceof AppendOutcomeUnknown) || appends === MOST_APPENDS) throw error;
        await pause(Math.random() * 50 * 2 ** appends);
      }
    }
  }

  /** The log's order to erase comes first, the destruction follows from it. */
  async #destroyErased(events: readonly { readonly type: string }[], participantId: string | undefined): Promise<void> {
    if (participantId !== undefined && isErasure(events)) await this.#keys.destroy(participantId);
  }
}

function isErasure(events: readonly { readonly type: string }[]): boolean {
  return events.some(({ type }) => type === 'PersonalDataErased');
}

function orRefuse<Value extends object>(answer: Value | Refusal): Value {
  if ('refused' in answer) throw new CommandRefused(answer);
  return answer;
}
