import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  adherenceColumns,
  type AdherenceFilter,
  type AdherenceOrder,
  EvaluateAdherence,
  ListAdherence,
  ListParticipants,
  type ReadSnapshot,
} from '#read-models';
import type { Evaluation } from '#adherence';
import type { ListRequest } from '../connections/children.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import type { AdherenceModel } from './adherence.model.ts';
import type { ChosenDefinition } from './definition-choices.ts';

interface Question {
  readonly snapshot: ReadSnapshot;
  readonly studyId: string;
  readonly definition: ChosenDefinition;
}

/** An evaluation as GraphQL answers it. */
export function judgedPerson(
  evaluation: Evaluation,
  { definitionId, version }: Pick<ChosenDefinition, 'definitionId' | 'version'>,
  knownUntil: string | null,
): AdherenceModel {
  const { participantId } = evaluation;
  return { participantId, definitionId, definitionVersion: version, ...adherenceColumns(evaluation), knownUntil };
}

/** People under a definition: read where it is published, evaluated on the spot where it is not. */
@Injectable()
export class JudgedPeople {
  constructor(private readonly queries: QueryBus) {}

  /** @throws BadInput for a filter or an order that an unpublished definition cannot answer */
  async page(
    { snapshot, studyId, definition }: Question,
    { page, filter, orderBy }: ListRequest<AdherenceFilter, AdherenceOrder>,
  ): Promise<ConnectionShape> {
    const { definitionId, version } = definition;
    if (definition.published) {
      const own = { studyIds: [studyId], definitionIds: [definitionId], definitionVersion: version };
      const wanted = { ...cleaned(filter), ...own };
      return connection(
        await this.queries.execute(new ListAdherence(snapshot, wanted, pageRequest(page, orderBy))),
        snapshot,
      );
    }
    const { participantIds, siteIds, ...rest } = cleaned(filter);
    refuseOthers(rest, orderBy);
    const request = pageRequest(page, { field: 'participantId' as const, direction: 'asc' as const });
    const people = await this.queries.execute(
      new ListParticipants(snapshot, { studyIds: [studyId], participantIds, siteIds }, request),
    );
    const ids = people.edges.map(({ row }) => row.participantId);
    const evaluations = await this.queries.execute(new EvaluateAdherence(snapshot, ids, definition.definition));
    const edges = people.edges.flatMap(({ cursor, row: { participantId } }) => {
      const evaluation = evaluations.get(participantId);
      return evaluation === undefined ? [] : [{ cursor, row: judgedPerson(evaluation, definition, null) }];
    });
    return connection({ ...people, total: () => people.total(), edges }, snapshot);
  }
}

function refuseOthers(rest: AdherenceFilter, orderBy: Ordering | null | undefined): void {
  const [clause] = Object.keys(rest);
  if (clause !== undefined) {
    throw new BadInput([{ field: `filter.${clause}`, problem: 'works for published definitions only' }]);
  }
  if (orderBy !== null && orderBy !== undefined && orderBy.field !== 'participantId') {
    throw new BadInput([{ field: 'orderBy', problem: 'works for published definitions only' }]);
  }
}

interface Ordering {
  readonly field: AdherenceOrder;
}
