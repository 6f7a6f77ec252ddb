/** One row per transaction over the same columns and keys: what a log costs without any of its promises. */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SAMPLE_DATA, SAMPLE_METADATA, SAMPLE_TYPE } from './sample.event.ts';

export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version']).status === 0;
}

const SCRIPT = `\\set revision :revision + 1
INSERT INTO plain_events (stream, revision, type, id, data, metadata, recorded_at)
VALUES ('bench-' || :run || '-' || :client_id, :revision, '${SAMPLE_TYPE}', gen_random_uuid(), :data, :metadata, now());
`;

/** @returns Transactions per second, without the time to connect. */
export async function runPgbench(url: string, clients: number, seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'intersession-pgbench-'));
  try {
    const script = join(folder, 'insert.sql');
    await writeFile(script, SCRIPT);
    const variables = { revision: '-1', run: randomUUID(), data: SAMPLE_DATA, metadata: SAMPLE_METADATA };
    // The strongest protocol it has: every statement prepared once.
    const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(clients, cpus().length))];
    const given = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const child = spawn('pgbench', [...options, '-T', String(seconds), '-f', script, ...given, url]);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    const rate = /^tps = ([\d.]+)/m.exec(output)?.[1];
    if (rate === undefined) throw new Error(`pgbench gave no rate: ${output}`);
    return Number(rate);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same INSERT from this process, for machines without pgbench. */
export async function runClientLoop(url: string, clients: number, seconds: number): Promise<number> {
  const run = randomUUID();
  const all = Array.from({ length: clients }, () => new pg.Client(url));
  await Promise.all(all.map((client) => client.connect()));
  const start = performance.now();
  let count = 0;
  await Promise.all(
    all.map(async (client, number) => {
      for (let revision = 0; performance.now() - start < seconds * 1_000; revision += 1) {
        await client.query({
          name: 'insert',
          text: `INSERT INTO plain_events (stream, revision, type, id, data, metadata, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, now())`,
          values: [`bench-${run}-${String(number)}`, revision, SAMPLE_TYPE, randomUUID(), SAMPLE_DATA, SAMPLE_METADATA],
        });
        count += 1;
      }
    }),
  );
  const rate = count / ((performance.now() - start) / 1_000);
  await Promise.all(all.map((client) => client.end()));
  return rate;
}
