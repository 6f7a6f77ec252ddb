import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant } from '../graphql/schema/enums.ts';
import { IccForm, KappaWeights, NoAgreement } from '../graphql/schema/agreement-enums.ts';
import { ExclusionModel } from '../outcome-summary/statistics.model.ts';

@ObjectType('IntraclassCorrelation', { description: 'An intraclass correlation by its name (Shrout & Fleiss 1979).' })
export class IntraclassCorrelationModel {
  @Field(() => IccForm)
  form!: string;

  @Field(() => Int)
  targets!: number;

  @Field(() => Int)
  raters!: number;

  @Field(() => Float)
  estimate!: number;

  @Field(() => Float)
  lower!: number;

  @Field(() => Float)
  upper!: number;

  @Field(() => Float)
  confidence!: number;
}

@ObjectType('WeightedKappa', { description: 'Cohen’s kappa of two raters (Cohen 1968).' })
export class WeightedKappaModel {
  @Field(() => KappaWeights)
  weights!: string;

  @Field(() => Int)
  n!: number;

  @Field(() => Float)
  estimate!: number;

  @Field(() => Float)
  lower!: number;

  @Field(() => Float)
  upper!: number;

  @Field(() => Float)
  confidence!: number;

  @Field(() => Float, { description: 'Weighted share of agreement.' })
  observed!: number;

  @Field(() => Float, { description: 'What chance alone would give.' })
  expected!: number;
}

@ObjectType('RatingAgreement', { description: 'How far raters agree, on targets that more than one of them rated.' })
export class RatingAgreementModel {
  @Field(() => [ID], { description: 'Pseudonymous.' })
  raters!: readonly string[];

  @Field(() => Int, { description: 'Targets that anybody rated.' })
  targets!: number;

  @Field(() => Int, { description: 'Targets that the intraclass correlation rests on.' })
  doubleCoded!: number;

  @Field(() => IntraclassCorrelationModel, { nullable: true })
  icc!: IntraclassCorrelationModel | null;

  @Field(() => NoAgreement, { nullable: true, description: 'Why there is no intraclass correlation.' })
  noIcc!: string | null;

  @Field(() => WeightedKappaModel, { nullable: true, description: 'Of two raters only.' })
  kappa!: WeightedKappaModel | null;

  @Field(() => NoAgreement, { nullable: true, description: 'Why there is no kappa.' })
  noKappa!: string | null;

  @Field(() => [ExclusionModel], { description: 'Targets left out, and why.' })
  excluded!: readonly ExclusionModel[];

  @Field(() => String)
  definition!: string;

  @Field(() => Int)
  logIndex!: number;
}

@ObjectType('RatingFormItem', { description: 'What an item is about; never its wording.' })
export class RatingFormItemModel {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  about!: string;

  @Field(() => Float)
  min!: number;

  @Field(() => Float)
  max!: number;
}

@ObjectType('RatingForm', { description: 'A rating form that the platform knows: raw items, one form per informant.' })
export class RatingFormModel {
  @Field(() => ID)
  formId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  licence!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String, { description: 'What it speaks of: an assignment, a session or an interval.' })
  target!: string;

  @Field(() => [String])
  raters!: readonly string[];

  @Field(() => [RatingFormItemModel])
  items!: readonly RatingFormItemModel[];

  @Field(() => Boolean, { description: 'Whether its ratings can be scored here.' })
  keyInstalled!: boolean;
}

@ObjectType('KeyedScore', { description: 'A scale under the permission-holder’s key.' })
export class KeyedScoreModel {
  @Field(() => ID)
  scale!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Int)
  missing!: number;
}

@ObjectType('KeyedRating', { description: 'One rating, scored by a key that its permission-holder put here.' })
export class KeyedRatingModel {
  @Field(() => ID)
  ratingId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  raterId!: string;

  @Field(() => Informant)
  raterRole!: string;

  @Field(() => [KeyedScoreModel])
  scores!: readonly KeyedScoreModel[];
}
