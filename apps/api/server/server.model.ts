import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ServerProjection', { description: 'How one projection is.' })
export class ServerProjectionModel {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'running or stopped.' })
  state!: string;

  @Field(() => Int, { description: 'Events of the log it has still to have.' })
  lag!: number;

  @Field(() => Float)
  lagMilliseconds!: number;
}

@ObjectType('StoredPart', { description: 'What a part of the database takes.' })
export class StoredPartModel {
  @Field(() => String, { description: 'Schema.' })
  part!: string;

  @Field(() => Int)
  tables!: number;

  @Field(() => Float)
  bytes!: number;
}

@ObjectType('ServerReport', { description: 'How the server is: nothing of people, nothing of studies.' })
export class ServerReportModel {
  @Field(() => String, { description: 'ok, behind or failing.' })
  status!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String)
  nodeVersion!: string;

  @Field(() => String)
  databaseVersion!: string;

  @Field(() => String, { description: 'What keeps the events.' })
  engine!: string;

  @Field(() => Boolean)
  demonstration!: boolean;

  @Field(() => Float, { description: 'Seconds since this process began.' })
  upSeconds!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Index of the last event of the log; none while the database does not answer.',
  })
  logIndex!: number | null;

  @Field(() => String)
  numbering!: string;

  @Field(() => String)
  runner!: string;

  @Field(() => String, { nullable: true, description: 'Reminders, expiry and safety alerts.' })
  processes!: string | null;

  @Field(() => [String], { description: 'Parts of them whose last turn failed.' })
  failingProcesses!: readonly string[];

  @Field(() => [ServerProjectionModel])
  projections!: readonly ServerProjectionModel[];

  @Field(() => Int, { description: 'Specification grids that are being fitted.' })
  runningJobs!: number;

  @Field(() => Int, { description: 'Data sets that are being made.' })
  runningExports!: number;

  @Field(() => Float, { description: 'Of the whole database, bytes.' })
  databaseBytes!: number;

  @Field(() => [StoredPartModel], { description: 'Largest first.' })
  storage!: readonly StoredPartModel[];

  @Field(() => Float, { description: 'Memory of this process, bytes.' })
  memoryBytes!: number;
}
