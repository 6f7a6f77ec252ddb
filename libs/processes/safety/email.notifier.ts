import { type MailSettings, sendMail } from '../channels/email.channel.ts';
import { alertText } from '../channels/reminder.words.ts';
import type { AlertMessage, AlertNotifier } from './alert.notifier.ts';

/** Addresses of members of staff, by pseudonymous id; who has none is left out. */
export type StaffAddresses = (staffIds: readonly string[]) => Promise<readonly string[]>;

/** Tells those on duty by e-mail. What may not have arrived is told again: a doubled alert is better than a lost one. */
export class EmailNotifier implements AlertNotifier {
  constructor(
    private readonly settings: MailSettings,
    private readonly addressesOf: StaffAddresses,
    /** Where staff sign in. */
    private readonly link: string,
  ) {}

  async tell({ alertIds, messageId, grade, to }: AlertMessage) {
    const addresses = await this.addressesOf(to);
    if (addresses.length === 0) return { channel: 'email', outcome: 'failed' } as const;
    const { subject, text } = alertText(grade, this.link, alertIds.length);
    const { outcome } = await sendMail(this.settings, { to: addresses, subject, text, id: `alert-${messageId}` });
    return { channel: 'email', outcome } as const;
  }
}
