import { CallFailed } from '../../graphql/call.failure.ts';
import type { Command } from './commands.ts';
import { type Kept, NotKept, type SealedStore } from './sealed.store.ts';
import { Signal } from './signal.ts';
import { isRefused, isWaiting, type Refused, type Told, type Waiting, waitingFor } from './waiting.ts';

/** Why nothing goes out at the moment; `none` while all is well. */
export type Hindrance = 'none' | CallFailed['kind'];

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
  #memory: readonly Waiting[] = [];

  constructor(private readonly store: SealedStore) {}

  /** Takes in what lies on the phone, also what another window put there. */
  async load(): Promise<void> {
    const [waiting, refused] = await Promise.all([this.store.all('waiting'), this.store.all('refused')]);
    const kept = valuesOf(waiting).filter(isWaiting);
    const alone = this.#memory.filter(({ commandId }) => !kept.some((each) => each.commandId === commandId));
    this.#show([...kept, ...alone]);
    this.refused.set(valuesOf(refused).filter(isRefused));
  }

  /**
   * @param draft goes as this is kept: what was handed in is in one place only
   * @returns once it is kept, or could not be and waits in memory
   */
  async add(command: Command, told: Told, draft?: string): Promise<Waiting> {
    const one = waitingFor(command, told, navigator.onLine && this.hindrance.value === 'none');
    try {
      const removing = draft === undefined ? {} : { removing: { kind: 'draft', id: draft } as const };
      await this.store.put('waiting', one.commandId, one, removing);
      this.unkept.set(undefined);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      this.#memory = [...this.#memory, one];
      this.unkept.set(error.why);
    }
    this.#show([...this.waiting.value, one]);
    return one;
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
      await this.load();
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
    const bytes = await this.store.bytes('file', file.attachmentId);
    // Sent before, by this window or another.
    if (bytes === undefined) return;
    const { sendFile } = await sending();
    await sendFile(file, bytes, occurredAt);
    await this.store.remove('file', file.attachmentId);
  }

  async #refuse(one: Waiting, { code, message }: CallFailed): Promise<boolean> {
    const refused = { waiting: one, code, message, at: new Date().toISOString() };
    await this.store.put('refused', one.commandId, refused);
    this.refused.set([...this.refused.value, refused]);
    await this.#remove(one);
    return true;
  }

  async #remove({ commandId }: Waiting): Promise<void> {
    await this.store.remove('waiting', commandId);
    this.#memory = this.#memory.filter((one) => one.commandId !== commandId);
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

const valuesOf = (kept: ReadonlyMap<string, Kept<unknown>>): readonly unknown[] =>
  [...kept.values()].map(({ value }) => value);

const UNSENT = 'intersession.unsent';

/** Remembered apart from the database, so that a phone that cleared it can be caught at it. */
function noteUnsent(count: number): void {
  try {
    localStorage.setItem(UNSENT, String(count));
  } catch {
    // Then nothing can be told about it later.
  }
}

/** How much waited when this phone was last open. */
export function unsentBefore(): number {
  try {
    return Number(localStorage.getItem(UNSENT) ?? 0);
  } catch {
    return 0;
  }
}
