import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { FrozenRecordsOfStudy, type Signature, SignaturesOfStudy } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { RecordInput } from '../history/history-of.input.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { FrozenRecordModel, SignatureModel } from './signature.model.ts';

/** Which records are vouched for, and which are frozen. */
@Resolver(() => SignatureModel)
export class SignaturesResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => [SignatureModel], {
    complexity: 200,
    description: 'Signatures in a study, newest first, at most 1000: also those that are out of date.',
  })
  @Allow('history:read')
  async signatures(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantIds', { type: () => [ID], nullable: true }) participantIds: readonly string[] | null,
    @Args('record', { type: () => RecordInput, nullable: true }) record: RecordInput | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly SignatureModel[]> {
    const wanted = { participantIds: participantIds ?? undefined, record: record ?? undefined };
    const signed = await this.queries.execute(new SignaturesOfStudy(await root.open(read, studyId), studyId, wanted));
    return signed.map(told);
  }

  @Query(() => [FrozenRecordModel], {
    complexity: 200,
    description: 'Records that are frozen one by one, newest first, at most 1000. Participants are frozen as a whole.',
  })
  @Allow('history:read')
  async frozenRecords(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantIds', { type: () => [ID], nullable: true }) participantIds: readonly string[] | null,
    @Args('record', { type: () => RecordInput, nullable: true }) record: RecordInput | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly FrozenRecordModel[]> {
    const wanted = { participantIds: participantIds ?? undefined, record: record ?? undefined };
    const frozen = await this.queries.execute(
      new FrozenRecordsOfStudy(await root.open(read, studyId), studyId, wanted),
    );
    return frozen.map((one) => ({ ...one, frozenAt: one.frozenAt.toISOString() }));
  }
}

function told({ signedAt, changedAt, ...signature }: Signature): SignatureModel {
  const moments = { signedAt: signedAt.toISOString(), changedAt: changedAt?.toISOString() ?? null };
  return { ...signature, ...moments, outOfDate: signature.changes > 0 };
}
