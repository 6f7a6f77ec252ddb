import type { Document, VariablesOf } from './document.ts';
import { CallFailed, failureOf, readAnswer } from './call.failure.ts';

/** How long an answer is waited for; a phone between two cells should not wait for ever. */
const PATIENCE = 30_000;

/**
 * Asks the server, or tells it something.
 * @param document from a `.generated.ts` beside the screen
 * @returns the data; never with errors beside them
 * @throws CallFailed telling what kind of failure it was, and what to say
 */
export async function call<Result, Variables>(
  document: Document<Result, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Result> {
  const response = await send(document.id, document.name, variables ?? {});
  const answer = await readAnswer(response);
  if (answer.data == null || answer.errors !== undefined) throw failureOf(answer.errors, response);
  // The server has checked the document that these types were made from.
  return answer.data as Result;
}

async function send(documentId: string, operationName: string, variables: object): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ documentId, operationName, variables }),
      signal: AbortSignal.timeout(PATIENCE),
      redirect: 'error',
      credentials: 'same-origin',
    });
  } catch (cause) {
    throw new CallFailed('unreachable', 'OFFLINE', 'The server could not be reached.', { cause });
  }
}
