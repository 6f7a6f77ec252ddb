import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Batch, Cell } from '#formats';
import type { AuditEntry } from '../contract/table.definition.ts';

const rows = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])));

/** Rows of one table as they leave, on disk: written once, read by every format. */
export class RowSpool {
  private constructor(
    readonly path: string,
    private readonly file: Awaited<ReturnType<typeof open>>,
    private readonly width: number,
  ) {}

  #rows = 0;

  static async create(path: string, width: number): Promise<RowSpool> {
    return new RowSpool(path, await open(path, 'wx', 0o600), width);
  }

  get rows(): number {
    return this.#rows;
  }

  async write(batch: readonly (readonly Cell[])[]): Promise<void> {
    for (let from = 0; from < batch.length; from += MOST_ROWS) {
      const part = batch.slice(from, from + MOST_ROWS);
      await this.file.appendFile(`${JSON.stringify(part)}\n`);
      this.#rows += part.length;
    }
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  /** Batches of whole columns, from the start. */
  async *read(): AsyncGenerator<Batch> {
    const lines = createInterface({ input: createReadStream(this.path, 'utf8'), crlfDelay: Infinity });
    for await (const line of lines) {
      const part = rows.parse(JSON.parse(line));
      const columns = Array.from({ length: this.width }, (_, column) => part.map((row) => row[column] ?? null));
      yield { rows: part.length, columns };
    }
  }
}

/** At most so many rows in a batch. */
const MOST_ROWS = 5_000;

const entries = z.array(
  z.strictObject({
    row: z.int(),
    change: z.enum(['recorded', 'corrected', 'voided']),
    role: z.string(),
    source: z.string(),
    reason: z.string().nullable(),
    when: z.union([z.string(), z.number(), z.null()]),
  }),
);

/** Histories of rows, on disk beside them. */
export class AuditSpool {
  private constructor(
    private readonly path: string,
    private readonly file: Awaited<ReturnType<typeof open>>,
  ) {}

  static async create(path: string): Promise<AuditSpool> {
    return new AuditSpool(path, await open(path, 'wx', 0o600));
  }

  async write(batch: readonly AuditEntry[]): Promise<void> {
    for (let from = 0; from < batch.length; from += MOST_ROWS)
      await this.file.appendFile(`${JSON.stringify(batch.slice(from, from + MOST_ROWS))}\n`);
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  /** From the start. */
  async *read(): AsyncGenerator<readonly AuditEntry[]> {
    const lines = createInterface({ input: createReadStream(this.path, 'utf8'), crlfDelay: Infinity });
    for await (const line of lines) yield entries.parse(JSON.parse(line));
  }
}
