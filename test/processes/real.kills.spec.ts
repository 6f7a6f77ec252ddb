import 'reflect-metadata';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Engine } from '#platform';
import { Processes } from '#processes';
import { EVERYTHING } from '#read-models';
import { POLICY, ROTA, RULE, terms } from '../access/trial.scene.ts';
import { type StagedApi, startStagedApi } from '../api/acting.ts';
import { createDatabase, type TestDatabase } from '../postgres.ts';

/** A short story beside the one of sixteen weeks: real processes over a real database and mail server, and kill -9. */

const STUDY = 'killed';
const WEEKS = ['2026-03-16', '2026-03-23', '2026-03-30'];
/** Few days, for each turn of a real process takes its time; the clocks change on a Sunday. */
const DAYS = ['FRIDAY', 'SATURDAY', 'SUNDAY'];
const DAY = 86_400_000;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

let api: StagedApi;
let database: TestDatabase;
let folder = '';
let smtp: SMTPServer;
const letters: string[] = [];
/** When the sender of the next letter is killed: as it hands it over, or once it was taken. */
let armed: 'no' | 'before' | 'after' = 'no';
let kills = 0;
const running = new Map<string, ChildProcess>();

function kill(from: string): void {
  armed = 'no';
  kills += 1;
  running.get(from)?.kill('SIGKILL');
}

beforeAll(async () => {
  smtp = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo(_to, { envelope }, done) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      if (armed === 'before') kill(from);
      done();
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const id = /^Message-ID: <([0-9a-f-]{36})@/m.exec(Buffer.concat(chunks).toString())?.[1];
        if (id !== undefined) letters.push(id);
        if (armed === 'after') kill(envelope.mailFrom === false ? '' : envelope.mailFrom.address);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(join(tmpdir(), 'intersession-kills-'));
  database = await createDatabase();
  api = await startStagedApi({ database });
  await api.app.get(Processes).stop();
  const { stage } = api;
  const start = { occurredAt: '2026-03-15T09:00:00.000Z' };
  await stage.receipt('registerStudy', { studyId: STUDY, title: 'Killed', timeZone: 'Europe/Stockholm' }, start);
  await stage.receipt('enrolParticipant', { studyId: STUDY, code: 'P1' }, start);
  const policy = { ...POLICY, at: '17:00' };
  await stage.receipt('publishReminderPolicy', { studyId: STUDY, version: 1, policy, reason: 'Start' }, start);
  await stage.receipt('publishDutyRota', { studyId: STUDY, version: 1, rota: ROTA, reason: 'Start' }, start);
  await stage.receipt('publishSafetyRule', { studyId: STUDY, ruleId: 'item-9', version: 1, rule: RULE }, start);
  await stage.receipt('switchOnSafetyRule', { studyId: STUDY, ruleId: 'item-9', version: 1, reason: 'Seen' }, start);
}, 120_000);
afterAll(async () => {
  for (const child of running.values()) child.kill('SIGKILL');
  await api.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await rm(folder, { recursive: true, force: true });
});

/** Runs a process to its end, whichever that is. */
async function remind(name: string, moments: readonly string[]): Promise<string> {
  const from = `${name}@study.example`;
  const { port } = smtp.server.address() as AddressInfo;
  const script = ['--conditions=source', '--import=./scripts/typescript.mjs', 'test/processes/reminding.process.ts'];
  const child = spawn(process.execPath, [...script, ...moments], {
    env: {
      ...{ PATH: process.env['PATH'], DATABASE_URL: database.url, DATA_DIR: folder, NODE_ENV: 'test' },
      ...{ MASTER_KEY: Buffer.alloc(32, 7).toString('base64') },
      ...{ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: from },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.set(from, child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(said);
  return signal ?? 'to its end';
}

async function rows<Row extends object>(text: string): Promise<Row[]> {
  const { readModels, store } = api.app.get(Engine);
  const snapshot = await readModels.openSnapshot({ scope: EVERYTHING, after: await store.head(), timeoutMs: 20_000 });
  return snapshot.sql<Row>(text).finally(() => snapshot.close());
}

describe('three weeks over a change of the clocks, two real processes, one of them killed every week', () => {
  it('sends at most one message for an obligation, lists what nobody can know, and goes on', async () => {
    for (const [week, monday] of WEEKS.entries()) {
      const due = { kind: 'RECURRING', weekdays: DAYS, from: dayAfter(monday, 4), to: dayAfter(monday, 6) };
      const homework = { assignmentId: `A${week}`, participantId: `${STUDY}:P1`, initiatedBy: 'THERAPIST' };
      const begin = { occurredAt: `${monday}T05:00:00.000Z` };
      await api.stage.receipt('assignHomework', { ...homework, terms: { ...terms, due } }, begin);
      if (week === 0) await answer(begin);
      armed = week % 2 === 0 ? 'after' : 'before';
      const days = [4, 5, 6].map((n) => dayAfter(monday, n));
      const moments = days.flatMap((day) => [`${day}T15:00:00.000Z`, `${day}T16:00:00.000Z`]);
      moments.push(`${dayAfter(monday, 6)}T22:30:00.000Z`);
      const ends = await Promise.all([remind(`one-${week}`, moments), remind(`other-${week}`, moments)]);
      expect(ends.toSorted()).toEqual(['SIGKILL', 'to its end']);
    }
    await remind('last', ['2026-04-06T06:00:00.000Z']);
    expect(kills).toBe(3);
    const messages = await rows<{ id: string; status: string }>(
      `SELECT reminder_id AS id, status FROM reminders WHERE status <> 'cancelled'`,
    );
    const of = (status: string) => messages.filter((one) => one.status === status).map(({ id }) => id);
    expect(messages).toHaveLength(9);
    expect(new Set(letters).size).toBe(letters.length);
    expect(of('unknown')).toHaveLength(kills);
    expect(letters.filter((id) => !of('sent').includes(id) && !of('unknown').includes(id))).toEqual([]);
    expect(of('sent').filter((id) => !letters.includes(id))).toEqual([]);
    expect(of('sent')).toHaveLength(6);
  }, 300_000);

  it('lets homework expire on its last local day, and loses no alert', async () => {
    const expired = await rows<{ at: Date }>(
      `SELECT (metadata::json ->> 'occurredAt')::timestamptz AS at FROM facts WHERE type = 'AssignmentExpired' ORDER BY 1`,
    );
    // The last day ends at 23:00 UTC in winter and at 22:00 in summer: the turn at 22:30 comes too early for the first.
    expect(expired.map(({ at }) => at.toISOString().slice(0, 16))).toEqual([
      ...['2026-03-27T15:00', '2026-03-29T22:30', '2026-04-05T22:30'],
    ]);
    const alerts = await rows<{ status: string; level: number }>('SELECT status, level FROM alerts');
    expect(alerts.map(({ status }) => status)).toEqual(['open']);
    expect(alerts[0]?.level).toBeGreaterThan(1);
  });
});

async function answer(begin: object): Promise<void> {
  const measure = { measureId: 'M1', participantId: `${STUDY}:P1`, instrument: { instrumentId: 'phq-9', version: 1 } };
  const answers = { items: [{ item: 'q9', value: 2 }], timing: 'BEFORE_SESSION', informant: 'CLIENT' };
  await api.stage.receipt('recordMeasure', { ...measure, occasion: 'week-1', ...answers }, begin);
}
