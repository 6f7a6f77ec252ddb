import { adjusted, type AssignmentTerms, type Fact } from '#domain';

/** The terms of an assignment from a moment on. */
export interface AssignmentVersion {
  readonly version: number;
  readonly from: string;
  readonly terms: AssignmentTerms;
}

/** Every version of an assigned assignment, from its effective facts, in the order in which they were agreed. */
export function versionsOf(assigned: Fact<'HomeworkAssigned'>, facts: readonly Fact[]): readonly AssignmentVersion[] {
  let present: AssignmentVersion = { version: 1, from: assigned.metadata.occurredAt, terms: assigned.data.terms };
  const versions = [present];
  for (const fact of facts) {
    if (fact.type !== 'AssignmentAdjusted') continue;
    const { version } = fact.data;
    present = { version, from: fact.metadata.occurredAt, terms: adjusted(present.terms, fact.data) };
    versions.push(present);
  }
  return versions;
}
