import { CallFailed } from '../../graphql/call.failure.ts';
import type { Command } from './commands.ts';
import { noteUnsent } from './device.ts';
import { handedInNow, type OpenDraft } from './drafts.ts';
import { type Kept, NotKept, type SealedStore } from './sealed.store.ts';
import { Signal } from './signal.ts';
import { isRefused, isWaiting, type Refused, type Told, type Waiting, waitingFor } from './waiting.ts';

/** Why nothing goes out at the moment; `none` while all is well. */
export type Hindrance = 'none' | CallFailed['kind'];

/** What the phone would not keep, and the draft it was made from, which stays until it is sent. */
interface Unkept {
  readonly one: Waiting;
  readonly draft: OpenDraft | undefined;
}

/** Everything the person did that has to reach the server: kept first, then sent, in order, once in effect. */
export class Outbox {
  readonly waiting = new Signal<readonly Waiting[]>([]);
  readonly refused = new Signal<readonly Refused[]>([]);
  /** Sent since the server was last asked what there is. */
  readonly sent = new Signal<readonly Waiting[]>([]);
  readonly hindrance = new Signal<Hindrance>('none');
  /** The newest position that the server wrote at. */
  position: string | undefined;
  /** What could not be kept stays in memory while the page is open. */
  readonly unkept = new Signal<NotKept['why'] | undefined>(undefined);
  readonly #memory = new Map<string, Unkept>();

  constructor(private readonly store: SealedStore) {}

  /** Takes in what lies on the phone, also what another window put there. @throws NotKept */
  async load(): Promise<void> {
    const [waiting, refused] = await Promise.all([this.store.all('waiting'), this.store.all('refused')]);
    const kept = valuesOf(waiting).filter(isWaiting);
    const alone = [...this.#memory.values()].filter(
      ({ one }) => !kept.some((each) => each.commandId === one.commandId),
    );
    this.#show([...kept, ...alone.map(({ one }) => one)]);
    this.refused.set(valuesOf(refused).filter(isRefused));
  }

  /**
   * @param draft done with as this is kept: what was handed in is in one place only
   * @returns once it is kept, or could not be and waits in memory; undefined where another window wrote in the draft meanwhile
   */
  async add(command: Command, told: Told, draft?: OpenDraft): Promise<Waiting | undefined> {
    const one = waitingFor(command, told, navigator.onLine && this.hindrance.value === 'none');
    try {
      if ((await this.#keep(one, draft)) === undefined) return undefined;
      this.unkept.set(undefined);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      this.#memory.set(one.commandId, { one, draft });
      this.unkept.set(error.why);
    }
    this.#show([...this.waiting.value.filter(({ commandId }) => commandId !== one.commandId), one]);
    return one;
  }

  async #keep(one: Waiting, draft?: OpenDraft): Promise<number | undefined> {
    const record = { kind: 'waiting', id: one.commandId, value: one } as const;
    if (draft === undefined) return this.store.put(record);
    const trace = { kind: 'draft', id: draft.id, value: handedInNow(), after: draft.revision } as const;
    return this.store.put(record, trace);
  }

  /** What waited in memory, once there is room again. */
  async #keepMemory(): Promise<void> {
    for (const { one, draft } of [...this.#memory.values()]) {
      // Where another window wrote in the draft meanwhile, that stays a draft.
      if ((await this.#keep(one, draft)) === undefined) await this.#keep(one);
      this.#memory.delete(one.commandId);
    }
    this.unkept.set(undefined);
  }

  /** Whether closing the page would lose something. */
  get atRisk(): boolean {
    return this.#memory.size > 0;
  }

  /** The phone cleared its storage while this window was open: said again changes nothing, so all that is known here is kept. */
  async keepAgain(): Promise<void> {
    for (const one of this.waiting.value) await this.#keep(one);
    for (const one of this.refused.value) await this.#keepRefused(one);
  }

  /** Something nobody would miss: sent now or never. */
  async tellQuietly(command: Command): Promise<void> {
    const { sendCommand } = await sending();
    await sendCommand(waitingFor(command, { title: '' }, true)).catch((error: unknown) => {
      if (!(error instanceof CallFailed)) throw error;
    });
  }

  /** Sends what waits, oldest first, from one window at a time. Stops at what hinders all of it. */
  async flush(): Promise<void> {
    await navigator.locks.request(`intersession-outbox-${this.store.person}`, async () => {
      // A phone that keeps nothing still sends what this window knows.
      await this.#keepMemory().catch(ifNotKept);
      await this.load().catch(ifNotKept);
      for (const one of this.waiting.value) if (!(await this.#send(one))) return;
      this.hindrance.set('none');
    });
  }

  /** Throws away what was refused: the person has seen it. */
  async forget({ waiting }: Refused): Promise<void> {
    await this.store.remove('refused', waiting.commandId);
    this.refused.set(this.refused.value.filter((each) => each.waiting.commandId !== waiting.commandId));
  }

  /** The server was asked anew and knows all of it. */
  settled(known: readonly Waiting[]): void {
    this.sent.set(this.sent.value.filter((one) => !known.includes(one)));
  }

  /** @returns whether the next one may be tried */
  async #send(one: Waiting): Promise<boolean> {
    try {
      for (const file of one.files) await this.#sendFile(one, file);
      const { sendCommand } = await sending();
      this.position = (await sendCommand(one)) || this.position;
      this.sent.set([...this.sent.value, one]);
      await this.#remove(one);
      return true;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.passing) return (this.hindrance.set(error.kind), false);
      // Another window or phone began the journal: it is there, which is what was wanted.
      if (one.command.name === 'keepJournal' && error.code === 'ASSIGNMENT_EXISTS')
        return (await this.#remove(one), true);
      return this.#refuse(one, error);
    }
  }

  async #sendFile({ occurredAt }: Waiting, file: Waiting['files'][number]): Promise<void> {
    const bytes = await this.store.bytes('file', file.attachmentId).catch(ifNotKept);
    // Sent before, by this window or another.
    if (bytes === undefined) return;
    const { sendFile } = await sending();
    await sendFile(file, bytes, occurredAt);
    await this.store.remove('file', file.attachmentId).catch(ifNotKept);
  }

  async #refuse(one: Waiting, { code, message }: CallFailed): Promise<boolean> {
    const refused = { waiting: one, code, message, at: new Date().toISOString() };
    const others = this.refused.value.filter(({ waiting }) => waiting.commandId !== one.commandId);
    this.refused.set([...others, refused]);
    try {
      await this.#keepRefused(refused);
    } catch (error) {
      // It goes on waiting, and is refused again when there is room for it.
      return (ifNotKept(error), true);
    }
    await this.#remove(one);
    return true;
  }

  async #keepRefused(refused: Refused): Promise<void> {
    await this.store.put({ kind: 'refused', id: refused.waiting.commandId, value: refused });
  }

  async #remove({ commandId }: Waiting): Promise<void> {
    await this.store.remove('waiting', commandId).catch(ifNotKept);
    const draft = this.#memory.get(commandId)?.draft;
    if (draft !== undefined) await this.store.remove('draft', draft.id).catch(ifNotKept);
    this.#memory.delete(commandId);
    this.#show(this.waiting.value.filter((one) => one.commandId !== commandId));
  }

  #show(waiting: readonly Waiting[]): void {
    this.waiting.set([...waiting].sort((one, other) => (one.commandId < other.commandId ? -1 : 1)));
    noteUnsent(this.waiting.value.length);
  }
}

/** Fetched when something is sent for the first time: the day is shown without it. */
async function sending() {
  return import('./sending.ts').catch((cause: unknown) => {
    throw new CallFailed('unreachable', 'OFFLINE', 'A part of this page is not here yet.', { cause });
  });
}

/** @throws what is something else */
function ifNotKept(error: unknown): undefined {
  if (!(error instanceof NotKept)) throw error;
  return undefined;
}

const valuesOf = (kept: ReadonlyMap<string, Kept<unknown>>): readonly unknown[] =>
  [...kept.values()].map(({ value }) => value);
