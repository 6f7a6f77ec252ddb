import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Fact } from '#domain';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** A signature of a record, and whether the record still reads as it was signed. */
export interface Signature {
  readonly eventId: string;
  readonly category: string;
  readonly recordId: string;
  /** Of the record’s last entry that was signed. */
  readonly revision: number;
  /** Events in the whole log when it was signed; null in signatures from before these were bound to it. */
  readonly logIndex: number | null;
  readonly meaning: Fact<'RecordSigned'>['data']['meaning'];
  readonly signedBy: string;
  readonly signedAt: Date;
  /** Entries of the record since, as far as the reader may see them. */
  readonly changes: number;
  /** When the first of them was recorded; null where the signature is up to date. */
  readonly changedAt: Date | null;
}

/** A record that nothing is added to. */
export interface FrozenRecord {
  readonly category: string;
  readonly recordId: string;
  readonly reason: string;
  readonly frozenBy: string;
  readonly frozenAt: Date;
}

/** Which records are meant. */
export interface RecordsWanted {
  readonly participantIds?: readonly string[] | undefined;
  readonly record?: { readonly category: string; readonly recordId: string } | undefined;
}

/** Signatures of a study, newest first, at most 1,000. */
export class SignaturesOfStudy extends Query<readonly Signature[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly wanted: RecordsWanted = {},
  ) {
    super();
  }
}

/** Records of a study that are frozen one by one, newest first, at most 1,000. */
export class FrozenRecordsOfStudy extends Query<readonly FrozenRecord[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly wanted: RecordsWanted = {},
  ) {
    super();
  }
}

const RECORD = `split_part(f.stream, '-', 1) AS category, substr(f.stream, position('-' in f.stream) + 1) AS "recordId"`;
/** What vouches for a record, freezes or releases it changes nothing in it. */
const MARKS = `'{RecordSigned,RecordFrozen,RecordReleased}'::text[]`;
const WANTED = `f.study_id = $1 AND ($2::text[] IS NULL OR f.participant_ids && $2::text[])
  AND ($3::text IS NULL OR f.stream = $3)`;

const SIGNATURES = `SELECT f.event_id AS "eventId", ${RECORD}, (f.data::json ->> 'revision')::int AS revision,
    (f.data::json ->> 'logIndex')::float8 AS "logIndex", f.data::json ->> 'meaning' AS meaning,
    f.metadata::json #>> '{actor,id}' AS "signedBy", f.recorded_at AS "signedAt", c.changes, c.first AS "changedAt"
  FROM facts f CROSS JOIN LATERAL (SELECT count(*)::int AS changes, min(l.recorded_at) AS first FROM facts l
    WHERE l.stream = f.stream AND l.revision > (f.data::json ->> 'revision')::int AND l.type <> ALL(${MARKS})) c
  WHERE f.type = 'RecordSigned' AND ${WANTED} ORDER BY f.position DESC LIMIT 1000`;

const FROZEN = `SELECT ${RECORD}, f.data::json ->> 'reason' AS reason, f.metadata::json #>> '{actor,id}' AS "frozenBy",
    f.recorded_at AS "frozenAt"
  FROM facts f WHERE f.type = 'RecordFrozen' AND ${WANTED} AND NOT EXISTS (SELECT FROM facts l
    WHERE l.stream = f.stream AND l.revision > f.revision AND l.type = 'RecordReleased')
  ORDER BY f.position DESC LIMIT 1000`;

function parametersOf(studyId: string, { participantIds, record }: RecordsWanted): readonly unknown[] {
  return [studyId, participantIds ?? null, record === undefined ? null : `${record.category}-${record.recordId}`];
}

@QueryHandler(SignaturesOfStudy)
export class SignaturesOfStudyHandler implements IQueryHandler<SignaturesOfStudy> {
  execute({ snapshot, studyId, wanted }: SignaturesOfStudy): Promise<readonly Signature[]> {
    return snapshot.sql<Signature>(SIGNATURES, parametersOf(studyId, wanted));
  }
}

@QueryHandler(FrozenRecordsOfStudy)
export class FrozenRecordsOfStudyHandler implements IQueryHandler<FrozenRecordsOfStudy> {
  execute({ snapshot, studyId, wanted }: FrozenRecordsOfStudy): Promise<readonly FrozenRecord[]> {
    return snapshot.sql<FrozenRecord>(FROZEN, parametersOf(studyId, wanted));
  }
}
