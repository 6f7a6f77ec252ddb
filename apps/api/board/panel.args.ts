import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ReadArgs } from '../snapshots/read.args.ts';

/** What every panel of the board is asked with. */
@ArgsType()
export class PanelArgs extends ReadArgs {
  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true, description: 'Of one site; of all the caller sees, when left out.' })
  siteId?: string | null;
}
