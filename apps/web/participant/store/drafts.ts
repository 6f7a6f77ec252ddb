import type { AnswerValues } from '#worksheets/filling';
import { orderedId } from './ordered.id.ts';
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

/** A draft as a window knows it. */
export interface OpenDraft {
  readonly id: string;
  readonly revision: number;
}

/** What is left in the place of a draft that was handed in: another window that still shows it does not hand it in again. */
export const handedInNow = (): object => ({ handedIn: new Date().toISOString() });

/** How long a window may stay open over a draft that was handed in elsewhere, in milliseconds. */
const TRACE = 7 * 86_400_000;

/** Drafts of the phone. Each is written as typed; two windows never write over one another. */
export class Drafts {
  readonly list = new Signal<ReadonlyMap<string, Draft>>(new Map());
  readonly trouble = new Signal<NotKept['why'] | undefined>(undefined);
  readonly #open = new Map<string, OpenDraft>();
  /** The newest of what is to be written, and the writing under way. */
  readonly #newest = new Map<string, Draft>();
  readonly #writing = new Map<string, Promise<KeptAs>>();
  /** The answers of each as this window read or wrote them last: what is still the same was not typed here. */
  readonly #base = new Map<string, string>();
  /** What the phone would not keep lives as long as the page. */
  readonly #unkept = new Map<string, Draft>();

  constructor(private readonly store: SealedStore) {}

  async load(): Promise<void> {
    const found = await this.store.all('draft');
    for (const [id, { value }] of found) if (isOldTrace(value)) await this.store.remove('draft', id);
    const kept = [...found].flatMap(([id, { value }]) => (isDraft(value) ? [[id, value] as const] : []));
    this.list.set(new Map([...kept, ...this.#unkept]));
  }

  /** Drafts at a place, the newest last: more than one where two windows wrote. */
  at(place: string): readonly (readonly [id: string, draft: Draft])[] {
    const found = [...this.list.value].filter(([, draft]) => draft.place === place);
    return found.sort(([, one], [, other]) => (one.changedAt < other.changedAt ? -1 : 1));
  }

  /**
   * Begins to write at a place. What was typed there a moment ago, on a screen that is gone, is kept first.
   * @param which one of several drafts; the newest where it is left out, a new one where there is none
   * @returns what is there already
   */
  async open(key: string, which: string | undefined): Promise<Draft | undefined> {
    await this.#writing.get(key);
    const id = which ?? this.at(key).at(-1)?.[0];
    const found: Kept<unknown> | undefined =
      id === undefined ? undefined : await this.store.get('draft', id).catch((error: unknown) => this.#told(error));
    this.#open.set(key, { id: id ?? orderedId(), revision: found?.revision ?? 0 });
    const there = this.#unkept.get(id ?? '') ?? (isDraft(found?.value) ? found.value : undefined);
    this.#base.set(key, JSON.stringify(there?.values ?? {}));
    return there;
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
    const open = this.#open.get(key) ?? { id: orderedId(), revision: 0 };
    this.#open.set(key, open);
    try {
      const first = open.revision === 0;
      const revision = await this.store.put({ kind: 'draft', id: open.id, value: draft, after: open.revision });
      this.#unkept.delete(open.id);
      this.trouble.set(undefined);
      const [base, values] = [this.#base.get(key), JSON.stringify(draft.values)];
      // Another window wrote; in this one somebody only turned the page.
      if (revision === undefined && base === values) return 'kept';
      this.#base.set(key, values);
      if (revision === undefined) return await this.#writeBeside(key, draft);
      this.#open.set(key, { id: open.id, revision });
      if (first) await this.load();
      this.#show(open.id, draft);
      return first && this.at(draft.place).length > 1 ? 'both' : 'kept';
    } catch (error) {
      this.#told(error);
      this.#unkept.set(open.id, draft);
      this.#show(open.id, draft);
      return this.trouble.value ?? 'no-storage';
    }
  }

  async #writeBeside(key: string, draft: Draft): Promise<KeptAs> {
    const id = orderedId();
    this.#open.set(key, { id, revision: (await this.store.put({ kind: 'draft', id, value: draft })) ?? 0 });
    await this.load();
    this.#show(id, draft);
    return 'both';
  }

  /** The person is told as long as nothing can be kept. @throws what is something else */
  #told(error: unknown): undefined {
    if (!(error instanceof NotKept)) throw error;
    this.trouble.set(error.why);
    return undefined;
  }

  /**
   * Everything typed so far is kept, and the draft is about to be handed in. Where another window wrote in it too, that stays
   * a draft and this window's goes under an id of its own.
   * @returns undefined where another window has handed it in
   */
  async claim(key: string): Promise<OpenDraft | undefined> {
    await this.#writing.get(key);
    const found = await this.#present(key);
    const open = this.#open.get(key) ?? { id: orderedId(), revision: 0 };
    if (found === undefined) return { id: open.id, revision: 0 };
    if (isTrace(found.value)) return undefined;
    if (found.revision === open.revision) return open;
    const own = { id: orderedId(), revision: 0 };
    this.#open.set(key, own);
    return own;
  }

  /** What lies there now; a phone that keeps nothing has only what this window knows. */
  async #present(key: string): Promise<Kept<unknown> | undefined> {
    const { id } = this.#open.get(key) ?? {};
    return id === undefined ? undefined : this.store.get('draft', id).catch((error: unknown) => this.#told(error));
  }

  /** What the phone would not keep before, now that there may be room. */
  async keepUnkept(): Promise<void> {
    for (const [id, draft] of [...this.#unkept]) {
      const revision = await this.store
        .put({ kind: 'draft', id, value: draft })
        .catch((error: unknown) => this.#told(error));
      if (revision === undefined) return;
      this.#unkept.delete(id);
      for (const [key, open] of this.#open) if (open.id === id) this.#open.set(key, { id, revision });
    }
    this.trouble.set(undefined);
  }

  /** Whether closing the page would lose something. */
  get atRisk(): boolean {
    return this.#unkept.size > 0;
  }

  /** The phone cleared its storage while this window was open: what is known here is kept once more. */
  async keepAgain(): Promise<void> {
    const written = new Set([...this.#writing.keys()].map((key) => this.#open.get(key)?.id));
    for (const [id, draft] of this.list.value) {
      // The newer text is on its way there.
      if (written.has(id)) continue;
      const revision = await this.store.put({ kind: 'draft', id, value: draft, after: 0 });
      for (const [key, open] of this.#open)
        if (open.id === id && revision !== undefined) this.#open.set(key, { id, revision });
    }
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
    this.#unkept.delete(id);
    const left = new Map(this.list.value);
    left.delete(id);
    this.list.set(left);
  }

  #show(id: string, draft: Draft): void {
    this.list.set(new Map([...this.list.value, [id, draft]]));
  }
}

const isTrace = (value: unknown): value is { readonly handedIn: string } =>
  typeof value === 'object' && value !== null && 'handedIn' in value && typeof value.handedIn === 'string';

const isOldTrace = (value: unknown): boolean => isTrace(value) && Date.parse(value.handedIn) < Date.now() - TRACE;

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'place' in value && 'values' in value && 'startedAt' in value;
}
