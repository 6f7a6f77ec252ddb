import { type Fact, type Subject, decode } from '#domain';
import { type EventStore, type Position, type StreamName, streamName } from '#event-store';
import { RecentMap } from '../recent.map.ts';
import type { PreparedCommand } from './prepared.command.ts';
import type { StandingReader, Standings } from './standing.reader.ts';

const MOST_OWNERS = 50_000;
const MOST_HISTORIES = 1_000;
/** Longer ones are read again each time, so that memory stays bounded. */
const LONGEST_HISTORY = 250;

/** What is known when a command is decided: its stream, whole and still sealed, and where its participant and study stand. */
export interface CommandRecord {
  readonly history: readonly (Fact & { readonly position: Position })[];
  readonly subject: Subject;
  readonly standings: Standings;
}

/** Reads a command's stream and standings at once, where it can be foreseen whose they are. */
export class RecordReader {
  readonly #store: EventStore;
  readonly #standings: StandingReader;
  /** Stream → the participant it turned out to belong to. Only ever a guess: what the stream says decides. */
  readonly #owners = new RecentMap<StreamName, string>(MOST_OWNERS);
  /** What streams held when they were last read, still sealed; from there on only what is new is read. */
  readonly #histories = new RecentMap<StreamName, CommandRecord['history']>(MOST_HISTORIES);

  constructor(store: EventStore, standings: StandingReader) {
    this.#store = store;
    this.#standings = standings;
  }

  async read(command: PreparedCommand): Promise<CommandRecord> {
    const stated = command.subject([]);
    const foreseen = { ...stated, participantId: stated.participantId ?? this.#owners.get(command.stream) };
    const [history, early] = await Promise.all([this.#history(command.stream), this.#standings.of(foreseen)]);
    const subject = command.subject(history);
    const { participantId, studyId } = subject;
    if (participantId !== undefined) this.#owners.set(command.stream, participantId);
    const right = participantId === foreseen.participantId && (studyId ?? early.participant.studyId) === early.studyId;
    return { history, subject, standings: right ? early : await this.#standings.of(subject) };
  }

  /** Whether the log says that the participant's personal data are erased. */
  async erased(participantId: string): Promise<boolean> {
    const history = await this.#history(streamName(`participant-${participantId}`));
    return history.some(({ type }) => type === 'PersonalDataErased');
  }

  async #history(stream: StreamName): Promise<CommandRecord['history']> {
    const known = this.#histories.get(stream) ?? [];
    const history = [...known];
    for await (const stored of this.#store.readStream(stream, { from: known.length })) {
      history.push({ ...decode(stored), position: stored.position });
    }
    if (history.length <= LONGEST_HISTORY) this.#histories.set(stream, history);
    else this.#histories.delete(stream);
    return history;
  }
}
