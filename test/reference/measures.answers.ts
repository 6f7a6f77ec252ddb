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

interface BaselineEvent {
  readonly participantIds: readonly string[];
  readonly data: { readonly characteristics: Readonly<Record<string, unknown>> };
}

/** Participant → a baseline characteristic, from the history of the study. */
export async function characteristicOf(
  { ask, position }: ImportedPlatform,
  studyId: string,
  name: string,
): Promise<ReadonlyMap<string, unknown>> {
  const events = await allPages(async (after) => {
    const { history } = await ask<{ history: Page<BaselineEvent> }>(
      `query Baselines($studyId: ID!, $after: String, $position: Position!) {
        history(of: { studyId: $studyId }, first: 500, after: $after, afterPosition: $position, filter: { types: [BaselineRecorded] }) {
          nodes { participantIds data }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { studyId, after, position },
    );
    return history;
  });
  return new Map(events.map(({ participantIds: [who = ''], data }) => [who, data.characteristics[name]]));
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
