import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ReleaseApproval,
  ReleaseStatusEnum,
  ReleaseTier,
  VerificationOutcomeEnum,
} from '../graphql/schema/dataset-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Dataset', { description: 'A version of a specification of a de-identified data set.' })
export class DatasetModel {
  @Field(() => ID)
  datasetId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Json, { description: 'In the format intersession.dataset/1.' })
  specification!: unknown;

  @Field(() => Instant)
  specifiedAt!: string;
}

@ObjectType('ReleasePolicy', { description: 'Who lets releases of a study’s data go.' })
export class ReleasePolicyModel {
  @Field(() => ReleaseApproval)
  approval!: string;

  @Field(() => String, { nullable: true, description: 'Why; null where nobody has said it yet.' })
  reason!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Null where nobody has said it yet.' })
  since!: string | null;
}

@ObjectType('ReleaseProgress', { description: 'How far a release is that is being made.' })
export class ReleaseProgressModel {
  @Field(() => String)
  stage!: string;

  @Field(() => Int, { description: 'Rows written.' })
  rows!: number;
}

@ObjectType('ReleaseFile', { description: 'A file of an archive.' })
export class ReleaseFileModel {
  @Field(() => String)
  path!: string;

  @Field(() => String, { description: 'Hexadecimal.' })
  sha256!: string;

  @Field(() => Int)
  bytes!: number;
}

@ObjectType('Release', {
  description: 'What left a study, or was to leave it: for whom, for what, and how people are hidden.',
})
export class ReleaseModel {
  @Field(() => ID)
  releaseId!: string;

  @Field(() => ID)
  datasetId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Int, { description: 'The log up to here.' })
  logIndex!: number;

  @Field(() => ReleaseStatusEnum)
  status!: string;

  @Field(() => ReleaseTier)
  tier!: string;

  @Field(() => String)
  recipient!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  releaseKeyId!: string;

  @Field(() => LocalDate, { nullable: true })
  expires!: string | null;

  @Field(() => ID)
  requestedBy!: string;

  @Field(() => ID, { nullable: true })
  approvedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, cancelled or recalled.' })
  reason!: string | null;

  @Field(() => [String])
  problems!: readonly string[];

  @Field(() => String, { nullable: true, description: 'SHA-256 of the manifest, hexadecimal.' })
  manifest!: string | null;

  @Field(() => [ReleaseFileModel])
  files!: readonly ReleaseFileModel[];

  @Field(() => Int, { nullable: true })
  people!: number | null;

  @Field(() => Int, { nullable: true })
  k!: number | null;

  @Field(() => Int, { nullable: true })
  erasureEpoch!: number | null;

  @Field(() => Instant)
  requestedAt!: string;

  @Field(() => Instant, { nullable: true })
  releasedAt!: string | null;

  @Field(() => ReleaseProgressModel, { nullable: true })
  progress!: ReleaseProgressModel | null;
}

@ObjectType('ReleaseVerification', { description: 'An archive, made again from the log and compared byte for byte.' })
export class ReleaseVerificationModel {
  @Field(() => VerificationOutcomeEnum)
  outcome!: string;

  @Field(() => [String], { description: 'Files that differ.' })
  files!: readonly string[];

  @Field(() => [String])
  explanations!: readonly string[];
}

@ObjectType('ExplainingEvent', { description: 'Something that was recorded between two releases.' })
export class ExplainingEventModel {
  @Field(() => Int)
  logIndex!: number;

  @Field(() => String)
  type!: string;
}

@ObjectType('CellDifference', { description: 'A cell that is not the same in two releases.' })
export class CellDifferenceModel {
  @Field(() => String)
  table!: string;

  @Field(() => String, { nullable: true, description: 'The pseudonym in the later release.' })
  person!: string | null;

  @Field(() => String)
  row!: string;

  @Field(() => String, { nullable: true, description: 'None where one release lacks the row.' })
  column!: string | null;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;

  @Field(() => [ExplainingEventModel])
  events!: readonly ExplainingEventModel[];
}

@ObjectType('ReleaseDifference', { description: 'What differs between two releases.' })
export class ReleaseDifferenceModel {
  @Field(() => Int)
  total!: number;

  @Field(() => [CellDifferenceModel])
  cells!: readonly CellDifferenceModel[];

  @Field(() => [String])
  onlyBefore!: readonly string[];

  @Field(() => [String])
  onlyAfter!: readonly string[];
}
