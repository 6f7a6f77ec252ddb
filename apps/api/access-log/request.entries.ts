import type { Request } from 'express';
import { type AccessEntry, addressClass, type Identity } from '#platform';
import type { Caller } from '../access/caller.ts';
import type { Principal } from '../access/principal.ts';
import type { TakenNotes } from './access-notes.ts';
import { purposeOf } from './access-purpose.ts';
import type { ParticipantStudies } from './participant-studies.ts';

/** A request, as far as the access log tells of it. */
export interface RequestOnRecord {
  readonly caller: Caller;
  readonly principal: Principal | undefined;
  readonly req: Request;
  readonly correlationId: string | undefined;
  /** Fields asked for, or the route. */
  readonly operation: string;
  /** What the answer knew of. */
  readonly logIndex: number | undefined;
}

/** Makes an entry of something that a request did. */
export type EntryOf = (act: AccessEntry['act'], outcome: AccessEntry['outcome']) => AccessEntry;

/** What every entry of a request says. */
export function entryOf(
  { clock }: Pick<Identity, 'clock'>,
  { caller, principal, req, correlationId, operation, logIndex }: RequestOnRecord,
): EntryOf {
  const { accountId, subjectId, kind, key, sessionId } = caller;
  const purpose = purposeIn(req);
  return (act, outcome) => ({
    ...{ at: clock().toISOString(), act, outcome, accountId, subjectId },
    ...{ role: principal?.actor.role ?? kind, addressClass: addressClass(req.ip) },
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(key === undefined ? {} : { keyId: key.id }),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(operation === '' ? {} : { operation: operation.slice(0, 200) }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(logIndex === undefined ? {} : { logIndex }),
  });
}

/** Entries of everything that a request opened, handed out or was refused. */
export async function entriesOf(
  { opened, refused, exported }: TakenNotes,
  entry: EntryOf,
  studies: ParticipantStudies,
): Promise<readonly AccessEntry[]> {
  const entries: AccessEntry[] = [];
  for (const { participantId, kinds } of opened) {
    const studyId = await studies.of(participantId);
    const told = Object.fromEntries([...kinds].map(([kind, sources]) => [kind, [...sources]]));
    entries.push({
      ...entry('read', 'done'),
      participantId,
      opened: told,
      ...(studyId === undefined ? {} : { studyId }),
    });
  }
  for (const what of exported) entries.push({ ...entry('export', 'done'), ...what });
  for (const detail of refused) entries.push({ ...entry('read', 'refused'), detail });
  return entries;
}

/** Of a request that was refused for its purpose there is none to keep. */
function purposeIn(req: Request): string | undefined {
  try {
    return purposeOf(req);
  } catch {
    return undefined;
  }
}
