import {
  type AnyCommand,
  type AnyEvent,
  type Decider,
  type EntryEvent,
  type Fact,
  type ParticipantCommand,
  type ParticipantEvent,
  type ParticipantState,
  type Recorded,
  type StudyCommand,
  type StudyEvent,
  type StudyState,
  type Subject,
  decode,
  isEntryEvent,
  participantDecider,
  stateOf,
  studyDecider,
} from '#domain';
import { type EventStore, type StreamName, streamName } from '#event-store';
import { RecentMap } from '../recent.map.ts';

const MOST_REMEMBERED = 20_000;

/** Where the records that a command's stream belongs to stand now. */
export interface Standings {
  readonly participant: ParticipantState;
  readonly study: StudyState;
  /** The study that was looked up. */
  readonly studyId: string | undefined;
}

interface Remembered<State> {
  readonly revision: number;
  readonly state: State;
}

/** Folds one kind of stream, remembering how far it got: reading again reads only what is new. */
class FoldReader<Command extends AnyCommand, State, Event extends AnyEvent> {
  readonly #store: EventStore;
  readonly #decider: Decider<Command, State, Event>;
  readonly #remembered = new RecentMap<StreamName, Remembered<State>>(MOST_REMEMBERED);

  constructor(store: EventStore, decider: Decider<Command, State, Event>) {
    this.#store = store;
    this.#decider = decider;
  }

  remembered(id: string): State | undefined {
    return this.#remembered.get(this.#streamOf(id))?.state;
  }

  async read(id: string): Promise<State> {
    const stream = this.#streamOf(id);
    const known = this.#remembered.get(stream);
    const added = await this.#events(stream, known === undefined ? 0 : known.revision + 1);
    const last = added.at(-1);
    if (last === undefined) return known?.state ?? this.#decider.initialState;
    const state = await this.#fold(stream, known, added);
    this.#remembered.set(stream, { revision: last.revision, state });
    return state;
  }

  /** A correction changes what came before, so the whole stream is folded again. */
  async #fold(
    stream: StreamName,
    known: Remembered<State> | undefined,
    added: readonly Entry<Event>[],
  ): Promise<State> {
    if (known === undefined) return stateOf(this.#decider, added);
    const last = added.at(-1)?.revision ?? 0;
    if (added.some(isEntryEvent)) {
      const whole = await this.#events(stream, 0);
      return stateOf(
        this.#decider,
        whole.filter(({ revision }) => revision <= last),
      );
    }
    return ofDecider(added).reduce(
      (state, event) => this.#decider.evolve(state, event, event.metadata.occurredAt),
      known.state,
    );
  }

  async #events(stream: StreamName, from: number): Promise<readonly Entry<Event>[]> {
    const events: Entry<Event>[] = [];
    for await (const stored of this.#store.readStream(stream, { from })) {
      events.push(decode(stored));
    }
    return events;
  }

  #streamOf(id: string): StreamName {
    return streamName(`${this.#decider.category}-${id}`);
  }
}

type Entry<Event extends AnyEvent> = Recorded<Event | EntryEvent>;

/** Once it is known that no entry speaks of another one. */
function ofDecider<Event extends AnyEvent>(entries: readonly Entry<Event>[]): readonly Recorded<Event>[] {
  return entries as unknown as readonly Recorded<Event>[];
}

/** Reads the standing of participants and studies, both at once where it can be foreseen which study it is. */
export class StandingReader {
  readonly #participants: FoldReader<ParticipantCommand, ParticipantState, ParticipantEvent>;
  readonly #studies: FoldReader<StudyCommand, StudyState, StudyEvent>;

  constructor(store: EventStore) {
    this.#participants = new FoldReader(store, participantDecider);
    this.#studies = new FoldReader(store, studyDecider);
  }

  async of({ participantId, studyId }: Subject): Promise<Standings> {
    const foreseen =
      studyId ?? (participantId === undefined ? undefined : this.#participants.remembered(participantId)?.studyId);
    const [participant, study] = await Promise.all([this.#participant(participantId), this.#study(foreseen)]);
    const actual = studyId ?? participant.studyId;
    return { participant, study: actual === foreseen ? study : await this.#study(actual), studyId: actual };
  }

  async #participant(id: string | undefined): Promise<ParticipantState> {
    return id === undefined ? participantDecider.initialState : this.#participants.read(id);
  }

  async #study(id: string | undefined): Promise<StudyState> {
    return id === undefined ? studyDecider.initialState : this.#studies.read(id);
  }
}

/** What standings become through events of this moment that are about to be written to their own streams. */
export function standingsAfter(standings: Standings, events: readonly AnyEvent[], at: string): Standings {
  let { participant, study } = standings;
  for (const event of events as readonly Fact[]) {
    if (event.type === 'ParticipantEnrolled' || event.type === 'TimeZoneChanged')
      participant = participantDecider.evolve(participant, event, at);
    if (event.type === 'StudyRegistered' || event.type === 'ProtocolPublished')
      study = studyDecider.evolve(study, event, at);
  }
  return { ...standings, participant, study };
}
