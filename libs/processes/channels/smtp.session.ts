import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { Delivery } from '../reminders/message.channel.ts';

/** A mail server, as `SMTP_URL` names it. */
export interface SmtpServer {
  readonly url: string;
  /** ms that each step may take. 15,000. */
  readonly timeout?: number;
}

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message, RFC 5322. */
  readonly raw: Buffer;
}

const TIMEOUT = 15_000;

/**
 * Hands one letter to a mail server. Never throws for what the server does: before the letter is offered a failure is
 * certain; once it is on its way only the server’s own refusal is, and everything else may have arrived.
 */
export async function handOver({ url, timeout = TIMEOUT }: SmtpServer, letter: Letter): Promise<Delivery> {
  const { host, port, secure, user, pass, requireTls } = partsOf(url);
  const connection = new SMTPConnection({
    ...{ host, port, secure, requireTLS: requireTls },
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout },
  });
  // One listener for the whole session: what breaks outside of a step breaks the step that waits.
  const broken = new Promise<never>((_, reject) => connection.once('error', reject));
  broken.catch(() => undefined);
  const step = (run: (done: (error?: Error | null) => void) => void): Promise<void> =>
    Promise.race([broken, new Promise<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve())))]);
  try {
    const failed = await before(connection, step, user === '' ? undefined : { user, pass });
    if (failed !== undefined) return failed;
    return await offered(step, connection, letter);
  } finally {
    connection.close();
  }
}

type Step = (run: (done: (error?: Error | null) => void) => void) => Promise<void>;

interface Credentials {
  readonly user: string;
  readonly pass: string;
}

async function before(
  connection: SMTPConnection,
  step: Step,
  credentials?: Credentials,
): Promise<Delivery | undefined> {
  try {
    await step((done) => connection.connect(() => done()));
  } catch {
    return { outcome: 'failed', failure: 'unreachable', permanent: false };
  }
  if (credentials === undefined) return undefined;
  try {
    await step((done) => connection.login({ credentials }, done));
    return undefined;
  } catch {
    return { outcome: 'failed', failure: 'misconfigured', permanent: false };
  }
}

async function offered(step: Step, connection: SMTPConnection, { from, to, raw }: Letter): Promise<Delivery> {
  try {
    await step((done) => connection.send({ from, to: [...to] }, raw, (error) => done(error)));
    return { outcome: 'sent' };
  } catch (error) {
    const code = responseCodeOf(error);
    if (code === undefined) return { outcome: 'unknown' };
    return { outcome: 'failed', failure: 'refused', permanent: code >= 500 };
  }
}

/** What the server itself answered, from 400 on. */
function responseCodeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  return typeof code === 'number' && code >= 400 ? code : undefined;
}

function partsOf(text: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(text);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    user: decodeURIComponent(username),
    pass: decodeURIComponent(password),
    // A password never goes out in the clear.
    requireTls: !secure && (username !== '' || searchParams.get('tls') === 'required'),
  };
}
