import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { Allow } from '../access/allow.decorator.ts';
import { PageArgs } from '../connections/page.args.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { children } from '../connections/children.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { TherapistConnection, TherapistFilterInput, TherapistOrderInput } from '../therapists/therapists.list.ts';
import { StudyModel } from './study.model.ts';
import {
  type StudyRow,
  type ReadSnapshot,
  type TherapistFilter,
  type TherapistOrder,
  TherapistsOfStudies,
} from '#read-models';

/** Who delivers a study’s treatment. */
@Resolver(() => StudyModel)
export class StudyPeopleResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => TherapistConnection, { complexity: pageComplexity })
  @Allow('therapist:read')
  therapists(
    @Parent() { studyId }: StudyRow,
    @Args() page: PageArgs,
    @Args('filter', { type: () => TherapistFilterInput, nullable: true }) filter: TherapistFilter | null,
    @Args('orderBy', { type: () => TherapistOrderInput, nullable: true }) orderBy: Ordering<TherapistOrder> | null,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<ConnectionShape> {
    return children('therapists of studies', { snapshot, id: studyId }, { page, filter, orderBy }, (...asked) =>
      this.queries.execute(new TherapistsOfStudies(...asked)),
    );
  }
}
