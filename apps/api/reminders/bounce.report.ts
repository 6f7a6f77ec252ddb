import { z } from 'zod';

/** What a mail server tells of a message that it took before. */
export interface BounceReport {
  /** Messages that may be meant: a report holds ids of its own too. */
  readonly reminderIds: readonly string[];
  /** Whether it never arrives; a delay is none. */
  readonly final: boolean;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const said = z.strictObject({
  messageId: z
    .string()
    .max(400)
    .regex(new RegExp(`^<?${UUID}(@[^<>\\s]{1,255})?>?$`), 'must be the Message-ID of a message of this server'),
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/, 'must be an enhanced status code such as 5.1.1')
    .optional(),
});

/** Reads what an adapter of one’s own says, as JSON. @returns the problem where it says something else */
export function readBounceJson(input: unknown): BounceReport | { readonly field: string; readonly problem: string } {
  const parsed = said.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { field: issue?.path.join('.') ?? '', problem: issue?.message ?? 'is not a report' };
  }
  const { messageId, status = '5.0.0' } = parsed.data;
  return { reminderIds: idsIn(messageId), final: status.startsWith('5') };
}

const FIELDS =
  /^(?:Message-ID|Original-Message-ID|In-Reply-To|References|Original-Envelope-Id):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim;
const MOST_IDS = 10;

/**
 * Reads a delivery status notification (RFC 3464) as a mail server wrote it: per-recipient `Action` and `Status`, and the
 * headers of the message that came back. @returns nothing for a mail that is no such report
 */
export function readDeliveryReport(mail: string): BounceReport | undefined {
  const actions = [...mail.matchAll(/^Action:[ \t]*(failed|delayed|delivered|relayed|expanded)\b/gim)];
  const statuses = [...mail.matchAll(/^Status:[ \t]*([245])\.\d{1,3}\.\d{1,3}/gim)];
  if (actions.length === 0 && statuses.length === 0) return undefined;
  const failed = actions.some(([, action]) => action?.toLowerCase() === 'failed');
  const refused = actions.length === 0 && statuses.some(([, kind]) => kind === '5');
  const named = [...mail.matchAll(FIELDS)].flatMap(([field]) => idsIn(field));
  return { reminderIds: [...new Set(named)].slice(0, MOST_IDS), final: failed || refused };
}

function idsIn(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(new RegExp(`(?<![0-9a-f-])${UUID}(?![0-9a-f-])`, 'g'))].map(([id]) => id);
}
