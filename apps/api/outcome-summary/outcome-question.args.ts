import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { DeviationSource as DeviationSourceValue, OutcomeQuestion } from '#read-models';
import type { Informant as InformantValue } from '#domain';
import { Informant } from '../graphql/schema/enums.ts';
import { DeviationSource } from '../graphql/schema/row-enums.ts';
import { ReadArgs } from '../snapshots/read.args.ts';

@InputType('ReliabilityInput', { description: 'A reliability in place of the instrument’s own, and where it is from.' })
export class ReliabilityInput {
  @Field(() => Float, { description: 'Between 0 and 1.' })
  value!: number;

  @Field(() => String)
  source!: string;
}

/** What is asked of a study's outcomes. */
@ArgsType()
export class OutcomeQuestionArgs extends ReadArgs {
  @Field(() => ID)
  studyId!: string;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int, { nullable: true, description: 'The newest when left out.' })
  instrumentVersion?: number | null;

  @Field(() => Informant, { description: 'Informants are never mixed.' })
  informant!: InformantValue;

  @Field(() => String, { nullable: true, description: 'An occasion; each person’s first total when left out.' })
  pre?: string | null;

  @Field(() => String, { nullable: true, description: 'An occasion; each person’s last total when left out.' })
  post?: string | null;

  @Field(() => DeviationSource, { nullable: true, description: 'INSTRUMENT when left out.' })
  deviation?: DeviationSourceValue | null;

  @Field(() => ReliabilityInput, { nullable: true })
  reliability?: ReliabilityInput | null;

  @Field(() => Float, { nullable: true, description: 'Of intervals; 0.95 when left out.' })
  confidence?: number | null;
}

/** As read models take it: nulls count as left out. */
export function questionOf(args: OutcomeQuestionArgs): OutcomeQuestion {
  const { studyId, instrumentId, informant } = args;
  return {
    ...{ studyId, instrumentId, informant },
    instrumentVersion: args.instrumentVersion ?? undefined,
    pre: args.pre ?? undefined,
    post: args.post ?? undefined,
    deviation: args.deviation ?? undefined,
    reliability: args.reliability ?? undefined,
    confidence: args.confidence ?? undefined,
  };
}
