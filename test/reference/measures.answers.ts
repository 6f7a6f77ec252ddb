import { type ImportedPlatform, type Page, allPages } from './imported.platform.ts';

/** A measure as GraphQL tells it. */
export interface ToldMeasure {
  readonly participantId: string;
  readonly occasion: string;
  readonly status: 'DUE' | 'RECORDED' | 'MISSED';
  readonly reportedTotal: number | null;
  readonly missedReason: string | null;
}

/** Every measure of one instrument in a study. */
export function measuresOf(
  { ask, position }: ImportedPlatform,
  studyId: string,
  instrumentId: string,
): Promise<readonly ToldMeasure[]> {
  return allPages(async (after) => {
    const { measures } = await ask<{ measures: Page<ToldMeasure> }>(
      `query Measures($studyId: ID!, $instrumentId: ID!, $after: String, $position: Position!) {
        measures(studyId: $studyId, first: 500, after: $after, afterPosition: $position, filter: { instrumentIds: [$instrumentId] }) {
          nodes { participantId occasion status reportedTotal missedReason }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { studyId, instrumentId, after, position },
    );
    return measures;
  });
}

/** Participant → occasion → total; null where the measure was missed. */
export function totalsByPerson(
  measures: readonly ToldMeasure[],
): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  const people = new Map<string, Map<string, number | null>>();
  for (const { participantId, occasion, reportedTotal } of measures) {
    const totals = people.get(participantId) ?? new Map<string, number | null>();
    people.set(participantId, totals.set(occasion, reportedTotal));
  }
  return people;
}
