import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { FreshnessArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { LogModel } from './log.model.ts';

/** How far the log is known. */
@Resolver()
export class LogResolver {
  @Query(() => LogModel, { description: 'How far the log is known to answers.' })
  @Allow('study:read')
  async log(@Args() read: FreshnessArgs, @Root() root: RootSnapshot): Promise<LogModel> {
    const { logIndex } = await root.open(read);
    return { index: logIndex };
  }
}
