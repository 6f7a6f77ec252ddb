import { z } from 'zod';

/** What was done. `read`: private content was opened or identity shown. */
export const ACCESS_ACTS = [
  'read',
  'export',
  'sign-in',
  'sign-out',
  'second-factor',
  'password',
  'code',
  'api-key',
  'account',
  'permission',
  'unblinding',
] as const;
export type AccessAct = (typeof ACCESS_ACTS)[number];

const word = z.string().min(1).max(200);

/** One line of the access log: pseudonymous ids, no content, no names. */
export const accessEntry = z.strictObject({
  /** ISO 8601, UTC, milliseconds. */
  at: z.iso.datetime({ precision: 3 }),
  act: z.enum(ACCESS_ACTS),
  outcome: z.enum(['done', 'refused', 'failed']),
  /** Who: account and pseudonymous id. Neither where nobody could be told from what was shown. */
  accountId: word.optional(),
  subjectId: word.optional(),
  /** The role they did it in. */
  role: word.optional(),
  keyId: word.optional(),
  sessionId: word.optional(),
  /** Whom or what it concerns. */
  studyId: word.optional(),
  siteId: word.optional(),
  participantId: word.optional(),
  /** The GraphQL operation or the route. */
  operation: word.optional(),
  /** Kinds of data opened, each with the ids of the events they came with. */
  opened: z.record(word, z.array(word)).optional(),
  /** What exactly, such as `wrong password` or the permission that was missing. */
  detail: word.optional(),
  /** Why, in the caller's words. */
  purpose: z.string().min(1).max(500).optional(),
  /** Of the log: what the answer knew of. */
  logIndex: z.int().min(0).optional(),
  addressClass: z.enum(['this computer', 'private network', 'internet', 'unknown']),
  correlationId: word.optional(),
});
export type AccessEntry = z.infer<typeof accessEntry>;
