import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstrumentBetter, TextsStanding } from '../graphql/schema/row-enums.ts';

@ObjectType('InstrumentItem', { description: 'An item. No text: its licence keeps it apart, and it is not installed.' })
export class InstrumentItemModel {
  @Field(() => ID)
  code!: string;

  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => Float)
  min!: number;

  @Field(() => Float)
  max!: number;
}

@ObjectType('InstrumentAnswer', { description: 'The wording of an answer.' })
export class InstrumentAnswerModel {
  @Field(() => Float)
  value!: number;

  @Field(() => String)
  label!: string;
}

@ObjectType('SeverityBand', { description: 'From this score on, up to the next band.' })
export class SeverityBandModel {
  @Field(() => Float)
  from!: number;

  @Field(() => String)
  label!: string;
}

@ObjectType('ScoreMark', { description: 'A published mark on the score, and where it comes from.' })
export class ScoreMarkModel {
  @Field(() => Float)
  at!: number;

  @Field(() => String)
  source!: string;
}

@ObjectType('InstrumentScale', { description: 'A scale, and what happens when answers are left out.' })
export class InstrumentScaleModel {
  @Field(() => ID)
  scale!: string;

  @Field(() => [ID])
  items!: readonly string[];

  @Field(() => Int, { description: 'Answers that may be missing before there is no score.' })
  missingAtMost!: number;

  @Field(() => String, { nullable: true, description: 'Where the rule for missing answers comes from.' })
  missingSource!: string | null;

  @Field(() => [SeverityBandModel])
  bands!: readonly SeverityBandModel[];
}

@ObjectType('BuiltInInstrument', { description: 'A questionnaire that comes with the platform.' })
export class BuiltInInstrumentModel {
  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  licence!: string;

  @Field(() => String)
  citation!: string;

  @Field(() => InstrumentBetter)
  better!: string;

  @Field(() => Int, { nullable: true })
  recallDays!: number | null;

  @Field(() => TextsStanding, { description: 'Whether its wording can be shown here.' })
  texts!: string;

  @Field(() => String, { nullable: true, description: 'Licence of a wording kept apart from the program.' })
  textsLicence!: string | null;

  @Field(() => String, { nullable: true, description: 'Has to be shown wherever that wording is.' })
  textsNotice!: string | null;

  @Field(() => String, { nullable: true, description: 'What is said above the items.' })
  stem!: string | null;

  @Field(() => [InstrumentAnswerModel])
  answers!: readonly InstrumentAnswerModel[];

  @Field(() => [InstrumentItemModel])
  items!: readonly InstrumentItemModel[];

  @Field(() => [InstrumentScaleModel])
  scales!: readonly InstrumentScaleModel[];

  @Field(() => [SeverityBandModel], { description: 'Of the total.' })
  bands!: readonly SeverityBandModel[];

  @Field(() => ScoreMarkModel, { nullable: true })
  caseness!: ScoreMarkModel | null;

  @Field(() => ScoreMarkModel, { nullable: true })
  remission!: ScoreMarkModel | null;

  @Field(() => ScoreMarkModel, { nullable: true, description: 'Points that count as a reliable change.' })
  reliableChange!: ScoreMarkModel | null;

  @Field(() => [ID], { description: 'Items of which an answer above a mark is a safety matter.' })
  riskItems!: readonly string[];
}

@ObjectType('ScalePreview', { description: 'One scale of answers that are not recorded.' })
export class ScalePreviewModel {
  @Field(() => ID)
  scale!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Int)
  missing!: number;

  @Field(() => Boolean)
  imputed!: boolean;

  @Field(() => String, { nullable: true })
  severity!: string | null;
}

@ObjectType('ScorePreview', { description: 'What answers would score. Nothing is recorded.' })
export class ScorePreviewModel {
  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => [ScalePreviewModel])
  scales!: readonly ScalePreviewModel[];

  @Field(() => [ID], { description: 'Items whose answer is a safety matter.' })
  riskItems!: readonly string[];
}
