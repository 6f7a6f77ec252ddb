/** The programs of the sources as processes of their own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

export type Program = 'api' | 'cli' | 'projector';

export interface Ending {
  readonly code: number | null;
  /** Everything said on both streams. */
  readonly said: string;
}

export interface ProgramOptions {
  readonly dataDir: string;
  readonly parameters?: readonly string[];
  /** Modules to load before the program. */
  readonly preload?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

const SOURCES = ['--conditions=source', '--import=./scripts/typescript.mjs'];

/** A program under way. */
export class ProgramProcess {
  readonly child: ChildProcess;
  /** When it is over, however that comes about. */
  readonly ended: Promise<Ending>;
  #said = '';

  constructor(program: Program, { dataDir, parameters = [], preload = [], variables = {} }: ProgramOptions) {
    const preloads = preload.map((module) => `--import=${module}`);
    this.child = spawn(process.execPath, [...SOURCES, ...preloads, `apps/${program}/main.ts`, ...parameters], {
      env: {
        ...{ PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', LOG_FORMAT: 'json', CI: '1' },
        ...{ DEMONSTRATION_PARTICIPANTS: '0', ...variables },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    }
    this.ended = once(this.child, 'close').then(([code]: unknown[]) => ({
      code: typeof code === 'number' ? code : null,
      said: this.#said,
    }));
  }

  get said(): string {
    return this.#said;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As Ctrl-C does, and to its end. */
  async stop(): Promise<Ending> {
    this.child.kill('SIGINT');
    return this.ended;
  }
}

/** A program that serves. */
export interface RunningProgram {
  readonly process: ProgramProcess;
  /** Ends with a slash. */
  readonly address: string;
  /** Folder of its PostgreSQL. */
  readonly where: string;
}
export type RunningApi = RunningProgram;

const announcement = z.object({ address: z.string(), where: z.string() });
const START_MILLISECONDS = 120_000;

/** Starts an API and waits until it serves. @throws with what it said, when it ends first */
export const startApiProcess = (options: ProgramOptions): Promise<RunningApi> =>
  startProgram('api', '"Intersession is running"', options);

/** Starts a projector and waits until it tells how it is. @throws with what it said, when it ends first */
export const startProjectorProcess = (options: ProgramOptions): Promise<RunningProgram> =>
  startProgram('projector', '"The projector is running"', options);

async function startProgram(name: Program, sign: string, options: ProgramOptions): Promise<RunningProgram> {
  const program = new ProgramProcess(name, options);
  for (const deadline = Date.now() + START_MILLISECONDS; Date.now() < deadline; await sleep(20)) {
    const line = program.said.split('\n').find((text) => text.includes(sign) && text.endsWith('}'));
    if (line !== undefined) {
      const { address, where } = announcement.parse(JSON.parse(line));
      return { process: program, address: address.replace('localhost', '127.0.0.1'), where };
    }
    if (!program.running) throw new Error(`the ${name} ended before it served:\n${(await program.ended).said}`);
  }
  await program.kill();
  throw new Error(`the ${name} did not serve in time:\n${program.said}`);
}

/** The PostgreSQL of a DATA_DIR, while it runs. */
export async function postmasterOf(where: string): Promise<number | undefined> {
  const text = await readFile(join(where, 'data', 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text.split('\n')[0]);
}

/** Kills the PostgreSQL of a DATA_DIR with everything it was doing; its children end themselves. */
export async function killPostgres(where: string): Promise<void> {
  const pid = await postmasterOf(where);
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}
