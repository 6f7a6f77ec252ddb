import { type MailSettings, sendMail } from '../channels/email.channel.ts';
import { caseloadText } from '../channels/reminder.words.ts';
import type { StaffAddresses } from '../safety/email.notifier.ts';

/** That people of a caseload may want to hear from those who treat them. */
export interface CaseloadMessage {
  readonly people: number;
  /** Members of staff, by pseudonymous id. */
  readonly to: readonly string[];
  /** The same for a repetition. */
  readonly messageId: string;
}

/** How those who treat participants are told to look at their caseload, which always shows why. */
export interface CaseloadNotifier {
  tellOfPeople(
    message: CaseloadMessage,
    signal: AbortSignal,
  ): Promise<{ readonly channel: 'screen' | 'email'; readonly outcome: 'sent' | 'failed' | 'unknown' }>;
}

/** Where no way out is configured: the flags of the caseload. */
export class ScreenCaseloadNotifier implements CaseloadNotifier {
  tellOfPeople() {
    return Promise.resolve({ channel: 'screen', outcome: 'sent' } as const);
  }
}

/** By e-mail, in words that name no participant and no work. */
export class EmailCaseloadNotifier implements CaseloadNotifier {
  constructor(
    private readonly settings: MailSettings,
    private readonly addressesOf: StaffAddresses,
    /** Where staff sign in. */
    private readonly link: string,
  ) {}

  async tellOfPeople({ people, to, messageId }: CaseloadMessage) {
    const addresses = await this.addressesOf(to);
    if (addresses.length === 0) return { channel: 'email', outcome: 'failed' } as const;
    const { subject, text } = caseloadText(people, this.link);
    const { outcome } = await sendMail(this.settings, { to: addresses, subject, text, id: `caseload-${messageId}` });
    return { channel: 'email', outcome } as const;
  }
}
