import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../startup.error.ts';

const entry = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  participantId: z.string().min(1),
  /** `ordered` before the log says it, `destroyed` before the key goes. */
  step: z.enum(['ordered', 'destroyed']),
});
type Entry = z.infer<typeof entry>;

/**
 * Who had their key destroyed, as lines of JSON in a file that only grows, apart from the log and the database: a backup
 * of the keys that is restored later must not bring back what was erased. Several processes may share one file.
 */
export class KeyDestructionLedger {
  readonly #path: string;
  readonly #steps = new Map<string, Entry['step']>();
  #read = 0;
  #line = 0;
  #refreshing: Promise<void> | undefined;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Creates the file and its folder where needed. @throws StartupError when it cannot be read or was damaged */
  static async open(path: string): Promise<KeyDestructionLedger> {
    try {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a+', 0o600);
      await file.close();
      await settle(dirname(path));
      const ledger = new KeyDestructionLedger(path);
      await ledger.refresh();
      return ledger;
    } catch (error) {
      if (error instanceof StartupError) throw error;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
      throw new StartupError(`The key destruction ledger ${path} cannot be opened (${reason}).`);
    }
  }

  isDestroyed(participantId: string): boolean {
    return this.#steps.get(participantId) === 'destroyed';
  }

  /** Destructions that were ordered and, as far as this file knows, not carried out. */
  ordered(): string[] {
    return this.#having('ordered');
  }

  destroyed(): string[] {
    return this.#having('destroyed');
  }

  /** Resolves once the line is on disk. Repeating a step changes nothing. */
  async record(participantId: string, step: Entry['step'], at: Date): Promise<void> {
    const present = this.#steps.get(participantId);
    if (present === step || present === 'destroyed') return;
    const line = JSON.stringify({ at: at.toISOString(), participantId, step } satisfies Entry);
    // A line break first: what a crash or a full disk left of another line stays by itself.
    const file = await open(this.#path, 'a', 0o600);
    try {
      await file.appendFile(`\n${line}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
    this.#steps.set(participantId, step);
  }

  /** Takes in what other processes have added. */
  async refresh(): Promise<void> {
    this.#refreshing ??= this.#readOn().finally(() => (this.#refreshing = undefined));
    await this.#refreshing;
  }

  async #readOn(): Promise<void> {
    const { size } = await stat(this.#path);
    if (size <= this.#read) return;
    const file = await open(this.#path, 'r');
    const buffer = Buffer.alloc(size - this.#read);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, this.#read).finally(() => file.close());
    const whole = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1;
    this.#read += whole;
    const lines = buffer.toString('utf8', 0, whole).split('\n').slice(0, -1);
    for (const line of lines) this.#take(line);
  }

  #take(line: string): void {
    this.#line += 1;
    // What an interrupted write left: its act was never carried out.
    if (!line.endsWith('}')) return;
    const parsed = entry.safeParse(jsonOf(line));
    if (!parsed.success) {
      throw new StartupError(
        `The key destruction ledger ${this.#path} is damaged in line ${this.#line}; restore it from its backup.`,
      );
    }
    const { participantId, step } = parsed.data;
    if (this.#steps.get(participantId) !== 'destroyed') this.#steps.set(participantId, step);
  }

  #having(step: Entry['step']): string[] {
    return [...this.#steps].filter(([, reached]) => reached === step).map(([participantId]) => participantId);
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Puts a new file's name on disk too. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
