import { v5 } from 'uuid';
import {
  type AnyCommand,
  type AnyEvent,
  type Category,
  type Decider,
  type EntryEvent,
  type EventMetadata,
  type Fact,
  type Given,
  REFUSALS,
  type Recorded,
  decideEntry,
  deciders,
  entryCommands,
  isEntryCommand,
  isRefusal,
  stateOf,
} from '#domain';
import type { Execution, ImportContext, ImportPorts } from '#imports';

/** A platform for specs of imports: the real deciders over a log in memory, without storage, sealing or projections. */
export class MemoryPlatform implements ImportPorts {
  readonly log: Fact[] = [];
  /** Called before each command; a spec may throw or wait here. */
  beforeCommand: (type: string) => void | Promise<void> = () => undefined;
  commands = 0;
  private readonly streams = new Map<string, Fact[]>();

  async history(category: Category, id: string): Promise<readonly Fact[]> {
    return [...(this.streams.get(`${category}-${id}`) ?? [])];
  }

  async execute(category: Category, command: AnyCommand, context: ImportContext): Promise<Execution> {
    await this.beforeCommand(command.type);
    this.commands += 1;
    return this.run(deciders[category], command, context);
  }

  /** Everything that happened of one type, as stored. */
  of<Type extends Fact['type']>(type: Type): Fact<Type>[] {
    return this.log.filter((fact): fact is Fact<Type> => fact.type === type);
  }

  private run(decider: Decider<AnyCommand, unknown, AnyEvent>, input: AnyCommand, context: ImportContext): Execution {
    const command = (isEntryCommand(input) ? entryCommands : decider.commands).parse(input);
    const id = isEntryCommand(command) ? command.recordId : decider.idOf(command);
    const name = `${decider.category}-${id}`;
    const history = (this.streams.get(name) ?? []) as unknown as Recorded<AnyEvent>[];
    const repeated = history.filter(({ metadata }) => metadata.commandId === context.commandId);
    if (repeated.length > 0) return { outcome: 'done', events: repeated.length };
    const decision = isEntryCommand(command)
      ? decideEntry(command, history, decider)
      : decider.decide(
          command,
          stateOf(decider, history as Recorded<AnyEvent | EntryEvent>[]),
          this.given(command, context),
        );
    if (isRefusal(decision)) {
      return { outcome: 'refused', code: decision.refused, sentence: REFUSALS[decision.refused] };
    }
    decision.forEach((event, index) => this.store(name, event, index, context));
    return { outcome: 'done', events: decision.length };
  }

  private store(stream: string, event: AnyEvent, index: number, context: ImportContext): void {
    const own = this.streams.get(stream) ?? [];
    const now = new Date(Date.UTC(2026, 0, 1) + this.log.length).toISOString();
    const { commandId, actor, source, occurredAt = now, occurredPrecision = 'instant' } = context;
    const metadata = { commandId, actor, source, occurredAt, occurredPrecision } as EventMetadata;
    const id = v5(`${stream}/${index}`, commandId);
    const fact = { ...event, id, stream, revision: own.length, recordedAt: now, metadata } as Fact;
    this.streams.set(stream, [...own, fact]);
    this.log.push(fact);
  }

  private given(command: AnyCommand, context: ImportContext): Given {
    const now = '2026-01-01T00:00:00.000Z';
    const study = this.fold(deciders.study, 'studyId' in command ? command.studyId : undefined);
    const participant = this.fold(deciders.participant, 'participantId' in command ? command.participantId : undefined);
    return { now, occurredAt: context.occurredAt ?? now, participant, study };
  }

  /** Where a record stands, by the real decider. */
  private fold<Command extends AnyCommand, State, Event extends AnyEvent>(
    decider: Decider<Command, State, Event>,
    id: unknown,
  ): State {
    const history = this.streams.get(`${decider.category}-${String(id)}`) ?? [];
    return stateOf(decider, history as unknown as Recorded<Event | EntryEvent>[]);
  }
}
