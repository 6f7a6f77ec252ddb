import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { fieldProblems, freeText, id, instant } from '#domain';
import type { CallerContext } from '#platform';
import { actingAs, type Principal } from '../access/principal.ts';
import type { Right } from '../access/right.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

/** What an upload says in its address and headers: the body is the file and nothing else. */
const request = z.strictObject({
  assignmentId: id,
  attachmentId: id,
  attemptId: id.optional(),
  description: freeText.optional(),
  /** A page of another site cannot send this header without asking first. */
  commandId: z.uuid(),
  occurredAt: instant.optional(),
});
export type AttachmentRequest = z.infer<typeof request>;

/** @throws BadInput naming every part that does not fit */
export function readRequest(
  path: { readonly assignmentId: string; readonly attachmentId: string },
  query: Readonly<Record<string, unknown>>,
  { headers }: IncomingMessage,
): AttachmentRequest {
  const { attemptId, description, occurredAt } = query;
  const parsed = request.safeParse({
    ...path,
    ...{ attemptId, description, occurredAt },
    commandId: headers['x-command-id'],
  });
  if (parsed.success) return parsed.data;
  throw new BadInput(fieldProblems(parsed.error));
}

/** Who attaches, and when. @param right the one that lets them */
export function contextOf(
  { commandId, occurredAt }: AttachmentRequest,
  sender: Principal,
  right: Right | undefined,
): CallerContext {
  const actor = actingAs(sender, right);
  return { commandId, actor, source: 'web', ...(occurredAt === undefined ? {} : { occurredAt }) };
}
