import type { Fact } from '#domain';
import type { AllocationRow } from './allocation.row.ts';

/** Somebody who could have known a participant’s arm, by what right, and when. */
export interface ArmKnowledge {
  readonly actorId: string;
  readonly basis: 'role' | 'cover' | 'supervision' | 'unblinding' | 'read';
  /** The role, the clinician covered or supervised, the reason for the unblinding, or the role it was read in. */
  readonly detail: string;
  /** Never before the allocation itself. */
  readonly from: string;
  /** Null while it lasts; what one was told, one does not forget. */
  readonly to: string | null;
}

/** From a moment, and up to one: ISO 8601, UTC. Null while it lasts. */
interface Period {
  readonly from: string;
  readonly to: string | null;
}

/** How a post lets its holder know arms, and when. */
interface Way extends Period {
  readonly basis: 'role' | 'cover' | 'supervision';
  readonly detail: string;
}

const ALWAYS: Period = { from: '', to: null };

/** Who could have known a participant’s arm by a post they held. @param roles those that may read arms */
export function knownByPost(
  facts: readonly Fact[],
  { siteId, allocatedAt }: Pick<AllocationRow, 'siteId' | 'allocatedAt'>,
  roles: readonly string[],
): readonly ArmKnowledge[] {
  return facts.flatMap((fact, at) => {
    if (fact.type !== 'StaffAppointed' || !roles.includes(fact.data.role)) return [];
    const { data: post } = fact;
    if (post.siteId !== undefined && post.siteId !== siteId) return [];
    const removed = facts.slice(at).find((other) => other.type === 'StaffRemoved' && isOf(other, fact));
    const held = { ...days(post), to: earliest(days(post).to, removed?.metadata.occurredAt ?? null) };
    return waysOf(post, facts).flatMap(({ basis, detail, ...way }) => {
      const known = both(held, way).flatMap((period) => both(period, { from: allocatedAt, to: null }));
      return known.map((period) => ({ actorId: post.staffId, basis, detail, ...period }));
    });
  });
}

function waysOf({ staffId, role }: Fact<'StaffAppointed'>['data'], facts: readonly Fact[]): readonly Way[] {
  if (role === 'clinician') {
    const own = treatmentBy(staffId, facts).map((period) => ({ basis: 'role' as const, detail: role, ...period }));
    return [...own, ...coverBy(staffId, facts)];
  }
  if (role === 'supervisor') return supervisionBy(staffId, facts);
  return [{ basis: 'role', detail: role, ...ALWAYS }];
}

/** While a therapist treats the participant: until the next one does. */
function treatmentBy(therapistId: string, facts: readonly Fact[]): readonly Period[] {
  const treated = facts.filter((fact) => fact.type === 'TherapistAssigned');
  return treated.flatMap(({ data }, at) => {
    if (data.therapistId !== therapistId) return [];
    return [{ from: startOf(data.from), to: startOfNext(treated[at + 1]) }];
  });
}

function startOfNext(next: Fact<'TherapistAssigned'> | undefined): string | null {
  return next === undefined ? null : startOf(next.data.from);
}

function coverBy(clinicianId: string, facts: readonly Fact[]): readonly Way[] {
  return facts.flatMap((fact, at) => {
    if (fact.type !== 'CaseloadCovered' || fact.data.coveredBy !== clinicianId) return [];
    // Said again of the same two from the same day, it has another end: the last word counts.
    if (facts.slice(at + 1).some((later) => later.type === 'CaseloadCovered' && isSameCover(later, fact))) return [];
    const { staffId } = fact.data;
    const periods = treatmentBy(staffId, facts).flatMap((treatment) => both(treatment, days(fact.data)));
    return periods.map((period) => ({ basis: 'cover' as const, detail: staffId, ...period }));
  });
}

function isSameCover({ data }: Fact<'CaseloadCovered'>, { data: other }: Fact<'CaseloadCovered'>): boolean {
  return data.staffId === other.staffId && data.coveredBy === other.coveredBy && data.from === other.from;
}

function supervisionBy(supervisorId: string, facts: readonly Fact[]): readonly Way[] {
  return facts.flatMap((fact, at) => {
    if (fact.type !== 'SupervisorNamed' || fact.data.supervisorId !== supervisorId) return [];
    const { staffId } = fact.data;
    const released = facts.slice(at).find((other) => {
      if (other.type !== 'SupervisorReleased') return false;
      return other.data.supervisorId === supervisorId && other.data.staffId === staffId;
    });
    const named = days(fact.data);
    const supervised = { ...named, to: earliest(named.to, released?.metadata.occurredAt ?? null) };
    const periods = [...treatmentBy(staffId, facts), ...coverBy(staffId, facts)];
    return periods.flatMap(({ from, to }) =>
      both({ from, to }, supervised).map((period) => ({ basis: 'supervision' as const, detail: staffId, ...period })),
    );
  });
}

function isOf({ data }: Fact<'StaffRemoved'>, { data: post }: Fact<'StaffAppointed'>): boolean {
  return data.staffId === post.staffId && data.role === post.role && data.siteId === post.siteId;
}

const startOf = (day: string): string => `${day}T00:00:00.000Z`;
const DAY = 86_400_000;

/** From the start of one day to the end of another. */
function days({ from, to }: { readonly from: string; readonly to?: string | undefined }): Period {
  const end = to === undefined ? null : new Date(Date.parse(startOf(to)) + DAY).toISOString();
  return { from: startOf(from), to: end };
}

/** When both last; never, for some. */
function both(one: Period, other: Period): readonly Period[] {
  const from = one.from > other.from ? one.from : other.from;
  const to = earliest(one.to, other.to);
  return to === null || from < to ? [{ from, to }] : [];
}

function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
