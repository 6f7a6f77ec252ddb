import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TOKEN = /^([0-9a-f]{32})([0-9a-f]{32})$/;

/** The links in messages: each names its message, and nobody can make one who has not the secret. */
export class ReminderLinks {
  /**
   * @param base where browsers reach this server, without a slash at the end
   * @param secret 32 bytes of this installation’s, for nothing else
   */
  constructor(
    private readonly base: string,
    private readonly secret: Buffer,
  ) {}

  linkFor(reminderId: string): string {
    if (!UUID.test(reminderId)) throw new RangeError('a reminder is named by a UUID');
    return `${this.base}/r/${reminderId.replaceAll('-', '')}${this.#proofOf(reminderId).toString('hex')}`;
  }

  /** @returns the message whose link it is; nothing for what nobody here made */
  reminderOf(token: string): string | undefined {
    const [, bare, proof] = TOKEN.exec(token) ?? [];
    if (bare === undefined || proof === undefined) return undefined;
    const reminderId = bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return timingSafeEqual(Buffer.from(proof, 'hex'), this.#proofOf(reminderId)) ? reminderId : undefined;
  }

  #proofOf(reminderId: string): Buffer {
    return createHmac('sha256', this.secret).update(reminderId).digest().subarray(0, 16);
  }
}
