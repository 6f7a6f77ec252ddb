import type { Revision, StreamName } from '../port.ts';

/** Ids that are remembered; the streams that were used longest ago go first. */
const MAX_IDS = 200_000;

interface Known {
  readonly ids: Map<string, Revision>;
}

/**
 * Which events a stream holds from its first on, as far as this process has seen: streams only grow, so what is known
 * stays true, and a stream that is known up to the revision an append expects need not be read for it again.
 */
export class StreamIndex {
  readonly #streams = new Map<StreamName, Known>();
  #ids = 0;

  /** Revision of the last event that is known; -1 when none is. */
  last(stream: StreamName): Revision {
    return (this.#streams.get(stream)?.ids.size ?? 0) - 1;
  }

  revisionOf(stream: StreamName, id: string): Revision | undefined {
    return this.#streams.get(stream)?.ids.get(id);
  }

  /** Takes note of an event that follows on what is known; others are left aside. */
  learn(stream: StreamName, revision: Revision, id: string): void {
    const known = this.#streams.get(stream) ?? { ids: new Map<string, Revision>() };
    if (revision !== known.ids.size || known.ids.has(id)) return;
    known.ids.set(id, revision);
    this.#ids += 1;
    this.#streams.delete(stream);
    this.#streams.set(stream, known);
    if (this.#ids > MAX_IDS) this.#forgetOldest(stream);
  }

  forget(stream: StreamName): void {
    this.#ids -= this.#streams.get(stream)?.ids.size ?? 0;
    this.#streams.delete(stream);
  }

  #forgetOldest(but: StreamName): void {
    for (const stream of this.#streams.keys()) {
      if (this.#ids <= MAX_IDS) return;
      if (stream !== but) this.forget(stream);
    }
  }
}
