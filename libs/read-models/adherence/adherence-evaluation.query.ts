import { type AdherenceDefinition, evaluate, type Evaluation, explain, type Explanation } from '#adherence';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DefinitionRow } from '../definitions/definition.row.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import { readPage } from '../snapshot/list.ts';
import { refuseTooManyPeople } from '../participants/participants.bound.ts';
import { ParticipantRow } from '../participants/participant.row.ts';
import { equals } from '../snapshot/condition.ts';
import { adherenceFactsOf, definitionFrom } from './definition.source.ts';
import { AdherenceRow } from './adherence.row.ts';

/** A definition that the study has published, by id and version (the newest when left out), or one of your own as JSON. */
export type DefinitionChoice =
  { readonly definitionId: string; readonly version?: number | undefined } | { readonly definition: unknown };

/** How many people came out how. */
export interface AdherenceSummary {
  readonly definition: { readonly id: string; readonly version: number };
  readonly participants: number;
  readonly adherent: number;
  readonly nonAdherent: number;
  readonly unknown: number;
  /** People under a definition that gives a value only. */
  readonly notJudged: number;
}

/** Counts over all participants of a study. @throws InvalidRead, TooManyRows */
export class SummariseAdherence extends Query<AdherenceSummary> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly choice: DefinitionChoice,
  ) {
    super();
  }
}

/** Evaluates a definition over people on the fly, whether or not it was ever published. @throws InvalidRead */
export class EvaluateAdherence extends Query<ReadonlyMap<string, Evaluation>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly definition: unknown,
  ) {
    super();
  }
}

/** The facts and the arithmetic for one person; null where there is no such participant. @throws InvalidRead */
export class ExplainAdherence extends Query<Explanation | null> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantId: string,
    readonly choice: DefinitionChoice,
  ) {
    super();
  }
}

@QueryHandler(SummariseAdherence)
export class SummariseAdherenceHandler implements IQueryHandler<SummariseAdherence> {
  async execute({ snapshot, studyId, choice }: SummariseAdherence): Promise<AdherenceSummary> {
    if ('definition' in choice) return summariseOwn(snapshot, studyId, definitionFrom(choice.definition));
    const { definitionId, version } = await publishedDefinition(snapshot, studyId, choice);
    const table = snapshot.table(AdherenceRow);
    const rows = await snapshot.sql<{ adherent: string | null; people: number }>(
      `SELECT adherent, count(*)::int AS people FROM ${table.name}
       WHERE study_id = $1 AND definition_id = $2 AND definition_version = $3 GROUP BY 1`,
      [studyId, definitionId, version],
    );
    const count = (verdict: string | null): number => rows.find(({ adherent }) => adherent === verdict)?.people ?? 0;
    return summaryOf({ id: definitionId, version }, count);
  }
}

@QueryHandler(EvaluateAdherence)
export class EvaluateAdherenceHandler implements IQueryHandler<EvaluateAdherence> {
  async execute({ snapshot, participantIds, definition }: EvaluateAdherence): Promise<ReadonlyMap<string, Evaluation>> {
    const parsed = definitionFrom(definition);
    const facts = await adherenceFactsOf(snapshot, participantIds);
    return new Map([...facts].map(([participantId, own]) => [participantId, evaluate(parsed, own)]));
  }
}

@QueryHandler(ExplainAdherence)
export class ExplainAdherenceHandler implements IQueryHandler<ExplainAdherence> {
  async execute({ snapshot, participantId, choice }: ExplainAdherence): Promise<Explanation | null> {
    const facts = (await adherenceFactsOf(snapshot, [participantId])).get(participantId);
    if (facts === undefined) return null;
    if ('definition' in choice) return explain(definitionFrom(choice.definition), facts);
    const [person] = await snapshot.sql<{ study_id: string }>(
      'SELECT study_id FROM participants WHERE participant_id = $1',
      [participantId],
    );
    if (person === undefined) return null;
    const published = await publishedDefinition(snapshot, person.study_id, choice);
    const explanation = explain(definitionFrom(published.definition), facts);
    const { definitionId: id, version } = published;
    return { ...explanation, definition: { ...explanation.definition, id, version } };
  }
}

async function publishedDefinition(
  snapshot: ReadSnapshot,
  studyId: string,
  { definitionId, version }: Extract<DefinitionChoice, { definitionId: string }>,
): Promise<DefinitionRow> {
  const page = await readPage(
    snapshot,
    { entity: DefinitionRow, orders: ['version'], orderBy: { field: 'version', direction: 'desc' } },
    [
      ...equals<DefinitionRow>('studyId', studyId),
      ...equals<DefinitionRow>('definitionId', definitionId),
      ...equals<DefinitionRow>('version', version),
    ],
    { first: 1 },
  );
  const [edge] = page.edges;
  if (edge === undefined) throw new InvalidRead('definitionId', 'names no definition that this study has published');
  return edge.row;
}

const CHUNK = 200;

async function summariseOwn(
  snapshot: ReadSnapshot,
  studyId: string,
  definition: AdherenceDefinition,
): Promise<AdherenceSummary> {
  await refuseTooManyPeople(snapshot, studyId);
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const page = await readPage(
      snapshot,
      { entity: ParticipantRow, orders: ['participantId'], orderBy: { field: 'participantId', direction: 'asc' } },
      equals<ParticipantRow>('studyId', studyId),
      { first: CHUNK, after },
    );
    const ids = page.edges.map(({ row }) => row.participantId);
    for (const facts of (await adherenceFactsOf(snapshot, ids)).values()) {
      const verdict = String(evaluate(definition, facts).adherent);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  const { id, version } = definition;
  const names = new Map([
    ['adherent', 'true'],
    ['non-adherent', 'false'],
    ['unknown', 'unknown'],
  ]);
  return summaryOf({ id, version }, (verdict) => counts.get(names.get(verdict ?? '') ?? 'null') ?? 0);
}

function summaryOf(
  definition: AdherenceSummary['definition'],
  count: (verdict: string | null) => number,
): AdherenceSummary {
  const adherent = count('adherent');
  const nonAdherent = count('non-adherent');
  const unknown = count('unknown');
  const notJudged = count(null);
  const participants = adherent + nonAdherent + unknown + notJudged;
  return { definition, participants, adherent, nonAdherent, unknown, notJudged };
}
