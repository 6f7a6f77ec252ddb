import type { Change, Reach, Scope } from '#read-models';

/** Records from which rights may follow: whoever has anything to do with the study is asked about anew. */
const MAY_GRANT: readonly string[] = ['study', 'participant', 'therapist'];

/**
 * Whether a change could be within a scope: never no where it is. Spares asking the tables for every open page at every
 * event; what a page is told is decided by the tables alone.
 */
export function mayConcern(scope: Scope, { kind, studyId, participantIds }: Change): boolean {
  if (scope.kind === 'everything') return true;
  return scope.rights.some(({ reach }) => {
    if (reach.kind === 'server' || studyId === null) return true;
    if (reach.studyId !== studyId) return false;
    return MAY_GRANT.includes(kind) || reachesSomeOf(reach, participantIds);
  });
}

function reachesSomeOf(reach: Exclude<Reach, { kind: 'server' }>, people: readonly string[]): boolean {
  switch (reach.kind) {
    case 'people':
      return people.length === 0 || people.some((id) => reach.participantIds.includes(id));
    case 'study':
    case 'site':
    case 'records':
      return true;
  }
}
