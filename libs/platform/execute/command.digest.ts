import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataKey, ParticipantKeys } from '../sealing/participant.keys.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CallerContext } from './execute.command.ts';
import type { Json } from './command.input.ts';

/** What makes two commands the same: sent again they may differ in when they were sent, and by what way. */
export interface DigestedContent {
  readonly category: string;
  readonly input: Json;
  readonly context: CallerContext;
}

const BY_PARTICIPANT = 'p.';

/**
 * HMAC-SHA-256 over a command's content, keyed by the participant's key, so that after its destruction nobody can test
 * guesses about what was erased; for commands that belong to no participant by the master key.
 */
export function digestOf(content: DigestedContent, key: DataKey | undefined, keys: ParticipantKeys): string {
  if (key !== undefined) return `${BY_PARTICIPANT}${hmac(key.digest, content)}`;
  return `${schemeOf(keys)}${hmac(keys.digestKey, content)}`;
}

/**
 * Whether a command is the one that left this digest.
 * @returns undefined when that can no longer be told, because the key is destroyed or another master key is in use
 */
export function sameCommand(
  digest: string,
  content: DigestedContent,
  key: DataKey | undefined,
  keys: ParticipantKeys,
): boolean | undefined {
  if (digest.startsWith(BY_PARTICIPANT)) {
    return key === undefined ? undefined : equal(digest, digestOf(content, key, keys));
  }
  if (!digest.startsWith(schemeOf(keys))) return undefined;
  return equal(digest, digestOf(content, undefined, keys));
}

function schemeOf({ masterKeyId }: ParticipantKeys): string {
  return `m.${masterKeyId}.`;
}

function hmac(key: Buffer, { category, input, context }: DigestedContent): string {
  const { commandId, actor, occurredAt, occurredPrecision } = context;
  const content = { category, command: input, commandId, actor: actor.id, occurredAt, occurredPrecision };
  return createHmac('sha256', key).update(canonicalJson(content)).digest('base64url');
}

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
