import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReadSnapshot } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import type { GraphqlContext } from '../graphql/graphql.context.ts';
import { Snapshot } from '../snapshots/snapshot.decorator.ts';
import { Contents } from './contents.ts';
import { SealedTextModel } from './sealed-text.model.ts';
import type { SealedContent } from './sealed-content.ts';

@Resolver(() => SealedTextModel)
export class SealedTextResolver {
  constructor(private readonly contents: Contents) {}

  @ResolveField(() => Boolean, { description: 'True where the text is kept from the caller, or erased.' })
  @Allow('content:length')
  sealed(
    @Parent() content: SealedContent,
    @Context() context: GraphqlContext,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<boolean> {
    return this.contents.isKept(content, context, snapshot);
  }

  @ResolveField(() => Boolean, { description: 'The participant’s key was destroyed: nobody can read it any more.' })
  @Allow('content:length')
  erased(@Parent() { value }: SealedContent, @Context() context: GraphqlContext): Promise<boolean> {
    return this.contents.isErased(value, context);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Null where the caller may not read it, or where it is erased.',
  })
  @Allow('content:length')
  text(
    @Parent() content: SealedContent,
    @Context() context: GraphqlContext,
    @Snapshot() snapshot: ReadSnapshot,
  ): Promise<string | null> {
    return this.contents.textOf(content, context, snapshot);
  }
}
