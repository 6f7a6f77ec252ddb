import { decode, type EventMetadata, type Fact } from '#domain';
import type { Position, RecordedEvent } from '#event-store';
import { recordIdOf } from '../kernel/fact.columns.ts';

/** An event on its way into the read models: decoded once, when the first projection asks for it. */
export class LogEvent {
  readonly stored: RecordedEvent;
  readonly logIndex: number;
  #fact: Fact | undefined;
  #metadata: EventMetadata | undefined;
  #people: readonly string[] | undefined;

  constructor(stored: RecordedEvent, logIndex: number) {
    this.stored = stored;
    this.logIndex = logIndex;
  }

  get position(): Position {
    return this.stored.position;
  }

  get stream(): string {
    return this.stored.stream;
  }

  /** @throws UnreadableEvent, which stops the projections that ask for this type and no others */
  get fact(): Fact {
    this.#fact ??= decode(this.stored);
    return this.#fact;
  }

  /** Readable whatever the type: metadata have one shape for all. */
  get metadata(): EventMetadata {
    this.#metadata ??= this.#readable()?.metadata ?? (JSON.parse(this.stored.metadata) as EventMetadata);
    return this.#metadata;
  }

  get studyId(): string | null {
    return this.metadata.studyId ?? (this.stream.startsWith('study-') ? recordIdOf(this.stream) : null);
  }

  /** Everyone the event, or the replacement a correction puts in its place, speaks of. */
  get participantIds(): readonly string[] {
    this.#people ??= this.#mentioned();
    return this.#people;
  }

  #mentioned(): readonly string[] {
    const fact = this.#readable();
    if (fact !== undefined) return peopleNamedIn(fact);
    const { participantId } = this.metadata;
    return participantId === undefined ? [] : [participantId];
  }

  #readable(): Fact | undefined {
    try {
      return this.fact;
    } catch {
      // A type this software does not know is kept as it is; whoever projects it will say so.
      return undefined;
    }
  }
}

/** A run of the log: everything in it up to `position`. */
export interface LogBatch {
  readonly events: readonly LogEvent[];
  readonly position: Position;
}

/** Everyone an event, or the replacement a correction puts in its place, speaks of. */
export function peopleNamedIn({
  data,
  metadata: { participantId },
}: Pick<Fact, 'data' | 'metadata'>): readonly string[] {
  const replacement = 'replacement' in data ? data.replacement : {};
  const own = participantId === undefined ? [] : [participantId];
  return [...new Set([...own, ...namedIn(data), ...namedIn(replacement)])];
}

function namedIn(data: object): readonly string[] {
  const { participantId, participants } = data as { participantId?: unknown; participants?: unknown };
  const several: readonly unknown[] = Array.isArray(participants) ? participants : [];
  const named = [participantId, ...several];
  return named.filter((person) => typeof person === 'string');
}
