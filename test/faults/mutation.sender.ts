import { z } from 'zod';
import { type Receipt, receipt } from './receipts.ts';

/** One GraphQL mutation, under the id that makes it safe to send again. */
export interface Mutation {
  readonly commandId: string;
  /** Of the field, such as `recordAttempt`. */
  readonly name: string;
  readonly input: object;
}

export type Answer =
  | { readonly kind: 'acknowledged'; readonly receipt: Receipt }
  /** A refusal that sending again does not change. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody answered, or the answer says to send it again; `code` of such an answer. */
  | { readonly kind: 'unacknowledged'; readonly code?: string };

const answer = z.object({
  data: z.record(z.string(), receipt.nullable()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

/** What passes: the same command may be sent again. */
export const PASSING_CODES: readonly string[] = ['STORE_UNAVAILABLE', 'APPEND_OUTCOME_UNKNOWN', 'TOO_MUCH_CONTENTION'];

/** Sends one mutation over HTTP, as any client would. */
export async function send(address: string, { commandId, name, input }: Mutation): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation C($meta: CommandMetaInput!, $input: ${type}!) { ${name}(meta: $meta, input: $input) { commandId stream eventIds } }`;
  let body: unknown;
  try {
    const response = await fetch(`${address}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer demo-everything' },
      body: JSON.stringify({ query, variables: { meta: { commandId }, input } }),
      signal: AbortSignal.timeout(120_000),
    });
    body = await response.json();
  } catch {
    return { kind: 'unacknowledged' };
  }
  const { data, errors } = answer.parse(body);
  const code = errors?.[0]?.extensions.code;
  if (code !== undefined) {
    return PASSING_CODES.includes(code) ? { kind: 'unacknowledged', code } : { kind: 'refused', code };
  }
  const acknowledged = data?.[name];
  if (acknowledged === undefined || acknowledged === null) throw new Error(`no receipt and no error for ${name}`);
  return { kind: 'acknowledged', receipt: acknowledged };
}

/** Sends one, again while the answer says so. @throws when it is refused, or never answered */
export async function sendUntilDone(address: string, mutation: Mutation): Promise<Receipt> {
  let last: Answer | undefined;
  for (let tries = 0; tries < 100; tries += 1) {
    last = await send(address, mutation);
    if (last.kind === 'acknowledged') return last.receipt;
    if (last.kind === 'refused') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${mutation.name} was not carried out: ${JSON.stringify(last)}`);
}

/** Does something for every item, so many at a time. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of queue) results[place] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
