import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Delivery, Message, MessageChannel } from '../reminders/message.channel.ts';
import type { ReminderLinks } from './reminder.link.ts';
import { REMINDER_SUBJECT, reminderText } from './reminder.words.ts';
import { handOver, type SmtpServer } from './smtp.session.ts';

export interface MailSettings extends SmtpServer {
  /** The address that mail comes from. */
  readonly from: string;
}

/** Where a participant can be written to; none where nobody told, or they were erased. */
export type AddressOf = (participantId: string) => Promise<string | undefined>;

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The left half of the Message-ID: a repetition would be known by it. */
  readonly id: string;
}

/** Hands one mail over. */
export async function sendMail(settings: MailSettings, { to, subject, text, id }: Mail): Promise<Delivery> {
  const { from } = settings;
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')}>`;
  const composer = new MailComposer({ from, to: [...to], subject, text, messageId, headers });
  return handOver(settings, { from: bare(from), to, raw: await composer.compile().build() });
}

const bare = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;

/** Reminders by e-mail. */
export class EmailChannel implements MessageChannel {
  readonly channel = 'email';

  constructor(
    private readonly settings: MailSettings,
    private readonly addressOf: AddressOf,
    private readonly links: ReminderLinks,
  ) {}

  async deliver({ participantId, reminderId }: Message): Promise<Delivery> {
    const address = await this.addressOf(participantId);
    if (address === undefined) return { outcome: 'failed', failure: 'no-address', permanent: false };
    const text = reminderText(this.links.linkFor(reminderId));
    return sendMail(this.settings, { to: [address], subject: REMINDER_SUBJECT, text, id: reminderId });
  }
}
