import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type DefinitionChoice, ListDefinitions, type ReadSnapshot } from '#read-models';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { readDefinition } from './definition-input.ts';
import type { DefinitionChoiceInput } from './definition-choice.input.ts';

/** A definition somebody chose, found and checked. */
export interface ChosenDefinition {
  readonly definitionId: string;
  readonly version: number;
  readonly title: string | null;
  /** As data. */
  readonly definition: unknown;
  readonly published: boolean;
  /** As read models take it, with its version. */
  readonly choice: DefinitionChoice;
}

/** Finds the definition a caller means. */
@Injectable()
export class DefinitionChoices {
  constructor(private readonly queries: QueryBus) {}

  /**
   * @param field the argument, for errors
   * @throws BadInput where the study has published no such definition, or one of the caller’s own cannot be read
   */
  async find(
    snapshot: ReadSnapshot,
    studyId: string,
    chosen: DefinitionChoiceInput,
    field: string,
  ): Promise<ChosenDefinition> {
    const { published, own } = chosen;
    if (published !== undefined) {
      const { definitionId, version } = published;
      return this.#published(snapshot, studyId, { definitionId, version: version ?? undefined }, field);
    }
    const { id: definitionId, version, title } = readDefinition(own, `${field}.own`);
    return { definitionId, version, title, definition: own, published: false, choice: { definition: own } };
  }

  async #published(
    snapshot: ReadSnapshot,
    studyId: string,
    { definitionId, version }: { readonly definitionId: string; readonly version: number | undefined },
    field: string,
  ): Promise<ChosenDefinition> {
    const filter = {
      studyIds: [studyId],
      definitionIds: [definitionId],
      version: version === undefined ? undefined : { from: version, to: version },
    };
    const orderBy = { field: 'version', direction: 'desc' } as const;
    const { edges } = await this.queries.execute(new ListDefinitions(snapshot, filter, { first: 1, orderBy }));
    const row = edges[0]?.row;
    if (row === undefined) {
      throw new BadInput([
        { field: `${field}.published`, problem: 'names no definition that this study has published' },
      ]);
    }
    const { title, definition } = row;
    const choice = { definitionId, version: row.version };
    return { definitionId, version: row.version, title, definition, published: true, choice };
  }
}
