import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly where: string;
  readonly adopted: boolean;
}

let top: string;
let dataDir: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'process life '));
  await chmod(top, 0o755);
  dataDir = join(top, 'data');
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  children.clear();
});
afterAll(async () => {
  const left = await postmasterOf({ where: join(dataDir, 'postgres') });
  if (left !== undefined) process.kill(Number(left), 'SIGQUIT');
  await rm(top, { recursive: true, force: true });
});

/** The server of the sources, as a process of its own. */
function launch(variables: Record<string, string>): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import=./scripts/typescript.mjs', 'apps/api/main.ts'],
    {
      env: {
        ...{ PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', LOG_FORMAT: 'json' },
        ...{ DEMONSTRATION_PARTICIPANTS: '0', ...variables },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.add(child);
  return child;
}

/** Everything said on both streams until the end, and the exit code. */
async function ending(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

function start(variables: Record<string, string> = {}): Promise<Started> {
  const child = launch(variables);
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`ended before it served: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const line = said.split('\n').find((text) => text.includes('"Intersession is running"'));
      if (line === undefined) return;
      const { address, where } = JSON.parse(line) as { address: string; where: string };
      resolve({ child, address, where, adopted: said.includes('"adopted":true') });
    });
  });
}

async function postmasterOf({ where }: Pick<Started, 'where'>): Promise<string | undefined> {
  return (await readFile(join(where, 'data', 'postmaster.pid'), 'utf8').catch(() => undefined))?.split('\n')[0];
}

async function readiness({ address }: Started): Promise<number> {
  const response = await fetch(`${address}ready`);
  await response.body?.cancel();
  return response.status;
}

describe('the server process', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends well on %s and takes PostgreSQL with it', async (signal) => {
    const started = await start();
    expect(await readiness(started)).toBe(200);
    expect(await postmasterOf(started)).toBeDefined();
    const ended = ending(started.child);
    started.child.kill(signal);
    expect((await ended).code).toBe(0);
    expect(await postmasterOf(started)).toBeUndefined();
  });

  it('serves again after kill -9, from the server that was left over', async () => {
    const first = await start();
    const postmaster = await postmasterOf(first);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(await postmasterOf(second)).toBe(postmaster);
    expect(await readiness(second)).toBe(200);
  });

  it('serves again after kill -9 of PostgreSQL too', async () => {
    const first = await start();
    first.child.kill('SIGKILL');
    process.kill(Number(await postmasterOf(first)), 'SIGKILL');
    await once(first.child, 'exit');
    expect(await readiness(await start())).toBe(200);
  });

  it('names PORT when that is taken, and leaves no PostgreSQL running', async () => {
    const started = await start();
    const { port } = new URL(started.address);
    started.child.kill('SIGTERM');
    await once(started.child, 'exit');
    const occupant = createServer().listen(Number(port), '127.0.0.1');
    await once(occupant, 'listening');
    const { code, said } = await ending(launch({ PORT: port }));
    occupant.close();
    expect(code).toBe(1);
    expect(said).toContain(`PORT: ${port} on 127.0.0.1 is in use`);
    expect(await postmasterOf(started)).toBeUndefined();
  });

  it.each([
    [{ PORT: '65536', LOG_LEVEL: 'loud' }, ['PORT: expected', 'LOG_LEVEL: expected']],
    [{ EVENTSTORE_URL: 'http://admin:hunter2@localhost' }, ['EVENTSTORE_URL: expected esdb://']],
    [{ HOST: '0.0.0.0' }, ['MASTER_KEY: expected 32 bytes']],
    [{ DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x', MASTER_KEY: 'short' }, ['MASTER_KEY: expected 32 bytes']],
  ])('refuses %j by name with exit code 1', async (variables, parts) => {
    const { code, said } = await ending(launch(variables));
    expect(code).toBe(1);
    for (const part of parts) expect(said).toContain(part);
    expect(said).not.toContain('hunter2');
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('names EVENTSTORE_URL when nobody answers there, and leaves no PostgreSQL running', async () => {
    const apart = join(top, 'apart');
    const { code, said } = await ending(
      launch({
        EVENTSTORE_URL: 'kurrentdb://admin:hunter2@127.0.0.1:1?tls=false',
        MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
        DATA_DIR: apart,
      }),
    );
    expect(code).toBe(1);
    expect(said).toContain('EVENTSTORE_URL: the event store at kurrentdb://127.0.0.1:1 cannot be reached');
    expect(said).not.toContain('hunter2');
    expect(await postmasterOf({ where: join(apart, 'postgres') })).toBeUndefined();
  });

  it('refuses an address that is not this computer’s, and another master key than the data were sealed under', async () => {
    const variables = { HOST: '192.0.2.1', MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
    const elsewhere = await ending(launch({ ...variables, DATA_DIR: join(top, 'elsewhere') }));
    expect([elsewhere.code, elsewhere.said]).toEqual([1, expect.stringContaining('HOST: expected')]);
    const sealedData = await ending(launch(variables));
    expect([sealedData.code, sealedData.said]).toEqual([
      1,
      expect.stringMatching(/MASTER_KEY: .*sealed under master key/),
    ]);
  });
});

describe('docker-compose.yml', () => {
  it('offers the very database that its comment tells to use', async () => {
    const text = await readFile('docker-compose.yml', 'utf8');
    const url = new URL(/DATABASE_URL=(\S+)/.exec(text)?.[1] ?? '');
    expect(text).toContain(`POSTGRES_USER: ${url.username}\n`);
    expect(text).toContain(`POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:-${url.password}}\n`);
    expect(text).toContain(`POSTGRES_DB: ${url.pathname.slice(1)}\n`);
    expect(text).toContain(`- ${url.hostname}:\${POSTGRES_PORT:-${url.port}}:5432\n`);
  });
});
