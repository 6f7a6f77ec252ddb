import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ListTemplates, type TemplateFilter, type TemplateOrder } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { TemplateConnection, TemplateFilterInput, TemplateOrderInput } from './templates.list.ts';
import { TemplateModel } from './template.model.ts';

/** The worksheets of a study’s own, every version. */
@Resolver(() => TemplateModel)
export class TemplatesResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => TemplateConnection, {
    description: 'The worksheets of a study’s own, every version.',
    complexity: pageComplexity,
  })
  @Allow('template:read')
  async templates(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => TemplateFilterInput, nullable: true }) filter: TemplateFilter | null,
    @Args('orderBy', { type: () => TemplateOrderInput, nullable: true }) orderBy: Ordering<TemplateOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListTemplates(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }
}
