import { createHmac } from 'node:crypto';
import type { Delivery, Message, MessageChannel } from '../reminders/message.channel.ts';
import type { AddressOf } from './email.channel.ts';
import type { ReminderLinks } from './reminder.link.ts';
import { reminderShortText } from './reminder.words.ts';

export interface SmsSettings {
  /** A study’s own gateway: takes `POST {id, to, text}` and answers 2xx once it has it. */
  readonly url: string;
  /** Signs every request: `X-Intersession-Signature: sha256=HMAC-SHA256(secret, body)` in hex. */
  readonly secret: string;
  /** ms. 20,000. */
  readonly timeout?: number;
}

/** Reminders by SMS, through a gateway that the study runs in front of its provider. `id` lets it know a repetition. */
export class SmsChannel implements MessageChannel {
  readonly channel = 'sms';

  constructor(
    private readonly settings: SmsSettings,
    private readonly numberOf: AddressOf,
    private readonly links: ReminderLinks,
  ) {}

  async deliver({ participantId, reminderId }: Message): Promise<Delivery> {
    const to = await this.numberOf(participantId);
    if (to === undefined) return { outcome: 'failed', failure: 'no-address', permanent: false };
    const body = JSON.stringify({ id: reminderId, to, text: reminderShortText(this.links.linkFor(reminderId)) });
    const { url, secret, timeout = 20_000 } = this.settings;
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-intersession-signature': signature };
    try {
      const signal = AbortSignal.timeout(timeout);
      const { status } = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
      return answered(status);
    } catch (error) {
      return neverLeft(error)
        ? { outcome: 'failed', failure: 'unreachable', permanent: false }
        : { outcome: 'unknown' };
    }
  }
}

function answered(status: number): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  if (status === 401 || status === 403) return { outcome: 'failed', failure: 'misconfigured', permanent: false };
  if (status === 429) return { outcome: 'failed', failure: 'refused', permanent: false };
  if (status >= 400 && status < 500) return { outcome: 'failed', failure: 'refused', permanent: true };
  // A gateway that breaks may have sent it on before.
  return { outcome: 'unknown' };
}

/** Nothing was ever connected to. */
function neverLeft(error: unknown): boolean {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT';
}
