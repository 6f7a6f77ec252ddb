/** The server of this folder as a process of its own, for specs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { z } from 'zod';
import type { Order } from './server.faults.ts';

export interface TestServerOptions {
  /** File of the log; one of its own unless given. */
  readonly data?: string;
  readonly port?: number;
  /** Further arguments of `main.ts`. */
  readonly arguments?: readonly string[];
}

const announcement = z.object({ url: z.string() });
const PROGRAM = ['--conditions=source', '--import=./scripts/typescript.mjs', 'test/kurrentdb/main.ts'];

export class TestServer {
  private constructor(
    readonly url: string,
    readonly data: string,
    private readonly folder: string | undefined,
    private readonly options: TestServerOptions,
    private readonly child: ChildProcess,
    private readonly lines: Interface,
  ) {}

  /** @throws with what it said, when it ends before it serves */
  static async start(options: TestServerOptions = {}): Promise<TestServer> {
    const folder = options.data === undefined ? await mkdtemp(join(tmpdir(), 'intersession-kurrentdb-')) : undefined;
    const data = options.data ?? join(folder ?? '', 'log');
    const parameters = ['--data', data, '--port', String(options.port ?? 0), ...(options.arguments ?? [])];
    const child = spawn(process.execPath, [...PROGRAM, ...parameters], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.on('error', () => undefined);
    const lines = createInterface({ input: child.stdout });
    const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => undefined)]);
    if (!first) throw new Error(`the test server ended before it served:\n${said}`);
    const { url } = announcement.parse(JSON.parse(String(first[0])));
    return new TestServer(url, data, folder, options, child, lines);
  }

  get port(): number {
    return Number(/:(\d+)\?/.exec(this.url)?.[1]);
  }

  /** Does to it what server.faults.ts knows. */
  async obey(order: Order): Promise<void> {
    const obeyed = once(this.lines, 'line');
    this.child.stdin?.write(`${JSON.stringify(order)}\n`);
    await obeyed;
  }

  /** As a crash does. The log stays. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** The same log on the same port, after a crash. */
  async startAgain(): Promise<TestServer> {
    await this.kill();
    const again = await TestServer.start({ ...this.options, data: this.data, port: this.port });
    return new TestServer(again.url, again.data, this.folder, this.options, again.child, again.lines);
  }

  /** Ends it and removes its log. */
  async stop(): Promise<void> {
    await this.kill();
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }
}
