import type { AlertGrade } from '#domain';

/** Who is to be told of which alert. Nothing of the participant goes along. */
export interface AlertMessage {
  readonly alertId: string;
  readonly studyId: string;
  readonly grade: AlertGrade;
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
