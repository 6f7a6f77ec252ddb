import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { AnalysisKind, AnalysisTiming, GateReason, GridJobState } from './board.enums.ts';
import { BoardTableModel } from './board.model.ts';

@ObjectType('AnalysisGate', { description: 'Whether the caller may look at an analysis of outcomes now, and why.' })
export class AnalysisGateModel {
  @Field(() => AnalysisKind)
  analysis!: string;

  @Field(() => Boolean)
  open!: boolean;

  @Field(() => GateReason)
  reason!: string;

  @Field(() => Int, { description: 'Of the analysis plan in force; 0 while none is published.' })
  planVersion!: number;
}

@ObjectType('AnalysisRun', { description: 'A look at an analysis of outcomes, as the log has it.' })
export class AnalysisRunModel {
  @Field(() => ID)
  analysisId!: string;

  @Field(() => AnalysisKind)
  analysis!: string;

  @Field(() => Json, { description: 'What was asked.' })
  specification!: unknown;

  @Field(() => Int, { description: 'The last event that the answer knew of.' })
  logIndex!: number;

  @Field(() => AnalysisTiming)
  timing!: string;

  @Field(() => Boolean, { description: 'Whether the study was locked.' })
  locked!: boolean;

  @Field(() => ID)
  askedBy!: string;

  @Field(() => String, { description: 'The role in which they asked.' })
  askedAs!: string;

  @Field(() => Instant)
  recordedAt!: string;
}

@ObjectType('GridJob', { description: 'A specification grid under way, or done. Only whoever began it sees it.' })
export class GridJobModel {
  @Field(() => ID)
  jobId!: string;

  @Field(() => GridJobState)
  state!: string;

  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => BoardTableModel, { nullable: true, description: 'The specification curve, once it is done.' })
  curve!: BoardTableModel | null;
}
