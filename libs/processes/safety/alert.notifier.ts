import type { AlertGrade } from '#domain';

/** Who is to be told of which alerts. Nothing of the participants goes along. */
export interface AlertMessage {
  /** One at least. */
  readonly alertIds: readonly string[];
  readonly studyId: string;
  /** Of the most pressing. */
  readonly grade: AlertGrade;
  /** The same for a repetition of the same message: by it a repetition can be known. */
  readonly messageId: string;
  /** Members of staff, by pseudonymous id. */
  readonly to: readonly string[];
}

/** How people on duty are told. The screen always shows an alert; `channel` says what went out beyond that. */
export interface AlertNotifier {
  tell(
    message: AlertMessage,
    signal: AbortSignal,
  ): Promise<{
    readonly channel: 'screen' | 'email' | 'push' | 'sms';
    readonly outcome: 'sent' | 'failed' | 'unknown';
  }>;
}

/** Where no way out is configured: the alert list of those on duty. */
export class ScreenNotifier implements AlertNotifier {
  tell() {
    return Promise.resolve({ channel: 'screen', outcome: 'sent' } as const);
  }
}
