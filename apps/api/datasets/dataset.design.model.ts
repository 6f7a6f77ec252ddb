import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('DatasetCode', { description: 'A value of a category, and what it stands for.' })
export class DatasetCodeModel {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType('DatasetColumn', { description: 'A column that a data set may have, and the rules that fit it.' })
export class DatasetColumnModel {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'text, integer, number, boolean or date.' })
  type!: string;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'How it is computed.' })
  formula!: string | null;

  @Field(() => [DatasetCodeModel], { description: 'Values of a category.' })
  codes!: readonly DatasetCodeModel[];

  @Field(() => [String], { description: 'Roles that a rule of it may have.' })
  roles!: readonly string[];

  @Field(() => Json, { description: 'The rule that a draft begins with.' })
  proposed!: unknown;
}

@ObjectType('DatasetTable', { description: 'A table that a data set may have.' })
export class DatasetTableModel {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What a row is.' })
  grain!: string;

  @Field(() => Boolean, {
    description: 'Whether it has at most one row of each person. Only there a column may be a quasi-identifier.',
  })
  onePerPerson!: boolean;

  @Field(() => Boolean, {
    description: 'Whether its rows are withheld where a course of treatment would give somebody away.',
  })
  course!: boolean;

  @Field(() => Boolean, { description: 'Whether it tells arms: not for a blinded recipient.' })
  tellsArms!: boolean;

  @Field(() => [DatasetColumnModel])
  columns!: readonly DatasetColumnModel[];
}

@ObjectType('StandingOut', { description: 'How many people can be told apart by what others may know of them.' })
export class StandingOutModel {
  @Field(() => Int, { description: 'People who look alike, at least.' })
  k!: number;

  @Field(() => Int, { description: 'People whom nobody looks like.' })
  uniques!: number;

  @Field(() => Int, { description: 'People whom fewer look like than the specification asks for.' })
  belowK!: number;
}

@ObjectType('PreviewedColumn', { description: 'What a quasi-identifier, or a feature of the course, costs.' })
export class PreviewedColumnModel {
  @Field(() => String, { description: 'Such as participants.sex; features of the course by their name.' })
  column!: string;

  @Field(() => String, { nullable: true })
  hierarchy!: string | null;

  @Field(() => Int)
  level!: number;

  @Field(() => Int, { description: 'Levels that its hierarchy has.' })
  levels!: number;

  @Field(() => Int, { description: 'Different values, as recorded.' })
  valuesBefore!: number;

  @Field(() => Int, { description: 'Different values, generalised.' })
  valuesAfter!: number;

  @Field(() => Int, { nullable: true, description: 'Cells that would be suppressed. None where nothing would leave.' })
  suppressed!: number | null;
}

@ObjectType('PreviewRefusal', { description: 'Why nothing would leave.' })
export class PreviewRefusalModel {
  @Field(() => String)
  stage!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType('DatasetPreview', { description: 'What a data set would come to, without making it.' })
export class DatasetPreviewModel {
  @Field(() => ID)
  studyId!: string;

  @Field(() => Int, { description: 'The log up to here.' })
  logIndex!: number;

  @Field(() => Int)
  people!: number;

  @Field(() => Int, { description: 'k that the specification asks for.' })
  wanted!: number;

  @Field(() => StandingOutModel, { nullable: true, description: 'As recorded.' })
  before!: StandingOutModel | null;

  @Field(() => StandingOutModel, { nullable: true, description: 'Generalised, nothing suppressed yet.' })
  generalised!: StandingOutModel | null;

  @Field(() => StandingOutModel, { nullable: true, description: 'As it would leave. None where nothing would.' })
  after!: StandingOutModel | null;

  @Field(() => [PreviewedColumnModel])
  columns!: readonly PreviewedColumnModel[];

  @Field(() => [String], { description: 'Features of the course that are counted too.' })
  features!: readonly string[];

  @Field(() => Float, { nullable: true, description: 'Share of the quasi-identifying cells, from 0 to 1.' })
  suppressedShare!: number | null;

  @Field(() => Float, { description: 'The largest share that the specification allows.' })
  maxSuppressed!: number;

  @Field(() => Int, { nullable: true, description: 'People whose rows by session would be withheld.' })
  withheldCourses!: number | null;

  @Field(() => PreviewRefusalModel, { nullable: true })
  refusal!: PreviewRefusalModel | null;
}
