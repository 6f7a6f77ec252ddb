import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ListAttachments,
  type AttachmentFilter,
  type AttachmentOrder,
  type AttachmentRow,
  type ReadSnapshot,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { connection, pageRequest } from '../connections/connection.ts';
import type { ConnectionShape } from '../connections/connection.factory.ts';
import { cleaned } from '../connections/filter.factory.ts';
import type { Ordering } from '../connections/order.factory.ts';
import { PageArgs } from '../connections/page.args.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { requiredContent, sealedContent, type SealedContent, type Visibility } from '../content/sealed-content.ts';
import { saidOfAttempt, writtenFor } from '../content/written-for.ts';
import { pageComplexity } from '../graphql/limits/page-complexity.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { AttachmentConnection, AttachmentFilterInput, AttachmentOrderInput } from './attachments.list.ts';
import { AttachmentModel } from './attachment.model.ts';

/** The attachments of a study’s homework. */
@Resolver(() => AttachmentModel)
export class AttachmentsResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query(() => AttachmentConnection, {
    description: 'The attachments of a study’s homework.',
    complexity: pageComplexity,
  })
  @Allow('attempt:read')
  async attachments(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Args() page: PageArgs,
    @Args('filter', { type: () => AttachmentFilterInput, nullable: true }) filter: AttachmentFilter | null,
    @Args('orderBy', { type: () => AttachmentOrderInput, nullable: true }) orderBy: Ordering<AttachmentOrder> | null,
    @Root() root: RootSnapshot,
  ): Promise<ConnectionShape> {
    const snapshot = await root.open(read, studyId);
    const wanted = { ...cleaned(filter), studyIds: [studyId] };
    const found = await this.queries.execute(new ListAttachments(snapshot, wanted, pageRequest(page, orderBy)));
    return connection(found, snapshot);
  }

  @ResolveField(() => SealedTextModel, { description: 'Of what was sent, in hexadecimal.' })
  @Allow('attempt:read')
  async sha256(@Parent() row: AttachmentRow, @Snapshot() snapshot: ReadSnapshot): Promise<SealedContent> {
    return requiredContent(row.sha256, { visibility: await this.#writtenFor(row, snapshot) });
  }

  @ResolveField(() => SealedTextModel, {
    nullable: true,
    description: 'In words, for those who cannot see or hear it.',
  })
  @Allow('attempt:read')
  async description(@Parent() row: AttachmentRow, @Snapshot() snapshot: ReadSnapshot): Promise<SealedContent | null> {
    return sealedContent(row.description, { visibility: await this.#writtenFor(row, snapshot) });
  }

  async #writtenFor(row: AttachmentRow, snapshot: ReadSnapshot): Promise<Visibility> {
    const own = await saidOfAttempt(row, snapshot);
    return writtenFor(this.queries, { assignmentId: row.assignmentId, own }, snapshot);
  }
}
