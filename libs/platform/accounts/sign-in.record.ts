import type { AccessEntry } from '../access-log/access.entry.ts';
import type { AccessLog } from '../access-log/access-log.ts';
import type { Account } from './account.ts';
import { addressClass } from './address-class.ts';
import type { Origin } from './sign-in.sessions.ts';
import type { Clock } from './steady.clock.ts';

/** What is recorded of one act. */
export interface AccountAct {
  readonly act: AccessEntry['act'];
  readonly outcome: AccessEntry['outcome'];
  readonly account?: Pick<Account, 'accountId' | 'subjectId' | 'kind'> | undefined;
  readonly from: Origin | undefined;
  readonly detail: string;
  readonly sessionId?: string;
}

/** Writes sign-ins and what concerns accounts to the access log. */
export class SignInRecord {
  constructor(
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  async note({ act, outcome, account, from, detail, sessionId }: AccountAct): Promise<void> {
    const own = account?.kind === 'participant' ? { participantId: account.subjectId } : {};
    await this.log.record([
      {
        at: this.clock().toISOString(),
        ...{ act, outcome, detail, addressClass: from === undefined ? 'this computer' : addressClass(from.address) },
        ...(account === undefined ? {} : { accountId: account.accountId, subjectId: account.subjectId, ...own }),
        ...(sessionId === undefined ? {} : { sessionId }),
      },
    ]);
  }
}
