import type { Fact } from '#domain';
import { recordIdOf } from '../kernel/fact.columns.ts';
import type { Derivation } from '../kernel/projection.ts';
import { CaseloadRow } from './caseload.row.ts';
import { LinkedPersonRow } from './linked-person.row.ts';
import { SharedWorkRow } from './shared-work.row.ts';

/** Who treated the person when; of two from one day, the later entry. */
export const caseloads: Derivation = {
  ...{ kind: 'derivation', name: 'caseloads', version: 1, entity: CaseloadRow, owner: 'participantId', daily: false },
  types: ['TherapistAssigned'],
  derive: ({ participantId, facts }): readonly CaseloadRow[] => {
    const assigned = facts.filter((fact) => fact.type === 'TherapistAssigned');
    const byDay = new Map(assigned.map((fact) => [fact.data.from, fact]));
    const days = [...byDay.keys()].sort();
    return days.flatMap((fromDate, at) => {
      const fact = byDay.get(fromDate);
      if (fact === undefined) return [];
      const studyId = fact.metadata.studyId ?? null;
      return [
        { participantId, therapistId: fact.data.therapistId, fromDate, untilDate: days[at + 1] ?? null, studyId },
      ];
    });
  },
};

/** Everyone linked to the person. */
export const linkedPeople: Derivation = {
  ...{ kind: 'derivation', name: 'linked_people', version: 1, entity: LinkedPersonRow, owner: 'participantId' },
  daily: false,
  types: ['PersonLinked'],
  derive: ({ participantId, facts }): readonly LinkedPersonRow[] => {
    const links = facts.filter((fact) => fact.type === 'PersonLinked');
    const last = new Map(links.map((fact) => [fact.data.personId, fact]));
    return [...last.values()].map(({ data: { personId, relation }, metadata }) => ({
      ...{ participantId, personId, relation, studyId: metadata.studyId ?? null },
    }));
  },
};

/** What the person shares with whom, by the last word about each piece of work. */
export const sharedWork: Derivation = {
  ...{ kind: 'derivation', name: 'shared_work', version: 1, entity: SharedWorkRow, owner: 'participantId' },
  daily: false,
  types: ['SharingChanged'],
  derive: ({ participantId, facts }): readonly SharedWorkRow[] => {
    const said = facts.filter((fact) => fact.type === 'SharingChanged');
    const last = new Map<string, Fact<'SharingChanged'>>(
      said.map((fact) => [`${fact.stream}/${fact.data.attemptId ?? ''}`, fact]),
    );
    return [...last.values()].flatMap(({ stream, data, metadata }) =>
      [...new Set(data.sharedWith)].map((personId) => ({
        ...{ participantId, personId, assignmentId: recordIdOf(stream), attemptId: data.attemptId ?? '' },
        studyId: metadata.studyId ?? null,
      })),
    );
  },
};
