import { type AdherenceFacts, compare, type Comparison, evaluate, type Verdict } from '#adherence';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ParticipantRow } from '../participants/participant.row.ts';
import { refuseTooManyPeople } from '../participants/participants.bound.ts';
import { equals } from '../snapshot/condition.ts';
import { readPage } from '../snapshot/list.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { DefinitionChoice } from './adherence-evaluation.query.ts';
import { AdherenceRow } from './adherence.row.ts';
import { adherenceFactsOf, definitionFrom } from './definition.source.ts';

/** How many people came out as one thing under one definition and as another under the other. */
export interface VerdictPair {
  readonly a: Verdict | null;
  readonly b: Verdict | null;
  readonly people: number;
}

/** Two definitions over everybody in a study, or at one of its sites. */
export interface StudyComparison {
  readonly participants: number;
  /** The cross table; pairs that nobody has are left out. */
  readonly pairs: readonly VerdictPair[];
  /** People whose verdicts differ, by id; at most as many as asked for. */
  readonly differing: readonly Comparison[];
}

/** Why people have no value, and how many. */
export interface UnmeasuredPeople {
  /** Nothing was there to be measured, such as no obligation that fell due. */
  readonly nothingToMeasure: number;
  /** The definition could not be evaluated. */
  readonly notEvaluated: number;
}

/** Compares two definitions, as JSON, over all participants of a study, or of one of its sites. @throws InvalidRead, TooManyRows */
export class CompareAdherence extends Query<StudyComparison> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly definitions: { readonly a: unknown; readonly b: unknown },
    /** Of the people who differ, how many to tell of. */
    readonly most: number,
    /** People of one site; of all where there is none. */
    readonly siteId: string | null = null,
  ) {
    super();
  }
}

/** Who could not be measured. A published definition is named with its version. @throws InvalidRead, TooManyRows */
export class CountUnmeasured extends Query<UnmeasuredPeople> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly choice: DefinitionChoice,
  ) {
    super();
  }
}

@QueryHandler(CompareAdherence)
export class CompareAdherenceHandler implements IQueryHandler<CompareAdherence> {
  async execute({ snapshot, studyId, definitions, most, siteId }: CompareAdherence): Promise<StudyComparison> {
    const [a, b] = [definitionFrom(definitions.a), definitionFrom(definitions.b)];
    await refuseTooManyPeople(snapshot, studyId, siteId);
    const pairs = new Map<string, VerdictPair>();
    const differing: Comparison[] = [];
    let participants = 0;
    for await (const facts of everyone(snapshot, studyId, siteId)) {
      const comparison = compare(a, b, facts);
      const verdicts = { a: comparison.a.adherent, b: comparison.b.adherent };
      const key = `${verdicts.a}/${verdicts.b}`;
      pairs.set(key, { ...verdicts, people: (pairs.get(key)?.people ?? 0) + 1 });
      participants += 1;
      if (comparison.verdictsDiffer && differing.length < most) differing.push(comparison);
    }
    return { participants, pairs: [...pairs.values()], differing };
  }
}

@QueryHandler(CountUnmeasured)
export class CountUnmeasuredHandler implements IQueryHandler<CountUnmeasured> {
  async execute({ snapshot, studyId, choice }: CountUnmeasured): Promise<UnmeasuredPeople> {
    if ('definition' in choice) {
      const definition = definitionFrom(choice.definition);
      await refuseTooManyPeople(snapshot, studyId);
      let nothingToMeasure = 0;
      for await (const facts of everyone(snapshot, studyId)) {
        if (evaluate(definition, facts).value === null) nothingToMeasure += 1;
      }
      return { nothingToMeasure, notEvaluated: 0 };
    }
    const [counts] = await snapshot.sql<UnmeasuredPeople>(
      `SELECT count(*) FILTER (WHERE problem IS NULL)::int AS "nothingToMeasure",
         count(*) FILTER (WHERE problem IS NOT NULL)::int AS "notEvaluated"
       FROM ${snapshot.table(AdherenceRow).name}
       WHERE value IS NULL AND study_id = $1 AND definition_id = $2 AND definition_version = $3`,
      [studyId, choice.definitionId, choice.version ?? 0],
    );
    return counts ?? { nothingToMeasure: 0, notEvaluated: 0 };
  }
}

const CHUNK = 200;

/** The facts of every participant of a study, or of one of its sites, by id, a few hundred at a time. */
async function* everyone(
  snapshot: ReadSnapshot,
  studyId: string,
  siteId: string | null = null,
): AsyncGenerator<AdherenceFacts> {
  let after: string | undefined;
  do {
    const page = await readPage(
      snapshot,
      { entity: ParticipantRow, orders: ['participantId'], orderBy: { field: 'participantId', direction: 'asc' } },
      [...equals<ParticipantRow>('studyId', studyId), ...equals<ParticipantRow>('siteId', siteId ?? undefined)],
      { first: CHUNK, after },
    );
    yield* (
      await adherenceFactsOf(
        snapshot,
        page.edges.map(({ row }) => row.participantId),
      )
    ).values();
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
}
