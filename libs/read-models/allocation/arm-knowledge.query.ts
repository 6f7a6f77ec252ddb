import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { streamFacts } from '../facts/fact.source.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AllocationRow } from './allocation.row.ts';
import { type ArmKnowledge, knownByPost } from './arm-knowledge.ts';
import { UnblindingRow } from './unblinding.row.ts';

/**
 * Who could have known a participant’s arm, and when: by a role that is not blind at the participant’s site; clinicians while
 * they treat the participant or cover for who does; supervisors while they supervise one of those; and by unblinding. Days are
 * whole ones in UTC. Who did read an arm is in the access log. Empty where there is no allocation.
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

const READ = [
  ...(['StaffAppointed', 'StaffRemoved', 'TherapistAssigned'] as const),
  ...(['CaseloadCovered', 'SupervisorNamed', 'SupervisorReleased'] as const),
];

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
      ...knownByPost([...facts.values()].flat(), allocation, roles),
      ...told.map((row) => byUnblinding(snapshot.table(UnblindingRow).hydrate(row))),
    ];
    return known.sort((one, other) => compare(one.from, other.from) || compare(one.actorId, other.actorId));
  }
}

const compare = (one: string, other: string) => Number(one > other) - Number(one < other);

function byUnblinding({ revealedTo, reason, unblindedAt }: UnblindingRow): ArmKnowledge {
  return { actorId: revealedTo, basis: 'unblinding', detail: reason, from: unblindedAt, to: null };
}
