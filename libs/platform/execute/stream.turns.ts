/** One at a time for each stream within this process: waiting is cheaper than deciding on what is about to change. */
export class StreamTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  async take<Result>(stream: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(stream) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#last.set(stream, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(stream) === turn) this.#last.delete(stream);
    }
  }
}
