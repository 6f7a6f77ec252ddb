import { createHmac } from 'node:crypto';
import { DRY_RUN_CODE, storedNames } from '#domain';
import { type Hmac, personShift, pseudonyms } from '#deidentification';
import { ArmRow, type ReadSnapshot } from '#read-models';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import { storedRows } from '../tables/stored.rows.ts';
import type { DatasetSources } from './dataset.sources.ts';
import { ExportRefused } from './export.refused.ts';

/** Somebody whose rows leave. */
export interface ReleasePerson {
  readonly participantId: string;
  /** Random, and of this person alone: the event of their enrolment. */
  readonly internalId: string;
  readonly pseudonym: string;
  /** Local date of day 0. */
  readonly origin: string;
  readonly site: string | null;
  readonly arm: string | null;
  readonly shiftDays: number;
}

export const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest();

interface StoredPerson {
  readonly participant_id: string;
  readonly site_id: string | null;
  readonly enrolled: string;
  readonly event_id: string | null;
}

/** Agreed to sharing, and did not ask to be forgotten; people made up for a rehearsal are in no data set. */
const CONSENTING = `(p.consent_scopes @> ARRAY['data-sharing'] AND p.consent_withdrawn IS NULL)`;
const NOT_ASKED_TO_ERASE = `p.consent_withdrawn IS DISTINCT FROM 'erasure-requested'`;

/**
 * Everybody whose rows leave, in the order of their pseudonyms.
 * @throws ExportRefused where nobody may be shared
 */
export async function releasePeople(
  snapshot: ReadSnapshot,
  specification: DatasetSpecification,
  sources: Pick<DatasetSources, 'releaseKey' | 'openArms'>,
): Promise<readonly ReleasePerson[]> {
  const { studyId, consent, releaseKeyId, time } = specification;
  const stored = await snapshot.sql<StoredPerson>(
    `SELECT p.participant_id, p.site_id, p.enrolled_date::text AS enrolled,
       (SELECT f.event_id FROM facts f WHERE f.stream = p.stream AND f.type = ANY($2) ORDER BY f.log_index LIMIT 1) AS event_id
     FROM participants p WHERE p.study_id = $1 AND p.code NOT LIKE '${DRY_RUN_CODE}%'
       AND ${consent === 'data-sharing' ? CONSENTING : NOT_ASKED_TO_ERASE}`,
    [studyId, storedNames('ParticipantEnrolled')],
  );
  if (stored.length === 0) throw nobody(consent);
  const key = await sources.releaseKey(studyId, releaseKeyId);
  const arms = await armsOf(snapshot, specification, stored, sources);
  const internalOf = (person: StoredPerson): string => person.event_id ?? person.participant_id;
  const names = pseudonyms(hmac, key, 'participant', stored.map(internalOf));
  const order = new Map([...names.keys()].map((id, index) => [id, index]));
  const people = stored.map((person): ReleasePerson => {
    const internalId = internalOf(person);
    return {
      participantId: person.participant_id,
      internalId,
      pseudonym: names.get(internalId) ?? '',
      origin: person.enrolled,
      site: person.site_id,
      arm: arms.get(person.participant_id) ?? null,
      shiftDays: time.mode === 'shift-and-truncate' ? personShift(hmac, key, internalId, time.maxShiftDays) : 0,
    };
  });
  return people.sort((one, other) => (order.get(one.internalId) ?? 0) - (order.get(other.internalId) ?? 0));
}

function nobody(consent: DatasetSpecification['consent']): ExportRefused {
  const why =
    consent === 'data-sharing'
      ? 'nobody’s consent on record covers data sharing at this index; where consents lie elsewhere, say consent: recorded-elsewhere'
      : 'the study has no participants at this index';
  return new ExportRefused('select', 'nobody', [why]);
}

/** None at all for a blinded recipient: what is not opened cannot leave. */
async function armsOf(
  snapshot: ReadSnapshot,
  { studyId, blinded }: DatasetSpecification,
  people: readonly StoredPerson[],
  { openArms }: Pick<DatasetSources, 'openArms'>,
): Promise<ReadonlyMap<string, string>> {
  if (blinded) return new Map();
  const participantIds = people.map((person) => person.participant_id);
  const rows = await storedRows({ snapshot, studyId, participantIds }, ArmRow);
  return openArms(rows);
}
