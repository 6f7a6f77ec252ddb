import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { systemErrorCode } from '../csv/system-error.ts';

/** A report that could not be written; what was imported so far stays, and importing again goes on from there. */
export class ReportUnwritable extends Error {
  override readonly name = 'ReportUnwritable';
  constructor(
    readonly file: string,
    readonly problem: string,
  ) {
    super(`${file}: ${problem}`);
  }
}

const VALUE_LENGTH = 500;
const FLUSH_BYTES = 64 * 1024;

/**
 * A CSV report (RFC 4180, UTF-8) that appears under its name only when it is complete. Values that a spreadsheet would take
 * for a formula are preceded by an apostrophe.
 */
export class ReportFile {
  private waiting = '';

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly draft: string,
  ) {}

  /**
   * @param sources files that are being read, which a report must not replace
   * @param openDraft makes a new file; fails where one is there
   * @throws ReportUnwritable, also for a file that is there and is no such report
   */
  static async create(
    path: string,
    columns: readonly string[],
    sources: readonly string[],
    openDraft = openNew,
  ): Promise<ReportFile> {
    const header = line(columns);
    await refuseForeign(path, header, sources);
    const draft = `${resolve(path)}.${randomUUID().slice(0, 8)}.draft`;
    const handle = await openDraft(draft).catch((error: unknown) => {
      throw new ReportUnwritable(path, `cannot be written (${systemErrorCode(error)})`);
    });
    const report = new ReportFile(path, handle, draft);
    report.waiting = header;
    return report;
  }

  /** Adds a row. Long values are cut, with an ellipsis. */
  async add(values: readonly string[]): Promise<void> {
    this.waiting += line(values.map(cut));
    if (this.waiting.length >= FLUSH_BYTES) await this.flush();
  }

  /** Puts the report in its place. */
  async finish(): Promise<void> {
    await this.flush();
    await this.guarded(async () => {
      await this.handle.sync();
      await this.handle.close();
      await rename(this.draft, this.path);
    });
  }

  /** Leaves nothing behind. May follow `finish`. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.draft, { force: true });
  }

  private async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    await this.guarded(() => this.handle.appendFile(text));
  }

  private async guarded(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      const full =
        systemErrorCode(error) === 'ENOSPC' ? 'the disk is full' : `cannot be written (${systemErrorCode(error)})`;
      throw new ReportUnwritable(this.path, full);
    }
  }
}

const openNew = (path: string): Promise<FileHandle> => open(path, 'wx', 0o600);

function line(values: readonly string[]): string {
  return stringify([[...values]], { escape_formulas: true, record_delimiter: 'windows' });
}

function cut(value: string): string {
  return value.length <= VALUE_LENGTH ? value : `${value.slice(0, VALUE_LENGTH)}…`.toWellFormed();
}

async function refuseForeign(path: string, header: string, sources: readonly string[]): Promise<void> {
  const present = await stat(path).catch(() => undefined);
  if (present === undefined) return;
  for (const source of sources) {
    const other = await stat(source).catch(() => undefined);
    if (other?.ino === present.ino && other.dev === present.dev)
      throw new ReportUnwritable(path, 'is the file being read');
  }
  if (!present.isFile()) throw new ReportUnwritable(path, 'is there and is not a file');
  if (present.size > 0 && !(await beginning(path, header.length)).startsWith(header)) {
    throw new ReportUnwritable(path, 'is there and is not an earlier report; name another file');
  }
}

async function beginning(path: string, length: number): Promise<string> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new ReportUnwritable(path, `cannot be read (${systemErrorCode(error)})`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
