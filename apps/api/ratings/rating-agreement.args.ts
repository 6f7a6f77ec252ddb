import { ArgsType, Field, Float, ID, Int } from '@nestjs/graphql';
import type { Informant as InformantValue } from '#domain';
import type { IccForm as IccFormValue, KappaWeights as KappaWeightsValue } from '#statistics';
import type { AgreementQuestion } from '#read-models';
import { Informant, RatingTargetKind } from '../graphql/schema/enums.ts';
import { IccForm, KappaWeights } from '../graphql/schema/agreement-enums.ts';
import { ReadArgs } from '../snapshots/read.args.ts';

/** Which ratings are compared: one item or scale of one form about one kind of target. Nothing else is ever mixed. */
@ArgsType()
export class RatingAgreementArgs extends ReadArgs {
  @Field(() => ID)
  studyId!: string;

  @Field(() => ID)
  formId!: string;

  @Field(() => Int)
  formVersion!: number;

  @Field(() => RatingTargetKind)
  target!: AgreementQuestion['targetKind'];

  @Field(() => ID, { description: 'Item code or scale.' })
  name!: string;

  @Field(() => IccForm)
  icc!: IccFormValue;

  @Field(() => KappaWeights)
  weights!: KappaWeightsValue;

  @Field(() => [ID], { nullable: true, description: 'Everybody who shares a target with another, when left out.' })
  raterIds?: readonly string[] | null;

  @Field(() => Informant, { nullable: true })
  raterRole?: InformantValue | null;

  @Field(() => Float, { nullable: true, description: 'Of intervals; 0.95 when left out.' })
  confidence?: number | null;
}

/** As read models take it: nulls count as left out. */
export function agreementQuestion(args: RatingAgreementArgs): AgreementQuestion {
  const { studyId, formId, formVersion, target: targetKind, name, icc, weights } = args;
  return {
    ...{ studyId, formId, formVersion, targetKind, name, icc, weights },
    raterIds: args.raterIds ?? undefined,
    raterRole: args.raterRole ?? undefined,
    confidence: args.confidence ?? undefined,
  };
}
