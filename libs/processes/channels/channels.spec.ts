import { createServer, type Server } from 'node:http';
import { createHmac } from 'node:crypto';
import type { AddressInfo, Server as TcpServer } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { EmailNotifier } from '../safety/email.notifier.ts';
import { EmailChannel } from './email.channel.ts';
import { ReminderLinks } from './reminder.link.ts';
import { SmsChannel } from './sms.channel.ts';

const links = new ReminderLinks('https://study.example', Buffer.alloc(32, 7));
const reminderId = '6f1c9a70-54f0-5d0b-9a51-0c8f1f2f6d5e';
const message = { reminderId, participantId: 'stress:P1', studyId: 'stress' };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Options = ConstructorParameters<typeof SMTPServer>[0];

/** A real mail server on a free port. */
async function mailServer(options: Options = {}): Promise<{ url: string; letters: string[] }> {
  const letters: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letters };
}

/** Something that listens where a mail server should be. */
async function tcpServer(onConnection: Parameters<typeof createTcpServer>[1]): Promise<string> {
  const server: TcpServer = createTcpServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const emailOver = (url: string, address: string | undefined = 'ada@example.org') =>
  new EmailChannel(
    { url, from: 'Study <no-reply@study.example>', timeout: 500 },
    () => Promise.resolve(address),
    links,
  );

const refusing = (code: number) => {
  const error = new Error('no') as Error & { responseCode: number };
  error.responseCode = code;
  return error;
};

describe('reminders by e-mail', () => {
  it('arrive once, named by their reminder, and say nothing of homework or therapy', async () => {
    const { url, letters } = await mailServer();
    expect(await emailOver(url).deliver(message)).toEqual({ outcome: 'sent' });
    const [letter = ''] = letters;
    expect(letters).toHaveLength(1);
    expect(letter).toContain(`Message-ID: <${reminderId}@study.example>`);
    expect(letter.replaceAll('=\r\n', '')).toContain(links.linkFor(reminderId).slice(8));
    expect(letter).not.toMatch(/homework|therap|läxa|hemuppgift|stress/i);
  });

  it('fail for certain where nobody answers, nobody is known, or the server refuses', async () => {
    const failed = (failure: string, permanent: boolean) => ({ outcome: 'failed', failure, permanent });
    expect(await emailOver('smtp://127.0.0.1:1').deliver(message)).toEqual(failed('unreachable', false));
    const without = new EmailChannel({ url: 'smtp://127.0.0.1:1', from: 'a@b.example' }, async () => undefined, links);
    expect(await without.deliver(message)).toEqual(failed('no-address', false));
    const full = await mailServer({ onRcptTo: (_to, _session, done) => done(refusing(452)) });
    expect(await emailOver(full.url).deliver(message)).toEqual(failed('refused', false));
    const never = await mailServer({ onRcptTo: (_to, _session, done) => done(refusing(550)) });
    expect(await emailOver(never.url).deliver(message)).toEqual(failed('refused', true));
    const spam = await mailServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(refusing(554)));
      },
    });
    expect(await emailOver(spam.url).deliver(message)).toEqual(failed('refused', true));
  });

  it('end in time when a server hangs: before the letter it failed, after it nobody knows', async () => {
    const silent = await tcpServer((socket) => void setTimeout(() => socket.destroy(), 3_000).unref());
    expect(await emailOver(silent).deliver(message)).toMatchObject({ failure: 'unreachable' });
    const hangs = await mailServer({ onData: (stream) => void stream.resume() });
    expect(await emailOver(hangs.url).deliver(message)).toEqual({ outcome: 'unknown' });
  });

  it('are unknown when the server takes the letter and dies', async () => {
    const url = await tcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 ready\r\n');
      let inLetter = false;
      socket.on('data', (chunk) => {
        if (inLetter) return void (chunk.toString().endsWith('\r\n.\r\n') && socket.destroy());
        const line = chunk.toString();
        inLetter = line.startsWith('DATA');
        socket.write(inLetter ? '354 go on\r\n' : '250 fine\r\n');
      });
    });
    expect(await emailOver(url).deliver(message)).toEqual({ outcome: 'unknown' });
  });
});

describe('alerts by e-mail', () => {
  it('tell how pressing it is and nothing of the participant', async () => {
    const { url, letters } = await mailServer();
    const settings = { url, from: 'no-reply@study.example', timeout: 500 };
    const alert = { alertIds: [reminderId], messageId: reminderId, studyId: 'stress', grade: 'high' as const };
    const notifier = new EmailNotifier(settings, async () => ['anna@clinic.example'], 'https://study.example/sign-in');
    expect(await notifier.tell({ ...alert, to: ['anna'] })).toEqual({ channel: 'email', outcome: 'sent' });
    expect(letters[0]).toMatch(/HIGH/);
    expect(letters[0]).not.toMatch(/stress|P1/);
    await notifier.tell({ ...alert, alertIds: ['a', 'b', 'c'], messageId: 'several', to: ['anna'] });
    expect(letters[1]).toMatch(/3 safety alerts/);
    const nobody = new EmailNotifier(settings, async () => [], 'https://study.example/sign-in');
    expect(await nobody.tell({ ...alert, to: ['bo'] })).toMatchObject({ outcome: 'failed' });
  });
});

describe('reminders by SMS', () => {
  async function gateway(
    status: number | 'dies',
  ): Promise<{ url: string; seen: { body: string; signature: unknown }[] }> {
    const seen: { body: string; signature: unknown }[] = [];
    const server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ body, signature: request.headers['x-intersession-signature'] });
        if (status === 'dies') request.socket.destroy();
        else response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`, seen };
  }
  const smsOver = (url: string) => new SmsChannel({ url, secret: 'shared' }, async () => '+46700000000', links);

  it('are signed, and told by what the gateway answers', async () => {
    const { url, seen } = await gateway(202);
    expect(await smsOver(url).deliver(message)).toEqual({ outcome: 'sent' });
    const [{ body, signature }] = seen as [{ body: string; signature: unknown }];
    expect(signature).toBe(`sha256=${createHmac('sha256', 'shared').update(body).digest('hex')}`);
    expect(JSON.parse(body)).toMatchObject({ id: reminderId, to: '+46700000000' });
    expect(await smsOver((await gateway(422)).url).deliver(message)).toMatchObject({ permanent: true });
    expect(await smsOver((await gateway(500)).url).deliver(message)).toEqual({ outcome: 'unknown' });
    expect(await smsOver((await gateway('dies')).url).deliver(message)).toEqual({ outcome: 'unknown' });
    const gone = await gateway(202);
    await closing.pop()?.();
    expect(await smsOver(gone.url).deliver(message)).toMatchObject({ failure: 'unreachable' });
  });
});

describe('links in messages', () => {
  it('name their reminder, and nobody else can make one', () => {
    const token = links.linkFor(reminderId).split('/').at(-1) ?? '';
    expect(links.reminderOf(token)).toBe(reminderId);
    expect(links.reminderOf(`0${token.slice(1)}`)).toBeUndefined();
    expect(new ReminderLinks('https://study.example', Buffer.alloc(32, 8)).reminderOf(token)).toBeUndefined();
    for (const wrong of ['', 'x', token.slice(1), `${token}0`, reminderId])
      expect(links.reminderOf(wrong)).toBeUndefined();
  });
});
