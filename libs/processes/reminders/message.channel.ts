import type { ReminderChannel } from '#domain';

/** One message for one person. Nothing in it says what the work is, or that there is therapy. */
export interface Message {
  readonly participantId: string;
  readonly studyId: string;
  /** Sent with the message where the channel has a place for it, so that a repetition can be known. */
  readonly reminderId: string;
}

/**
 * What came of handing a message over. `unknown`: it may have arrived, so it is never sent again. `failed`: it certainly
 * did not; `permanent` where trying again would not mend it.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'unknown' }
  | {
      readonly outcome: 'failed';
      readonly failure: 'no-address' | 'unreachable' | 'refused' | 'expired-subscription' | 'misconfigured';
      readonly permanent: boolean;
    };

/** A way to reach participants: e-mail, push, or a study’s own SMS provider. */
export interface MessageChannel {
  readonly channel: ReminderChannel;
  /** Never throws for what a provider does: whatever cannot be told is `unknown`. Ends within its own time limit. */
  deliver(message: Message, signal: AbortSignal): Promise<Delivery>;
}
