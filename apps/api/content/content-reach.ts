import type DataLoader from 'dataloader';
import type { ReadSnapshot, ReadSubject } from '#read-models';
import type { Principal } from '../access/principal.ts';
import { type Right, UNBOUNDED } from '../access/right.ts';
import { loaderOf } from '../snapshots/loaders.ts';
import type { SealedContent } from './sealed-content.ts';

const NEARBY = `SELECT DISTINCT participant_id FROM fact_people WHERE participant_id = ANY($1::text[])`;
/** Consent to have the content of homework read for research, neither given by halves nor taken back, nor lapsed. */
const CONSENTED = `SELECT participant_id FROM participants WHERE participant_id = ANY($1::text[])
  AND 'homework-content' = ANY(consent_scopes) AND consent_withdrawn IS NULL
  AND participant_id NOT IN (SELECT r.participant_id FROM reconsents r
    WHERE r.participant_id = ANY($1::text[]) AND r.given_on IS NULL AND r.lapses_after < (now() AT TIME ZONE 'UTC')::date)`;

/** Whether a caller may read the words of a participant’s record, not only how many they are. */
export async function mayOpen(
  content: Omit<SealedContent, 'length'>,
  participantId: string,
  { rights, permissions }: Principal,
  snapshot: ReadSnapshot,
): Promise<boolean> {
  if (rights === UNBOUNDED) return true;
  const { kind, visibility } = content;
  if (kind === 'conduct') return within('conduct', participantId, snapshot);
  const private_ = rights.every(({ role }) => role === 'participant' || role === 'caregiver');
  if (kind === 'notes' && private_) return false;
  if (kind === 'work' && visibility === 'private' && !private_) return false;
  if (permissions.has('content:open')) {
    if (seesSingleRecordsOnly(rights)) return true;
    if (await within('content', participantId, snapshot)) return true;
  }
  return kind === 'work' && visibility === 'research' && (await hasConsented(participantId, permissions, snapshot));
}

/** What is seen only where it is in a sample, or shared, may be read where it is seen. */
function seesSingleRecordsOnly(rights: readonly Right[]): boolean {
  const seeing = rights.filter(({ permissions }) => WORK.some((permission) => permissions.has(permission)));
  return seeing.every(({ reach, permissions }) => reach.kind === 'records' && permissions.has('content:open'));
}

const WORK = ['assignment:read', 'attempt:read', 'session:read', 'rating:read'] as const;

async function hasConsented(
  participantId: string,
  permissions: Principal['permissions'],
  snapshot: ReadSnapshot,
): Promise<boolean> {
  // Consent is asked of the present: what a past moment knew of it may have been taken back.
  if (!permissions.has('content:consented') || snapshot.studyId !== null) return false;
  if (!(await within('consented', participantId, snapshot))) return false;
  const consents = loaderOf(snapshot, 'consent to content', async (at, ids) => found(at, CONSENTED, ids));
  return (await consents.load(participantId)) === true;
}

/** Whether a right to open what is of this kind extends to the participant. */
async function within(subject: ReadSubject, participantId: string, snapshot: ReadSnapshot): Promise<boolean> {
  const reached: DataLoader<string, true | undefined> = loaderOf(snapshot, `reach of ${subject}`, async (at, ids) =>
    found(at.computing(subject), NEARBY, ids),
  );
  return (await reached.load(participantId)) === true;
}

async function found(
  snapshot: Pick<ReadSnapshot, 'sql'>,
  statement: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, true>> {
  const rows = await snapshot.sql<{ participant_id: string }>(statement, [ids]);
  return new Map(rows.map(({ participant_id: id }) => [id, true]));
}
