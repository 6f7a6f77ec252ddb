import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Fact } from '#domain';
import { streamFacts } from '../facts/fact.source.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AllocationRow } from './allocation.row.ts';
import { UnblindingRow } from './unblinding.row.ts';

/** Somebody who could have known a participant’s arm, by what right, and when. */
export interface ArmKnowledge {
  readonly actorId: string;
  readonly basis: 'role' | 'unblinding';
  /** The role, or the reason for the unblinding. */
  readonly detail: string;
  /** Never before the allocation itself. */
  readonly from: string;
  /** Null while it lasts; what one was told, one does not forget. */
  readonly to: string | null;
}

/**
 * Who could have known a participant’s arm, and when: by a role that is not blind at the participant’s site, for therapists
 * while they treat the participant, and by unblinding. Empty where there is no allocation.
 */
export class WhoCouldHaveKnown extends Query<readonly ArmKnowledge[]> {
  /** @param roles those that may read arms */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantId: string,
    readonly roles: readonly string[],
  ) {
    super();
  }
}

const READ = ['StaffAppointed', 'StaffRemoved', 'TherapistAssigned'] as const;
/** Reads arms of the own caseload only. */
const BY_CASELOAD = 'clinician';

@QueryHandler(WhoCouldHaveKnown)
export class WhoCouldHaveKnownHandler implements IQueryHandler<WhoCouldHaveKnown> {
  async execute({ snapshot, participantId, roles }: WhoCouldHaveKnown): Promise<readonly ArmKnowledge[]> {
    const [raw] = await snapshot.sql<Record<string, unknown>>('SELECT * FROM allocations WHERE participant_id = $1', [
      participantId,
    ]);
    if (raw === undefined) return [];
    const allocation = snapshot.table(AllocationRow).hydrate(raw);
    const { sql } = snapshot.computing('staff');
    const streams = [`study-${allocation.studyId}`, `participant-${participantId}`];
    const facts = await streamFacts(sql, streams, READ, snapshot.position);
    const told = await snapshot.sql<Record<string, unknown>>('SELECT * FROM unblindings WHERE participant_id = $1', [
      participantId,
    ]);
    const known = [
      ...byRole([...facts.values()].flat(), allocation, roles),
      ...told.map((row) => byUnblinding(snapshot.table(UnblindingRow).hydrate(row))),
    ];
    return known.sort((one, other) => compare(one.from, other.from) || compare(one.actorId, other.actorId));
  }
}

const compare = (one: string, other: string) => Number(one > other) - Number(one < other);

function byUnblinding({ revealedTo, reason, unblindedAt }: UnblindingRow): ArmKnowledge {
  return { actorId: revealedTo, basis: 'unblinding', detail: reason, from: unblindedAt, to: null };
}

function byRole(facts: readonly Fact[], allocation: AllocationRow, roles: readonly string[]): readonly ArmKnowledge[] {
  const treated = facts.filter((fact) => fact.type === 'TherapistAssigned');
  return facts.flatMap((fact, at) => {
    if (fact.type !== 'StaffAppointed' || !roles.includes(fact.data.role)) return [];
    const { staffId, role, siteId, from } = fact.data;
    if (siteId !== undefined && siteId !== allocation.siteId) return [];
    const removed = facts.slice(at).find((other) => other.type === 'StaffRemoved' && isOf(other, fact));
    const post = { from: `${from}T00:00:00.000Z`, to: removed?.metadata.occurredAt ?? null };
    const periods = role === BY_CASELOAD ? treatmentBy(staffId, treated) : [{ from: '', to: null }];
    return periods.flatMap((period) => {
      const [since, until] = [latest(post.from, period.from, allocation.allocatedAt), earliest(post.to, period.to)];
      const knew = until === null || since <= until;
      return knew ? [{ actorId: staffId, basis: 'role' as const, detail: role, from: since, to: until }] : [];
    });
  });
}

function isOf({ data }: Fact<'StaffRemoved'>, { data: post }: Fact<'StaffAppointed'>): boolean {
  return data.staffId === post.staffId && data.role === post.role && data.siteId === post.siteId;
}

interface Period {
  readonly from: string;
  readonly to: string | null;
}

function treatmentBy(therapistId: string, treated: readonly Fact<'TherapistAssigned'>[]): readonly Period[] {
  return treated.flatMap(({ data }, at) => {
    if (data.therapistId !== therapistId) return [];
    const next = treated[at + 1];
    const to = next === undefined ? null : `${next.data.from}T00:00:00.000Z`;
    return [{ from: `${data.from}T00:00:00.000Z`, to }];
  });
}

function latest(...moments: readonly string[]): string {
  return moments.reduce((last, moment) => (moment > last ? moment : last));
}

function earliest(...moments: readonly (string | null)[]): string | null {
  return moments.reduce((first, moment) => (first === null || (moment !== null && moment < first) ? moment : first));
}
