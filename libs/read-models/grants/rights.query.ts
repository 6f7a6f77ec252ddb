import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { StaffRole } from './staff-post.row.ts';

/** A role that is held now. */
export interface HeldPost {
  readonly studyId: string;
  readonly role: StaffRole;
  /** None: in the whole study. */
  readonly siteId: string | null;
  /** The protocol in force blinds who holds this role to the arms, though the role would know them elsewhere. */
  readonly blind: boolean;
}

/** People or work of one study that a right extends to. */
export interface InStudy {
  readonly studyId: string;
  readonly ids: readonly string[];
}

/** What a member of staff holds now, by the days of each study's calendar. */
export interface StaffGrants {
  readonly posts: readonly HeldPost[];
  /** Participants they treat, or look after meanwhile. */
  readonly caseloads: readonly InStudy[];
  /** Participants treated by those they supervise, or looked after by them meanwhile. */
  readonly supervised: readonly InStudy[];
  readonly samples: readonly {
    readonly studyId: string;
    readonly sessions: readonly string[];
    readonly assignments: readonly string[];
  }[];
}

/** The rights of a member of staff. Ask it of a snapshot of everything: a right is not found within rights. */
export class GrantsOfStaff extends Query<StaffGrants> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly staffId: string,
    readonly now: Date,
  ) {
    super();
  }
}

/** What is shared with a linked person. */
export interface CaregiverGrant {
  readonly studyId: string;
  readonly participantId: string;
  readonly assignments: readonly string[];
  /** `assignment/attempt` */
  readonly attempts: readonly string[];
}

export class GrantsOfCaregiver extends Query<readonly CaregiverGrant[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly personId: string,
  ) {
    super();
  }
}

/** The studies in which a person is, or was, a participant. */
export class StudiesOfParticipant extends Query<readonly string[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantId: string,
  ) {
    super();
  }
}

const TODAY = `($2::timestamptz AT TIME ZONE s.time_zone)::date`;
const HELD = `p.removed_at IS NULL AND p.from_date <= ${TODAY} AND coalesce(p.to_date, 'infinity') >= ${TODAY}`;

/** Those who treat, and who supervise them (CONSORT 2025, item 20a: care providers). */
const BLIND = `p.role IN ('clinician', 'supervisor') AND coalesce((SELECT a.protocol::jsonb #> '{design,blinded}' ? 'therapist'
  FROM protocol_amendments a WHERE a.study_id = p.study_id AND a.protocol IS NOT NULL ORDER BY a.version DESC LIMIT 1), false)`;

const POSTS = `SELECT p.study_id AS "studyId", p.role, nullif(p.site_id, '') AS "siteId", ${BLIND} AS blind
  FROM staff_posts p JOIN studies s USING (study_id) WHERE p.staff_id = $1 AND ${HELD} ORDER BY 1, 2, 3`;

const SAMPLES = `SELECT study_id AS "studyId", sessions, assignments FROM rating_samples WHERE rater_id = $1 ORDER BY 1`;

/** Those a clinician treats today, and those of the clinicians they cover today. `who` yields (study_id, staff_id). */
function caseloadOf(who: string): string {
  return `SELECT w.study_id AS "studyId", array_agg(DISTINCT c.participant_id ORDER BY c.participant_id) AS ids
    FROM (${who}) w JOIN studies s ON s.study_id = w.study_id
    JOIN caseloads c ON c.study_id = w.study_id AND c.from_date <= ${TODAY}
      AND coalesce(c.until_date, 'infinity') > ${TODAY}
      AND (c.therapist_id = w.staff_id OR c.therapist_id IN (SELECT v.staff_id FROM caseload_covers v
        WHERE v.study_id = w.study_id AND v.covered_by = w.staff_id AND ${TODAY} BETWEEN v.from_date AND v.to_date))
    GROUP BY 1 ORDER BY 1`;
}

const OWN = caseloadOf(`SELECT study_id, $1::text AS staff_id FROM studies`);
const SUPERVISED = caseloadOf(`SELECT p.study_id, p.staff_id FROM supervisions p JOIN studies s USING (study_id)
  WHERE p.supervisor_id = $1 AND p.released_at IS NULL AND p.from_date <= ${TODAY}
    AND coalesce(p.to_date, 'infinity') >= ${TODAY}`);

@QueryHandler(GrantsOfStaff)
export class GrantsOfStaffHandler implements IQueryHandler<GrantsOfStaff> {
  async execute({ snapshot, staffId, now }: GrantsOfStaff): Promise<StaffGrants> {
    const posts = await snapshot.sql<HeldPost>(POSTS, [staffId, now.toISOString()]);
    const asked = (role: StaffRole): boolean => posts.some((post) => post.role === role);
    const when = [staffId, now.toISOString()];
    return {
      posts,
      caseloads: asked('clinician') ? await snapshot.sql<InStudy>(OWN, when) : [],
      supervised: asked('supervisor') ? await snapshot.sql<InStudy>(SUPERVISED, when) : [],
      samples: asked('fidelity-rater') ? await snapshot.sql<StaffGrants['samples'][number]>(SAMPLES, [staffId]) : [],
    };
  }
}

@QueryHandler(GrantsOfCaregiver)
export class GrantsOfCaregiverHandler implements IQueryHandler<GrantsOfCaregiver> {
  async execute({ snapshot, personId }: GrantsOfCaregiver): Promise<readonly CaregiverGrant[]> {
    return snapshot.sql<CaregiverGrant>(
      `SELECT l.study_id AS "studyId", l.participant_id AS "participantId",
         coalesce(array_agg(w.assignment_id) FILTER (WHERE w.attempt_id = ''), '{}') AS assignments,
         coalesce(array_agg(w.assignment_id || '/' || w.attempt_id) FILTER (WHERE w.attempt_id <> ''), '{}') AS attempts
       FROM linked_people l LEFT JOIN shared_work w USING (participant_id, person_id)
       WHERE l.person_id = $1 AND l.study_id IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
      [personId],
    );
  }
}

@QueryHandler(StudiesOfParticipant)
export class StudiesOfParticipantHandler implements IQueryHandler<StudiesOfParticipant> {
  async execute({ snapshot, participantId }: StudiesOfParticipant): Promise<readonly string[]> {
    const rows = await snapshot.sql<{ study_id: string }>(
      'SELECT DISTINCT study_id FROM flow WHERE participant_id = $1 ORDER BY 1',
      [participantId],
    );
    return rows.map(({ study_id: studyId }) => studyId);
  }
}
