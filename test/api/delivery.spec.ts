import 'reflect-metadata';
import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { Processes } from '#processes';
import { POLICY, ROTA, RULE, terms } from '../access/trial.scene.ts';
import { type StagedApi, startStagedApi } from './acting.ts';
import type { GraphqlClient } from './graphql-client.ts';

/** Everything that goes out to participants, over a real mail server and a push service on this computer. */
let api: StagedApi;
let smtp: SMTPServer;
let pushService: Server;
const letters: string[] = [];
let pushed = 0;
let pushBase = '';
const SECRET = 'the-secret-of-bounces-in-this-spec';
const STUDY = 'delivered';
const who = (code: string): string => `${STUDY}:${code}`;
const me = (code: string): GraphqlClient => api.as(who(code), 'participant');
const at = (time: string) => ({ occurredAt: `2026-03-${time}:00.000Z` });

beforeAll(async () => {
  smtp = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('p3') ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  pushService = createServer((incoming, answer) => {
    incoming.resume();
    incoming.on('end', () => {
      pushed += 1;
      answer.writeHead(incoming.url === '/gone' ? 410 : 201).end();
    });
  });
  await new Promise<void>((resolve) => pushService.listen(0, '127.0.0.1', resolve));
  pushBase = `http://127.0.0.1:${(pushService.address() as AddressInfo).port}`;
  const { port } = smtp.server.address() as AddressInfo;
  const mail = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'no-reply@study.example', BOUNCE_SECRET: SECRET };
  api = await startStagedApi({ demonstration: true, variables: mail });
  // Turns are taken by this spec, at moments of its own.
  await api.app.get(Processes).stop();
  await setScene();
}, 120_000);
afterAll(async () => {
  await api.stop();
  pushService.closeAllConnections();
  await new Promise((resolve) => pushService.close(resolve));
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

async function setScene(): Promise<void> {
  const { stage } = api;
  await stage.receipt('registerStudy', { studyId: STUDY, title: 'Delivered', timeZone: 'UTC' }, at('01T09:00'));
  await stage.receipt('openSite', { studyId: STUDY, siteId: 'north', name: 'North', timeZone: 'UTC' }, at('01T09:00'));
  await stage.receipt('appointStaff', {
    studyId: STUDY,
    staffId: 'ann',
    role: 'SITE_INVESTIGATOR',
    siteId: 'north',
    from: '2026-01-01',
  });
  await stage.receipt('appointStaff', { studyId: STUDY, staffId: 'blind', role: 'RESEARCHER', from: '2026-01-01' });
  const policy = { ...POLICY, channels: ['email', 'push'], quiet: { from: '00:00', to: '00:00' } };
  await stage.receipt('publishReminderPolicy', { studyId: STUDY, version: 1, policy, reason: 'Start' }, at('01T09:00'));
  for (const code of ['P1', 'P2', 'P3', 'P4']) {
    const participantId = who(code);
    await stage.receipt('enrolParticipant', { studyId: STUDY, siteId: 'north', code }, at('01T10:00'));
    const due = { kind: 'BY', at: '2026-03-02T20:00:00.000Z' };
    const homework = { assignmentId: `A-${code}`, participantId, initiatedBy: 'THERAPIST', terms: { ...terms, due } };
    await stage.receipt('assignHomework', homework, at('01T11:00'));
    await api
      .as('ann')
      .data(`mutation($p: ID!, $i: IdentityInput!) { recordIdentity(participantId: $p, identity: $i) }`, {
        ...{ p: participantId, i: { name: code, email: `${code.toLowerCase()}@example.org` } },
      });
  }
  await stage.receipt(
    'setReminderPreferences',
    { participantId: who('P4'), channels: ['PUSH'], times: [] },
    at('01T11:00'),
  );
}

const turn = (now: string) => api.app.get(Processes).turn(AbortSignal.timeout(30_000), new Date(now));
const point = (): string => createECDH('prime256v1').generateKeys('base64url');
const subscription = (endpoint: string) => ({
  endpoint,
  keys: { p256dh: point(), auth: randomBytes(16).toString('base64url') },
});

describe('a phone that takes push messages', () => {
  const REGISTER = `mutation($p: ID!, $s: PushSubscriptionInput!) { registerPushDevice(participantId: $p, subscription: $s) }`;
  const register = (client: GraphqlClient, s: object) =>
    client.ask<{ registerPushDevice: string }>(REGISTER, { p: who('P4'), s });

  it('is registered by its participant alone, and leads to no private door', async () => {
    const key = await me('P4').data<{ pushPublicKey: string }>('{ pushPublicKey }');
    expect(Buffer.from(key.pushPublicKey, 'base64url')).toHaveLength(65);
    const first = await register(me('P4'), subscription(`${pushBase}/ok`));
    expect(first.data?.registerPushDevice).toMatch(/^[0-9a-f]{32}$/);
    expect((await register(me('P1'), subscription(`${pushBase}/ok`))).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await register(api.as('ann'), subscription(`${pushBase}/ok`))).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    for (const wrong of ['http://192.168.0.1/x', 'https://10.0.0.1/', 'file:///etc/passwd', 'x']) {
      expect(JSON.stringify((await register(me('P4'), subscription(wrong))).errors)).toContain('subscription.endpoint');
    }
    const bad = { ...subscription(`${pushBase}/ok`), keys: { p256dh: 'AAAA', auth: 'AAAA' } };
    expect(JSON.stringify((await register(me('P4'), bad)).errors)).toContain('subscription.keys.p256dh');
  });

  it('is listed and forgotten', async () => {
    const gone = await register(me('P4'), subscription(`${pushBase}/gone`));
    const LIST = `query($p: ID!) { pushDevices(participantId: $p) { deviceId } }`;
    const devices = () => me('P4').data<{ pushDevices: readonly { deviceId: string }[] }>(LIST, { p: who('P4') });
    expect((await devices()).pushDevices).toHaveLength(2);
    const FORGET = `mutation($p: ID!, $d: ID!) { forgetPushDevice(participantId: $p, deviceId: $d) }`;
    const forget = (d: string | undefined) => me('P4').data(FORGET, { p: who('P4'), d });
    expect(await forget('0'.repeat(32))).toEqual({ forgetPushDevice: false });
    expect(await forget(gone.data?.registerPushDevice)).toEqual({ forgetPushDevice: true });
    expect((await devices()).pushDevices).toHaveLength(1);
    await register(me('P4'), subscription(`${pushBase}/gone`));
  });
});

describe('messages that really went out', () => {
  it('are in the delivery report: intended, sent, opened, answered per person', async () => {
    await turn('2026-03-02T09:00:00.000Z');
    await turn('2026-03-02T17:05:00.000Z');
    expect(letters.map((letter) => /^To: (.*)$/m.exec(letter)?.[1]?.trim()).toSorted()).toEqual([
      'p1@example.org',
      'p2@example.org',
    ]);
    expect(pushed).toBe(2);
    const path = /(\/r\/\w{64})/.exec(letterTo('p1').replaceAll('=\r\n', ''))?.[1] ?? '';
    await request(api.client.server).get(path).set('Host', 'localhost').expect(303);
    const done = { assignmentId: 'A-P1', occurrence: 'whole', state: 'DONE', informant: 'CLIENT' };
    const { position } = await api.stage.receipt('reportOccurrence', done, at('02T18:00'));
    expect(await table(api.stage, position)).toEqual([
      '| P1 | EMAIL | 1 | 1 | 0 | 0 | 1 | 1 |',
      '| P2 | EMAIL | 1 | 1 | 0 | 0 | 0 | 0 |',
      '| P3 | EMAIL | 1 | 0 | 0 | 1 | 0 | 0 |',
      '| P4 | PUSH | 1 | 1 | 0 | 0 | 0 | 0 |',
    ]);
  });

  it('may come back later, told by the mail server as often as it likes', async () => {
    const reminderId = /^Message-ID: <([0-9a-f-]{36})@/m.exec(letterTo('p2'))?.[1] ?? '';
    const mail = `Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\nMessage-ID: <${reminderId}@study.example>\r\n`;
    const post = (body: string, secret = SECRET, type = 'message/rfc822') =>
      request(api.client.server)
        .post('/mail/bounces')
        .set({ Host: 'localhost', 'Content-Type': type, Authorization: `Bearer ${secret}` })
        .send(body);
    expect((await post(mail, 'wrong')).status).toBe(401);
    expect((await post('Hello')).status).toBe(400);
    expect((await post(JSON.stringify({ messageId: 'x' }), SECRET, 'application/json')).text).toContain('messageId');
    expect((await post('x'.repeat(300_000))).status).toBe(413);
    expect((await post(mail.replace('failed', 'delayed').replace('5.1.1', '4.4.1'))).body).toEqual({
      outcome: 'not-final',
    });
    expect((await post(mail.replaceAll(reminderId, '00000000-0000-4000-8000-000000000000'))).body).toEqual({
      outcome: 'not-ours',
    });
    for (let n = 0; n < 2; n += 1) expect((await post(mail)).body).toEqual({ outcome: 'recorded' });
    const json = JSON.stringify({ messageId: `<${reminderId}@study.example>`, status: '5.1.1' });
    expect((await post(json, SECRET, 'application/json')).body).toEqual({ outcome: 'recorded' });
    const { position } = await api.stage.receipt(
      'pauseReminders',
      { participantId: who('P2'), from: '2026-03-05' },
      at('03T09:00'),
    );
    expect((await table(api.stage, position))[1]).toBe('| P2 | EMAIL | 1 | 0 | 0 | 1 | 0 | 0 |');
    const { reminders } = await api.stage.data<{ reminders: { edges: unknown } }>(
      `{ reminders(studyId: "${STUDY}", filter: { participantIds: ["${who('P2')}"] }) { edges { node { status failure attempts } } } }`,
    );
    expect(reminders.edges).toEqual([{ node: { status: 'FAILED', failure: 'BOUNCED', attempts: 1 } }]);
  });

  it('are seen by those who are blind to arms until arms differ, and by participants themselves', async () => {
    expect(await table(api.as('blind'))).toHaveLength(4);
    expect(await table(me('P1'))).toHaveLength(1);
    const policy = { ...POLICY, channels: ['email', 'push'], armsWithout: ['waiting'] };
    const { position } = await api.stage.receipt(
      'publishReminderPolicy',
      { studyId: STUDY, version: 2, policy, reason: 'One arm goes without' },
      at('04T09:00'),
    );
    expect(await table(api.as('blind'), position)).toEqual([]);
    expect(await table(me('P1'), position)).toEqual([]);
    expect(await table(api.stage, position)).toHaveLength(4);
  });

  const letterTo = (name: string): string => letters.find((letter) => letter.includes(`To: ${name}@`)) ?? '';
  /** | person | channel | intended | sent | unknown | failed | opened | answered | */
  async function table(client: GraphqlClient, position: string | null = null): Promise<readonly string[]> {
    const { deliveryReport } = await client.data<{ deliveryReport: readonly Record<string, unknown>[] }>(
      `query($p: Position) { deliveryReport(studyId: "${STUDY}", afterPosition: $p) {
        participantId channel intended sent unknown failed opened answered } }`,
      { p: position },
    );
    const COLUMNS = ['channel', 'intended', 'sent', 'unknown', 'failed', 'opened', 'answered'];
    return deliveryReport.map((row) => {
      const person = String(row['participantId']).slice(STUDY.length + 1);
      return `| ${[person, ...COLUMNS.map((name) => String(row[name]))].join(' | ')} |`;
    });
  }
});

describe('a participant’s calendar', () => {
  const OPEN = `mutation($p: ID!) { openCalendarFeed(participantId: $p) { url } }`;
  const fetch = (path: string, headers: Record<string, string> = {}) =>
    request(api.client.server)
      .get(path)
      .set({ Host: 'localhost', ...headers });
  const open = async (): Promise<string> => {
    const { openCalendarFeed } = await me('P2').data<{ openCalendarFeed: { url: string } }>(OPEN, { p: who('P2') });
    return new URL(openCalendarFeed.url).pathname;
  };

  it('is read by whoever has its address, told neutrally, and by nobody once it is renewed or taken back', async () => {
    const tomorrow = new Date(Date.now() + 26 * 3_600_000).toISOString();
    const due = { kind: 'BY', at: tomorrow };
    const homework = {
      assignmentId: 'A-later',
      participantId: who('P2'),
      initiatedBy: 'THERAPIST',
      terms: { ...terms, due },
    };
    const { position } = await api.stage.receipt('assignHomework', homework);
    await api.stage.data(
      `query($p: Position) { participantWeek(studyId: "${STUDY}", participantId: "x", afterPosition: $p) { today } }`,
      { p: position },
    );
    // Arms go without reminders now: it is the study’s to say again that none does.
    await api.stage.receipt('publishReminderPolicy', {
      studyId: STUDY,
      version: 3,
      policy: POLICY,
      reason: 'None does',
    });
    const path = await open();
    const first = await fetch(path);
    expect([first.status, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(first.text) as unknown[]).getAllSubcomponents('vevent');
    const [event] = events.map((part) => new ICAL.Event(part));
    expect([events.length, event?.summary, event?.endDate.toJSDate().toISOString().slice(0, 19)]).toEqual([
      ...[1, 'Planned time / Planerad tid', tomorrow.slice(0, 19)],
    ]);
    expect(first.text).not.toMatch(/TELLTALE|A-later|homework|delivered/i);
    const etag = first.headers['etag'] ?? '';
    const again = await fetch(path, { 'If-None-Match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    const renewed = await open();
    expect((await fetch(path)).status).toBe(404);
    expect((await fetch(renewed)).status).toBe(200);
    const { calendarFeed } = await me('P2').data<{ calendarFeed: unknown }>(
      `query($p: ID!) { calendarFeed(participantId: $p) { since } }`,
      { p: who('P2') },
    );
    expect(calendarFeed).toMatchObject({ since: expect.stringMatching(/Z$/) });
    const CLOSE = `mutation($p: ID!) { closeCalendarFeed(participantId: $p) }`;
    expect(await me('P2').data(CLOSE, { p: who('P2') })).toEqual({ closeCalendarFeed: true });
    expect((await fetch(renewed)).status).toBe(404);
    expect(
      await me('P2').data(`query($p: ID!) { calendarFeed(participantId: $p) { since } }`, { p: who('P2') }),
    ).toEqual({ calendarFeed: null });
  });

  it('answers every address that leads nowhere alike, and is opened by nobody else', async () => {
    const answers = await Promise.all(
      ['/calendar/x.ics', `/calendar/${'A'.repeat(43)}.ics`, '/calendar/%00.ics', `/calendar/${'A'.repeat(43)}`].map(
        (path) => fetch(path),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect((await me('P1').ask(OPEN, { p: who('P2') })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await api.as('ann').ask(OPEN, { p: who('P2') })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('ends for who takes back consent to be contacted', async () => {
    const path = await open();
    expect((await fetch(path)).status).toBe(200);
    const { position } = await api.stage.receipt('withdrawConsent', {
      participantId: who('P2'),
      step: 'STOP_CONTACT',
    });
    await api.stage.data('query($p: Position) { log(afterPosition: $p) { index } }', { p: position });
    expect((await fetch(path)).status).toBe(404);
  });
});

describe('a rule that would drown those who read', () => {
  it('is shown beforehand, and refused when it is switched on', async () => {
    const { stage } = api;
    for (let week = 0; week < 22; week += 1) {
      const measure = { measureId: `M${week}`, participantId: who('P1'), occasion: `week-${week}` };
      const answers = { items: [{ item: 'q9', value: 2 }], timing: 'BEFORE_SESSION', informant: 'CLIENT' };
      const when = { occurredAt: new Date(Date.UTC(2025, 9, 1 + week * 8)).toISOString() };
      await stage.receipt(
        'recordMeasure',
        { ...measure, instrument: { instrumentId: 'phq-9', version: 1 }, ...answers },
        when,
      );
    }
    await stage.receipt('publishDutyRota', { studyId: STUDY, version: 1, rota: ROTA, reason: 'Start' });
    const { position } = await stage.receipt('publishSafetyRule', {
      studyId: STUDY,
      ruleId: 'item-9',
      version: 1,
      rule: RULE,
    });
    const preview = await stage.data(
      `query($r: JSON!, $p: Position) { safetyReplay(studyId: "${STUDY}", rule: $r, afterPosition: $p) { people total } }`,
      { r: RULE, p: position },
    );
    expect(preview).toEqual({ safetyReplay: { people: 1, total: 22 } });
    const on = await stage.command('switchOnSafetyRule', {
      studyId: STUDY,
      ruleId: 'item-9',
      version: 1,
      reason: 'Hurry',
    });
    expect(on.errors?.[0]?.extensions).toMatchObject({ code: 'RULE_WOULD_FLOOD', details: { alerts: 22, people: 1 } });
  });
});

describe('an alert that somebody passes on', () => {
  it('goes to the next in the rota, who is not themselves, and the same command again is the same', async () => {
    const { stage } = api;
    const { recordId } = await stage.receipt('raiseConcern', {
      participantId: who('P1'),
      grade: 'HIGH',
      note: 'Sounded hopeless',
    });
    await stage.receipt('acknowledgeSafetyAlert', { alertId: recordId });
    const meta = { commandId: '01890000-0000-7000-8000-000000000003' };
    const { position } = await stage.receipt('passOnSafetyAlert', { alertId: recordId }, meta);
    expect((await stage.receipt('passOnSafetyAlert', { alertId: recordId }, meta)).position).toBe(position);
    const { alerts } = await stage.data<{ alerts: { edges: unknown } }>(
      `query($p: Position) { alerts(studyId: "${STUDY}", afterPosition: $p) { edges { node { status level acknowledgedBy told } } } }`,
      { p: position },
    );
    expect(alerts.edges).toEqual([{ node: { status: 'OPEN', level: 1, acknowledgedBy: null, told: false } }]);
    const unknown = await stage.command('passOnSafetyAlert', { alertId: 'nobody' });
    expect(unknown.errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|NOT_FOUND/);
  });
});
