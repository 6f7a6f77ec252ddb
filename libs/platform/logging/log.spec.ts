import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createDatabase } from '../../../test/postgres.ts';
import { createLog, currentCorrelationId, type Log } from './log.ts';
import { NestLog } from './nest-log.ts';
import { requestLog } from './request-log.ts';

const SECRET = 'cried all evening';

function collect(): { log: Log; lines: string[]; last: () => Record<string, unknown> } {
  const lines: string[] = [];
  const log = createLog({ level: 'trace', format: 'json' }, { write: (line) => lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('an error in the log', () => {
  it('keeps what a mender needs', () => {
    const { log, last } = collect();
    log.error({ err: new TypeError('no such column', { cause: new Error('why') }) }, 'Failed');
    expect(last()).toMatchObject({
      level: 'error',
      msg: 'Failed',
      err: { type: 'TypeError', message: 'no such column', cause: { message: 'why' } },
    });
    expect(last()['err']).toHaveProperty('stack', expect.stringContaining('log.spec'));
  });

  it('of PostgreSQL holds no value, from whichever field', async () => {
    const database = await createDatabase();
    const client = new pg.Client(database.url);
    await client.connect();
    const { log, lines } = collect();
    try {
      await client.query('CREATE TABLE notes (body text UNIQUE)');
      await client.query('INSERT INTO notes VALUES ($1)', [SECRET]);
      for (const [text, values] of [
        ['INSERT INTO notes VALUES ($1)', [SECRET]],
        ['SELECT $1::text::int', [SECRET]],
        [`DO $$ BEGIN RAISE EXCEPTION '${SECRET}'; END $$`, []],
      ] as const) {
        const error = await failureOf(() => client.query(text, [...values]));
        log.error({ err: error }, 'Failed');
        log.error({ err: new Error('outer', { cause: error }) }, 'Failed');
      }
    } finally {
      await client.end();
      await database.drop();
    }
    expect(lines).toHaveLength(6);
    expect(lines.join()).not.toContain(SECRET);
    expect(lines[0]).toContain('notes_body_key');
  });

  it('of a parser holds no text', () => {
    const { log, lines } = collect();
    try {
      JSON.parse(`${SECRET}`);
    } catch (err) {
      log.error({ err }, 'Failed');
    }
    expect(lines.join()).not.toContain('cried');
    expect(lines.join()).toContain('SyntaxError');
  });

  it.each([null, undefined, SECRET, { toString: () => SECRET }])('may be %p', (err) => {
    const { log, lines } = collect();
    log.error({ err }, 'Failed');
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(SECRET);
  });
});

describe('Nest', () => {
  it('speaks through the log with its context, and its objects are not repeated', () => {
    const { log, lines, last } = collect();
    const nest = new NestLog(log);
    nest.warn('Careful', 'Router');
    expect(last()).toMatchObject({ level: 'warn', msg: 'Careful', context: 'Router' });
    nest.error('Broken', 'Error\n    at x', 'Handler');
    expect(last()).toMatchObject({ level: 'error', context: 'Handler' });
    nest.error({ body: SECRET });
    expect(lines.join()).not.toContain(SECRET);
  });
});

describe('a request', () => {
  it.each([
    ['01a1ff82-9579-76d6-8451-3925ecebae63', true],
    [`${'x'.repeat(5_000)}`, false],
    [undefined, false],
  ])('with correlation id %p has that id in everything logged: %p', async (given, kept) => {
    const { log, lines, last } = collect();
    const middleware = requestLog(log);
    let inside: string | undefined;
    const server = createServer((request, response) =>
      middleware(request, response, () => {
        inside = currentCorrelationId();
        log.info('Working');
        response.end();
      }),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const closed = new Promise((resolve) => server.once('request', (_, response) => response.once('close', resolve)));
    const response = await fetch(`http://127.0.0.1:${port}/participants/P-001?name=${encodeURIComponent(SECRET)}`, {
      headers: given === undefined ? {} : { 'X-Correlation-Id': given },
    });
    await response.text();
    await closed;
    server.close();
    const id = response.headers.get('x-correlation-id');
    expect(id === given).toBe(kept);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(inside).toBe(id);
    expect(last()).toMatchObject({
      correlationId: id,
      method: 'GET',
      path: '/participants',
      status: 200,
      finished: true,
    });
    expect(lines.every((line) => line.includes(id ?? '?'))).toBe(true);
    expect(lines.join()).not.toContain('P-001');
    expect(lines.join()).not.toContain('cried');
  });
});
