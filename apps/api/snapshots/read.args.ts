import { ArgsType, Field } from '@nestjs/graphql';
import type { Position } from '#event-store';
import { PositionScalar } from '../graphql/scalars/position.scalar.ts';
import { AsOfInput } from './as-of.input.ts';

/** How new an answer must be. */
@ArgsType()
export class FreshnessArgs {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Answer with nothing older than this position of a receipt: waits for it, within bounds.',
  })
  afterPosition?: Position | null;
}

/** From which moment of the log to answer. */
@ArgsType()
export class ReadArgs extends FreshnessArgs {
  @Field(() => AsOfInput, { nullable: true, description: 'Answer as it was known then. Now, when left out.' })
  asOf?: AsOfInput | null;
}
