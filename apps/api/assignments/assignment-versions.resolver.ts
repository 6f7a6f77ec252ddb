import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { AssignmentTermsModel } from './assignment-terms.model.ts';
import {
  AssignmentVersionConnection,
  AssignmentVersionFilterInput,
  AssignmentVersionOrderInput,
} from './assignments.list.ts';
import { AssignmentVersionModel } from './assignment-version.model.ts';
import { PageArgs } from '../connections/page.args.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { cleaned } from '../connections/filter.factory.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { sealedContent, type SealedContent } from '../content/sealed-content.ts';
import {
  type AssignmentVersionFilter,
  type AssignmentVersionOrder,
  type AssignmentVersionRow,
  ListAssignmentVersions,
} from '#read-models';

/** Versions of assignments. */
@Resolver(() => AssignmentVersionModel)
export class AssignmentVersionsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => AssignmentVersionConnection, {
    description: 'Every version of the assignments of a study: the grain analysts get.',
    complexity: pageComplexity,
  })
  @Allow('assignment:read')
  async assignmentVersions(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AssignmentVersionFilterInput, nullable: true })
    filter: AssignmentVersionFilter | null,
    @Args('orderBy', { type: () => AssignmentVersionOrderInput, nullable: true })
    orderBy: Ordering<AssignmentVersionOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListAssignmentVersions(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => AssignmentTermsModel)
  @Allow('assignment:read')
  terms(@Parent() row: AssignmentVersionRow): AssignmentVersionRow {
    return row;
  }

  @ResolveField(() => SealedTextModel, { nullable: true, description: 'Why it was adjusted, in words.' })
  @Allow('assignment:read')
  note(@Parent() { note }: AssignmentVersionRow): SealedContent | null {
    return sealedContent(note, { kind: 'notes' });
  }
}
