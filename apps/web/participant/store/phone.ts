import { CallFailed } from '../../graphql/call.failure.ts';
import { call } from '../../graphql/call.ts';
import type { Language } from '../../language/language.ts';
import { PhonePlaces } from '../server/places.generated.ts';
import type { Command } from './commands.ts';
import { Drafts } from './drafts.ts';
import { orderedId } from './ordered.id.ts';
import { Outbox } from './outbox.ts';
import { askForDay, carriedOver, type Day, isDay } from './participant.day.ts';
import type { SealedStore } from './sealed.store.ts';
import { NotKept } from './sealed.store.ts';
import { Signal } from './signal.ts';
import type { Told } from './waiting.ts';

/** Asked again after this long while something waits, in milliseconds; doubled at every failure up to the most. */
const FIRST_WAIT = 5_000;
const MOST_WAIT = 300_000;

/** Another window that writes in the same draft changes it between claiming and handing in; not for ever. */
const MOST_TRIES = 3;

export interface HandingIn {
  readonly command: Command;
  readonly told: Told;
}

/** A signed-in participant’s phone: what the server said last, what is begun, and what waits to be sent. */
export class Phone {
  readonly day = new Signal<Day | undefined>(undefined);
  /** What kept the server from being asked last time. */
  readonly trouble = new Signal<CallFailed['kind'] | undefined>(undefined);
  readonly busy = new Signal(false);
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  #wait = FIRST_WAIT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #going: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(
    readonly store: SealedStore,
    private readonly language: () => Language,
  ) {
    this.outbox = new Outbox(store);
    this.drafts = new Drafts(store);
    store.onCleared = async () => {
      await this.outbox.keepAgain();
      await this.drafts.keepAgain();
    };
  }

  get person(): string {
    return this.store.person;
  }

  /** What lies on the phone; nobody else is asked. */
  async load(): Promise<void> {
    const day = await this.store.get('day', 'last');
    if (isDay(day?.value)) this.day.set(day.value);
    await Promise.all([this.outbox.load(), this.drafts.load()]);
  }

  /** Does something: kept on the phone at once, sent as soon as it goes. */
  async tell(command: Command, told: Told): Promise<void> {
    await this.keep(command, told);
    void this.sync();
  }

  /** The same without sending yet: more is to follow. */
  async keep(command: Command, told: Told): Promise<void> {
    await this.outbox.add(command, told);
  }

  /**
   * Hands in what was written at a place: kept as something to send and done with as a draft in one moment. Of two windows
   * that hand in the same, one does.
   * @param make given the id of the draft, which the record takes over: handed in twice, it is there once
   * @returns that id; undefined where another window was first
   */
  async handIn(place: string, make: (draft: string) => HandingIn): Promise<string | undefined> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const draft = await this.drafts.claim(place);
      if (draft === undefined) return undefined;
      const { command, told } = make(draft.id);
      if ((await this.outbox.add(command, told, draft)) === undefined) continue;
      this.drafts.handedIn(place, draft.id);
      void this.sync();
      return draft.id;
    }
    const { command, told } = make(orderedId());
    return (await this.tell(command, told), undefined);
  }

  /** The phone was picked up again, or another window was used meanwhile. */
  async wake(): Promise<void> {
    await this.drafts.keepUnkept();
    await this.drafts.load().catch((error: unknown) => {
      // What this window knows stays.
      if (!(error instanceof NotKept)) throw error;
    });
    await this.sync();
  }

  /** Sends what waits, then asks what there is. One at a time; asked for meanwhile, it goes round once more. */
  async sync(): Promise<void> {
    if (this.#going !== undefined) return ((this.#again = true), this.#going);
    this.#going = this.#rounds();
    await this.#going;
  }

  async #rounds(): Promise<void> {
    this.busy.set(true);
    try {
      do {
        this.#again = false;
        await this.#round();
      } while (this.#again);
    } finally {
      this.busy.set(false);
      this.#going = undefined;
    }
  }

  async #round(): Promise<void> {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    try {
      await this.outbox.flush();
      if (this.outbox.hindrance.value === 'none') await this.#ask();
      this.trouble.set(this.outbox.hindrance.value === 'none' ? undefined : this.outbox.hindrance.value);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      this.trouble.set(error.kind);
    }
    const well = this.trouble.value === undefined;
    this.#wait = well ? FIRST_WAIT : Math.min(MOST_WAIT, this.#wait * 2);
    if (!well && !this.#stopped) this.#timer = setTimeout(() => void this.sync(), this.#wait);
  }

  async #ask(): Promise<void> {
    const known = this.outbox.sent.value;
    const studyId = this.day.value?.studyId ?? (await this.#studyOfMine());
    if (studyId === undefined) return;
    const day = await askForDay({
      ...{ studyId, participantId: this.person, language: this.language() },
      afterPosition: this.outbox.position,
    });
    const carried = carriedOver(day, this.day.value, this.drafts.list.value.values());
    this.day.set(carried);
    this.outbox.settled(known);
    await this.#keep(carried);
  }

  async #studyOfMine(): Promise<string | undefined> {
    const { studies } = await call(PhonePlaces);
    return studies.nodes[0]?.studyId;
  }

  /** What the server knows can be asked again: a full phone loses nothing by it. */
  async #keep(day: Day): Promise<void> {
    try {
      await this.store.put({ kind: 'day', id: 'last', value: day });
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.store.close();
  }
}
