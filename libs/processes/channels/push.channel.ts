import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import webPush from 'web-push';
import {
  checkedLookup,
  endpointFlaw,
  PrivateAddress,
  type PushDevice,
  type PushSubscriptions,
  type VapidKeys,
} from '#platform';
import type { Delivery, Message, MessageChannel } from '../reminders/message.channel.ts';
import type { ReminderLinks } from './reminder.link.ts';
import { reminderNotice } from './reminder.words.ts';

export interface PushSettings {
  readonly keys: VapidKeys;
  /** `mailto:` or https: whom operators of push services can turn to. */
  readonly contact: string;
  /** Whether a push service on this computer may be meant, as in a demonstration and in specs. */
  readonly demonstration: boolean;
  /** ms for one device. 20,000. */
  readonly timeout?: number;
}

/** Seconds that a push service keeps a message for a phone that is off: after that it would come at a bad time. */
const TTL = 6 * 3_600;

type Answer = Delivery | 'gone';

/**
 * Reminders by web push (RFC 8030, encrypted to the device by RFC 8291, signed by RFC 8292), to every device that the
 * participant registered. A device that its push service knows no longer is forgotten.
 */
export class PushChannel implements MessageChannel {
  readonly channel = 'push';

  constructor(
    private readonly settings: PushSettings,
    private readonly subscriptions: Pick<PushSubscriptions, 'of' | 'forget'>,
    private readonly links: ReminderLinks,
  ) {}

  async deliver({ participantId, reminderId }: Message): Promise<Delivery> {
    const devices = await this.subscriptions.of(participantId);
    if (devices.length === 0) return { outcome: 'failed', failure: 'no-address', permanent: false };
    const answers = await Promise.all(devices.map((device) => this.#tell(device, participantId, reminderId)));
    return together(answers);
  }

  async #tell(device: PushDevice, participantId: string, reminderId: string): Promise<Answer> {
    const answer = await this.#hand(device, reminderId);
    if (answer === 'gone') await this.subscriptions.forget(participantId, device.deviceId);
    return answer;
  }

  async #hand({ subscription }: PushDevice, reminderId: string): Promise<Answer> {
    const { keys, contact, demonstration, timeout = 20_000 } = this.settings;
    const { endpoint } = subscription;
    // A rule may have been tightened since the device was registered.
    if (endpointFlaw(endpoint, demonstration) !== undefined) return refused(true);
    const notice = JSON.stringify(reminderNotice(reminderId, this.links.linkFor(reminderId)));
    const { headers, body } = webPush.generateRequestDetails(subscription, notice, {
      vapidDetails: { subject: contact, ...keys },
      TTL,
      // The same message again would replace itself on the device.
      topic: reminderId.replaceAll('-', ''),
    });
    return post({ endpoint, headers: { ...headers }, body: Buffer.from(body), timeout });
  }
}

/** What came of all devices of a person: it arrived if it arrived anywhere, and may have where it may have anywhere. */
function together(answers: readonly Answer[]): Delivery {
  const deliveries = answers.flatMap((answer) => (answer === 'gone' ? [] : [answer]));
  const told = deliveries.find(({ outcome }) => outcome === 'sent');
  const unsure = deliveries.find(({ outcome }) => outcome === 'unknown');
  const mendable = deliveries.find((one) => one.outcome === 'failed' && !one.permanent);
  const gone: Delivery = { outcome: 'failed', failure: 'expired-subscription', permanent: true };
  return told ?? unsure ?? mendable ?? deliveries[0] ?? gone;
}

interface Posting {
  readonly endpoint: string;
  readonly headers: Record<string, string | number>;
  readonly body: Buffer;
  readonly timeout: number;
}

/** Redirects are not followed: a push service has none, and another host was never looked at. */
function post({ endpoint, headers, body, timeout }: Posting): Promise<Answer> {
  const url = new URL(endpoint);
  const secure = url.protocol === 'https:';
  return new Promise((settle) => {
    let connected = false;
    // A connection of its own: of one that was used before nobody could tell whether anything left.
    const options = { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(timeout) } as const;
    const request = secure ? requestSecure(url, { ...options, lookup: checkedLookup }) : requestPlain(url, options);
    request.on('socket', (socket) => socket.on(secure ? 'secureConnect' : 'connect', () => (connected = true)));
    request.on('error', (error) => settle(unanswered(error, connected)));
    request.on('response', (response) => {
      response.resume();
      response.on('error', () => undefined);
      settle(answered(response.statusCode ?? 500));
    });
    request.end(body);
  });
}

function unanswered(error: unknown, connected: boolean): Delivery {
  if (error instanceof PrivateAddress) return refused(true);
  // Nothing of a message leaves before the connection stands.
  return connected ? { outcome: 'unknown' } : { outcome: 'failed', failure: 'unreachable', permanent: false };
}

function answered(status: number): Answer {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return { outcome: 'failed', failure: 'misconfigured', permanent: false };
  if (status === 429) return refused(false);
  // A push service that breaks may have sent it on before.
  return status >= 500 ? { outcome: 'unknown' } : refused(true);
}

function refused(permanent: boolean): Delivery {
  return { outcome: 'failed', failure: 'refused', permanent };
}
