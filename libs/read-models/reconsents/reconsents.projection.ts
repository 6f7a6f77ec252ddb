import { type Fact, firstDay, isReconsent, lastDay } from '#domain';
import type { Derivation } from '../kernel/projection.ts';
import { ReconsentRow } from './reconsent.row.ts';

/** One row for everybody of whom it is planned that they consent anew, also before they are enrolled. */
export const reconsents: Derivation = {
  kind: 'derivation',
  name: 'reconsents',
  version: 1,
  entity: ReconsentRow,
  owner: 'participantId',
  daily: false,
  types: ['ParticipantScreened', 'ParticipantEnrolled', 'ReconsentPlanned', 'ConsentGiven'],
  derive: ({ participantId, facts }) => {
    const entered = facts.findLast(({ type }) => type === 'ParticipantScreened' || type === 'ParticipantEnrolled');
    const planned = facts.findLast((fact) => fact.type === 'ReconsentPlanned');
    return entered === undefined || planned === undefined ? [] : [rowOf(participantId, planned, facts)];
  },
};

function rowOf(participantId: string, planned: Fact<'ReconsentPlanned'>, facts: readonly Fact[]): ReconsentRow {
  const { because, due } = planned.data;
  const after = facts.slice(facts.indexOf(planned) + 1);
  const given = after.find(
    (fact) => fact.type === 'ConsentGiven' && isReconsent(planned.data, fact.data, fact.metadata.localDate),
  );
  const entered = facts.findLast((fact) => fact.type === 'ParticipantEnrolled' || fact.type === 'ParticipantScreened');
  const { studyId = '', siteId } = entered?.metadata ?? {};
  const days = { firstDay: firstDay(due), lastDay: lastDay(due), lapsesAfter: lastDay(due) };
  const givenOn = given?.metadata.localDate ?? null;
  return { participantId, studyId, siteId: siteId ?? null, because, due, ...days, givenOn };
}
