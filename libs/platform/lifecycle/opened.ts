import type { Log } from '../logging/log.ts';

interface Resource {
  readonly name: string;
  readonly close: () => Promise<unknown>;
}

/** What a process has opened, closed in the opposite order; a failure to close one does not keep the others open. */
export class Opened {
  readonly #resources: Resource[] = [];
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  add(name: string, close: () => Promise<unknown>): void {
    this.#resources.push({ name, close });
  }

  /** @returns whether everything closed without a fault */
  async closeAll(): Promise<boolean> {
    let clean = true;
    for (let resource = this.#resources.pop(); resource !== undefined; resource = this.#resources.pop()) {
      try {
        await resource.close();
      } catch (err) {
        clean = false;
        this.#log.error({ err }, `Could not close ${resource.name}`);
      }
    }
    return clean;
  }
}
