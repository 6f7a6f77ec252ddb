import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import {
  AlertEscalation,
  type AlertMessage,
  type CaseloadMessage,
  EmailChannel,
  MissedWork,
  type Processes,
  ReminderLinks,
  ReminderPlanner,
  ReminderSender,
} from '#processes';
import { fingerprintOf } from '#read-models';
import { POLICY, STUDY, WatchedStudy } from './watched.study.ts';

const noArms = () => Promise.resolve(new Map<string, string>());
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const daily = (from: string, to: string) => ({ kind: 'recurring', weekdays: WEEK, from, to });

/** Turns at moments of one’s own. */
async function turnAt(study: WatchedStudy, processes: Processes, now: string): Promise<void> {
  study.setClock(now);
  await processes.turn(AbortSignal.timeout(60_000));
}

describe('an alert that nobody acknowledges', () => {
  let study: WatchedStudy;
  const told: (AlertMessage & { readonly at: string })[] = [];
  let outcome: 'sent' | 'failed' = 'failed';
  const notifier = {
    tell: (message: AlertMessage) => {
      told.push({ ...message, at: study.now.toISOString() });
      return Promise.resolve({ channel: 'email', outcome } as const);
    },
  };
  const concern = (alertId: string, participantId: string, grade = 'high') =>
    study.tell('alert', { type: 'RaiseConcern', alertId, participantId, grade, note: 'Sounded hopeless' });
  let participantId = '';
  beforeAll(async () => {
    study = await WatchedStudy.open('2026-03-02T09:00:00.000Z');
    await study.begin();
    participantId = await study.enrol();
    await concern('C1', participantId);
  }, 60_000);
  afterAll(() => study.close());

  it('is told again after pauses that double up to five minutes, not at every turn', async () => {
    const processes = study.processes([new AlertEscalation(notifier)]);
    const start = Date.parse('2026-03-02T09:00:00.000Z');
    const seconds = Array.from({ length: 32 }, (_, turn) => turn * 15);
    for (const second of [...seconds, 750, 765, 1_050, 1_065, 1_350, 1_365]) {
      await turnAt(study, processes, new Date(start + second * 1_000).toISOString());
    }
    const at = told.map((one) => (Date.parse(one.at) - start) / 1_000);
    expect(at).toEqual([0, 15, 45, 105, 225, 465, 765, 1_065, 1_365]);
  }, 60_000);

  it('never goes quiet: after everybody was told they are told again, for ever', async () => {
    outcome = 'sent';
    const processes = study.processes([new AlertEscalation(notifier)]);
    await study.pass(21, processes);
    const [{ level }] = (await study.rows<{ level: number }>('SELECT level FROM alerts')) as [{ level: number }];
    expect(level).toBe(20);
    told.length = 0;
    await study.pass(4, processes);
    expect(told.map(({ to }) => to.toSorted().join())).toEqual(Array(4).fill('anna,bo,investigator'));
    expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(4);
  }, 60_000);

  it('is told together with all others that wait for the same people', async () => {
    for (let n = 0; n < 60; n += 1) await concern(`flood-${n}`, participantId, n === 30 ? 'moderate' : 'low');
    told.length = 0;
    const processes = study.processes([new AlertEscalation(notifier)]);
    await turnAt(study, processes, new Date(study.now.getTime() + 60_000).toISOString());
    expect(told.map(({ alertIds, grade }) => [alertIds.length, grade])).toEqual([[60, 'moderate']]);
    const [{ count }] = (await study.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM alerts WHERE told`,
    )) as [{ count: number }];
    expect(count).toBe(61);
  }, 60_000);
});

const momentOf = (day: number, hour: number): string => new Date(Date.UTC(2026, 2, day, 0, hour * 60)).toISOString();

describe('a participant who pauses and resumes across a change of the clocks', () => {
  it('gets no message in the pause, and the others at the same time of day', async () => {
    const study = await WatchedStudy.open('2026-03-26T06:00:00.000Z');
    try {
      await study.begin();
      const participantId = await study.enrol();
      await study.assign('A1', participantId, daily('2026-03-26', '2026-04-01'));
      const processes = study.processes([new ReminderPlanner(noArms), new ReminderSender([study.postbox])]);
      // At seven, three and five o’clock in the afternoon of the participant, winter and summer.
      const days = async (from: number, to: number) => {
        for (let day = from; day <= to; day += 1) {
          for (const hour of [6, 14, 15, 16]) await turnAt(study, processes, momentOf(day, hour));
        }
      };
      await days(26, 26);
      await study.tell('contact', { type: 'PauseReminders', participantId, from: '2026-03-27' });
      // Two days are planned ahead: what was planned before the pause is taken back.
      await days(27, 28);
      await study.tell('contact', { type: 'ResumeReminders', participantId, from: '2026-03-29' });
      await days(29, 31);
      expect(study.postbox.letters.map(({ at }) => at.slice(0, 13))).toEqual([
        ...['2026-03-26T16', '2026-03-29T15', '2026-03-30T15', '2026-03-31T15'],
      ]);
    } finally {
      await study.close();
    }
  }, 60_000);
});

describe('a zone whose clocks are to show another time from now on', () => {
  it('has its tables made anew by other rules, and planned messages moved, each sent once', async () => {
    const study = await WatchedStudy.open('2026-03-02T06:00:00.000Z');
    try {
      const { dataSource } = study.readSide;
      const [known, other] = await Promise.all(['2026a', '2026b'].map((rules) => fingerprintOf(dataSource, [], rules)));
      expect(known?.projections).not.toBe(other?.projections);
      expect(await fingerprintOf(dataSource, [])).toEqual(await fingerprintOf(dataSource, [], process.versions['tz']));
      await study.begin();
      const participantId = await study.enrol();
      await study.assign('A1', participantId, daily('2026-03-02', '2026-03-03'));
      const processes = study.processes([new ReminderPlanner(noArms), new ReminderSender([study.postbox])]);
      await turnAt(study, processes, momentOf(2, 7));
      // As a law would have it: an hour earlier from tomorrow on.
      const moved = { type: 'ChangeTimeZone', participantId, timeZone: 'Europe/Helsinki', from: '2026-03-03' };
      await study.tell('participant', moved);
      for (const day of [2, 3]) for (const hour of [14, 15, 16]) await turnAt(study, processes, momentOf(day, hour));
      expect(study.postbox.letters.map(({ at }) => at.slice(0, 13))).toEqual(['2026-03-02T16', '2026-03-03T15']);
    } finally {
      await study.close();
    }
  }, 60_000);
});

describe('missed work', () => {
  it('is noticed once a run and told once, again and again until it arrived, and names nobody', async () => {
    const study = await WatchedStudy.open('2026-03-02T05:00:00.000Z');
    const messages: CaseloadMessage[] = [];
    let outcome: 'sent' | 'failed' = 'failed';
    const notifier = {
      tellOfPeople: (message: CaseloadMessage) => {
        messages.push(message);
        return Promise.resolve({ channel: 'email', outcome } as const);
      },
    };
    try {
      await study.begin({ ...POLICY, tellClinicianAfter: 3 });
      for (const code of ['P001', 'P002']) {
        const participantId = await study.enrol(code);
        await study.tell('participant', {
          type: 'AssignTherapist',
          participantId,
          therapistId: 'anna',
          from: '2026-03-02',
        });
        await study.assign(`A-${code}`, participantId, daily('2026-03-02', '2026-03-20'));
      }
      const processes = study.processes([new MissedWork(notifier)]);
      const at = (day: number, hour: number) => turnAt(study, processes, momentOf(day, hour));
      for (const day of [2, 3]) await at(day, 23);
      await at(4, 22);
      expect(messages).toEqual([]);
      for (const hour of [23, 23.25, 23.5]) await at(4, hour);
      expect(messages).toMatchObject([{ people: 2, to: ['anna'] }, { people: 2 }]);
      outcome = 'sent';
      for (const day of [5, 6, 7]) await at(day, 23);
      expect(messages).toHaveLength(3);
      expect(JSON.stringify(messages)).not.toMatch(/P001|A-P/);
      // Something was done, and then nothing again: another run.
      const done = { assignmentId: 'A-P001', occurrence: '2026-03-07', state: 'done', informant: 'client' };
      await study.tell('assignment', { type: 'ReportOccurrence', ...done });
      for (const day of [8, 9, 10, 11, 12]) await at(day, 23);
      expect(messages.slice(3)).toMatchObject([{ people: 1, to: ['anna'] }]);
      const noticed = await study.rows<{ stream: string }>(
        `SELECT stream FROM facts WHERE type = 'MissedWorkNoticed' ORDER BY log_index`,
      );
      expect(noticed.map(({ stream }) => stream.slice(-4))).toEqual(['P001', 'P002', 'P001']);
    } finally {
      await study.close();
    }
  }, 90_000);
});

/** A mail server that treats everybody another way. */
async function moodyServer(): Promise<{ url: string; taken: string[]; close: () => Promise<void> }> {
  const taken: string[] = [];
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code });
  const sockets: Socket[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('refused') ? refusal(550) : address.startsWith('full') ? refusal(452) : null),
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo[0]?.address ?? '';
      stream.resume();
      stream.on('end', () => {
        taken.push(to);
        // One letter at a time: the newest connection is the one it came by.
        if (to.startsWith('dies')) sockets.at(-1)?.destroy();
        else if (!to.startsWith('hangs')) done();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, taken, close };
}

describe('a mail server that hangs, refuses, is full, or takes a letter and dies', () => {
  it('costs nobody else their message, and nobody gets a second one', async () => {
    const study = await WatchedStudy.open('2026-03-02T08:00:00.000Z');
    const mail = await moodyServer();
    try {
      await study.begin();
      for (const code of ['dies', 'full', 'hangs', 'ok-1', 'ok-2', 'refused']) {
        await study.assign(`A-${code}`, await study.enrol(code), { kind: 'by', at: '2026-03-02T22:00:00.000Z' });
      }
      const links = new ReminderLinks('https://study.example', Buffer.alloc(32, 7));
      const settings = { url: mail.url, from: 'no-reply@study.example', timeout: 400 };
      const addressOf = (who: string) => Promise.resolve(`${who.split(':')[1] ?? ''}@example.org`);
      const channel = new EmailChannel(settings, addressOf, links);
      const processes = study.processes([new ReminderPlanner(noArms), new ReminderSender([channel])]);
      for (const hour of [9, 16, 17, 18, 19, 20]) await turnAt(study, processes, momentOf(2, hour));
      const rows = await study.rows<{ who: string; status: string; failure: string | null; attempts: number }>(
        `SELECT substr(participant_id, ${STUDY.length + 2}) AS who, status, failure, attempts FROM reminders ORDER BY who`,
      );
      expect(rows).toEqual([
        { who: 'dies', status: 'unknown', failure: null, attempts: 1 },
        // Tried until the quiet hours began.
        { who: 'full', status: 'cancelled', failure: 'refused', attempts: 4 },
        { who: 'hangs', status: 'unknown', failure: null, attempts: 1 },
        { who: 'ok-1', status: 'sent', failure: null, attempts: 1 },
        { who: 'ok-2', status: 'sent', failure: null, attempts: 1 },
        { who: 'refused', status: 'failed', failure: 'refused', attempts: 1 },
      ]);
      expect(mail.taken.toSorted()).toEqual(['dies', 'hangs', 'ok-1', 'ok-2'].map((who) => `${who}@example.org`));
    } finally {
      await mail.close();
      await study.close();
    }
  }, 60_000);
});
