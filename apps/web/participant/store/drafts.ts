import { v7 as uuidv7 } from 'uuid';
import type { AnswerValues } from '#worksheets/filling';
import { type Kept, NotKept, type SealedStore } from './sealed.store.ts';
import { Signal } from './signal.ts';

/** Something begun and not finished: answers by field, and where the person was. */
export interface Draft {
  /** What it belongs to: `homework/…`, `measure/…`, `journal`. */
  readonly place: string;
  /** The version of the worksheet that was in front of the person. */
  readonly worksheet?: { readonly id: string; readonly version: number };
  readonly values: AnswerValues;
  /** The screen. */
  readonly page?: string;
  readonly startedAt: string;
  readonly changedAt: string;
}

/** How keeping went: `both`, when another window wrote too and this one goes on as a second draft. */
export type KeptAs = 'kept' | 'both' | NotKept['why'];

interface Open {
  id: string;
  revision: number;
}

/** Drafts of the phone. Each is written as typed; two windows never write over one another. */
export class Drafts {
  readonly list = new Signal<ReadonlyMap<string, Draft>>(new Map());
  readonly trouble = new Signal<NotKept['why'] | undefined>(undefined);
  readonly #open = new Map<string, Open>();
  /** The newest of what is to be written, and the writing under way. */
  readonly #newest = new Map<string, Draft>();
  readonly #writing = new Map<string, Promise<KeptAs>>();

  constructor(private readonly store: SealedStore) {}

  async load(): Promise<void> {
    const found = await this.store.all('draft');
    this.list.set(new Map([...found].flatMap(([id, { value }]) => (isDraft(value) ? [[id, value]] : []))));
  }

  /** Drafts at a place, the newest last: more than one where two windows wrote. */
  at(place: string): readonly (readonly [id: string, draft: Draft])[] {
    const found = [...this.list.value].filter(([, draft]) => draft.place === place);
    return found.sort(([, one], [, other]) => (one.changedAt < other.changedAt ? -1 : 1));
  }

  /** Begins to write in a draft, a new one where no id is given. @returns what is there already */
  async open(key: string, id: string | undefined): Promise<Draft | undefined> {
    const found: Kept<unknown> | undefined = id === undefined ? undefined : await this.store.get('draft', id);
    this.#open.set(key, { id: id ?? uuidv7(), revision: found?.revision ?? 0 });
    return isDraft(found?.value) ? found.value : undefined;
  }

  /** Keeps what was typed, one write after the other; what was overtaken by newer typing is passed over. */
  async write(key: string, draft: Draft): Promise<KeptAs> {
    this.#newest.set(key, draft);
    const under = this.#writing.get(key) ?? this.#writeAll(key).finally(() => this.#writing.delete(key));
    this.#writing.set(key, under);
    return under;
  }

  async #writeAll(key: string): Promise<KeptAs> {
    let kept: KeptAs = 'kept';
    for (let next = this.#newest.get(key); next !== undefined; next = this.#newest.get(key)) {
      this.#newest.delete(key);
      const came = await this.#write(key, next);
      if (kept !== 'both') kept = came;
    }
    return kept;
  }

  async #write(key: string, draft: Draft): Promise<KeptAs> {
    const open = this.#open.get(key) ?? { id: uuidv7(), revision: 0 };
    this.#open.set(key, open);
    try {
      const first = open.revision === 0;
      const revision = await this.store.put('draft', open.id, draft, { after: open.revision });
      this.trouble.set(undefined);
      if (revision === undefined) return await this.#writeBeside(open, draft);
      open.revision = revision;
      if (first) await this.load();
      this.#show(open.id, draft);
      return first && this.at(draft.place).length > 1 ? 'both' : 'kept';
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      this.#show(open.id, draft);
      this.trouble.set(error.why);
      return error.why;
    }
  }

  async #writeBeside(open: Open, draft: Draft): Promise<KeptAs> {
    open.id = uuidv7();
    open.revision = (await this.store.put('draft', open.id, draft)) ?? 0;
    await this.load();
    this.#show(open.id, draft);
    return 'both';
  }

  /** Everything typed so far is kept. @returns the draft's id, for whoever hands it in */
  async settle(key: string): Promise<string> {
    await this.#writing.get(key);
    return this.#open.get(key)?.id ?? uuidv7();
  }

  /** The draft was handed in together with its removal. */
  handedIn(key: string, id: string): void {
    this.#open.delete(key);
    this.#hide(id);
  }

  async remove(id: string): Promise<void> {
    await this.store.remove('draft', id);
    this.#hide(id);
  }

  #hide(id: string): void {
    const left = new Map(this.list.value);
    left.delete(id);
    this.list.set(left);
  }

  #show(id: string, draft: Draft): void {
    this.list.set(new Map([...this.list.value, [id, draft]]));
  }
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'place' in value && 'values' in value && 'startedAt' in value;
}
