import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ReadArgs } from '../snapshots/read.args.ts';

/** The argument that narrows an answer to a site. */
export const OF_SITE = {
  type: () => ID,
  nullable: true,
  description: 'Of one site; of all the caller sees, when left out.',
} as const;

/** What every panel of the board is asked with. */
@ArgsType()
export class PanelArgs extends ReadArgs {
  @Field(() => ID)
  studyId!: string;

  @Field(OF_SITE.type, OF_SITE)
  siteId?: string | null;
}
