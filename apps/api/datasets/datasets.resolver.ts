import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type ArchiveDifference, progressOf, type Verification } from '#datasets';
import { type Database, DATABASE } from '#platform';
import {
  type DatasetRow,
  DatasetsOfStudy,
  type ReleasePolicy,
  ReleasePolicyOfStudy,
  ReleasesOfStudy,
} from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import { CommandReach } from '../access/command-reach.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import {
  DatasetModel,
  ReleaseDifferenceModel,
  ReleaseModel,
  ReleasePolicyModel,
  ReleaseVerificationModel,
} from './dataset.model.ts';
import { ReleaseArchives } from './release.archives.ts';

const MOST_CELLS = 1_000;

/** What leaves a study: specifications, the ledger of releases, and what became of them. */
@Resolver(() => ReleaseModel)
export class DatasetsResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(ReleaseArchives) private readonly archives: ReleaseArchives,
    @Inject(CommandReach) private readonly reach: CommandReach,
  ) {}

  @Query(() => [DatasetModel], { description: 'Every version of every data set of a study, the newest first.' })
  @Allow('dataset:read')
  async datasets(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly DatasetRow[]> {
    return this.queries.execute(new DatasetsOfStudy(await root.open(read, studyId), studyId));
  }

  @Query(() => [ReleaseModel], { description: 'The ledger of releases of a study, the newest first.' })
  @Allow('dataset:read')
  async releases(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('recipient', { type: () => String, nullable: true }) recipient: string | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly ReleaseModel[]> {
    const snapshot = await root.open(read, studyId);
    const rows = await this.queries.execute(new ReleasesOfStudy(snapshot, studyId, recipient ?? undefined));
    const told = rows.length === 0 ? [] : await progressOf(this.database.pool, studyId);
    const progress = new Map(told.map((one) => [one.releaseId, one]));
    return rows.map((row) => ({ ...row, progress: progress.get(row.releaseId) ?? null }));
  }

  @Query(() => ReleasePolicyModel, {
    nullable: true,
    description:
      'Who lets releases of a study’s data go: whoever asked, where nobody has said otherwise. Null for a study the caller does not see.',
  })
  @Allow('dataset:read')
  async releasePolicy(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<ReleasePolicy | null> {
    const snapshot = await root.open(read, studyId);
    return (await this.queries.execute(new ReleasePolicyOfStudy(snapshot, studyId))) ?? null;
  }

  @Query(() => ReleaseVerificationModel, {
    complexity: 500,
    description: 'Makes the archive of a release again from the log and compares it byte for byte.',
  })
  @Allow('dataset:read')
  async verifyRelease(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('releaseId', { type: () => ID }) releaseId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<Verification> {
    await this.#refuseUnknown(await root.open(read, studyId), studyId, [['releaseId', releaseId]]);
    return this.archives.verify(releaseId);
  }

  @Query(() => ReleaseDifferenceModel, {
    complexity: 500,
    description: 'Cells that differ between two releases, and the events in between that explain them.',
  })
  @Allow('dataset:approve')
  async releaseDifference(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('before', { type: () => ID }) before: string,
    @Args('after', { type: () => ID }) after: string,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
    @Caller() caller: Principal,
  ): Promise<ArchiveDifference> {
    if (first < 0 || first > MOST_CELLS)
      throw new BadInput([{ field: 'first', problem: `must be from 0 to ${MOST_CELLS}` }]);
    const named = [['before', before] as const, ['after', after] as const];
    await this.#refuseUnknown(await root.open(read, studyId), studyId, named);
    await this.#refuseArms(studyId, [before, after], caller);
    return this.archives.difference(before, after, first);
  }

  /** Cells of a release that holds arms are for those who may know them. @throws NotWithinReach */
  async #refuseArms(studyId: string, releaseIds: readonly string[], caller: Principal): Promise<void> {
    for (const releaseId of releaseIds)
      if ((await this.archives.recorded(studyId, releaseId))?.isBlinded === false)
        await this.reach.check(caller, 'arm:read', { type: 'CompareReleases', studyId });
  }

  /** An id is a name of a folder: only those of releases of this study, which the caller may see, are looked for. */
  async #refuseUnknown(
    snapshot: Awaited<ReturnType<RootSnapshot['open']>>,
    studyId: string,
    named: readonly (readonly [field: string, releaseId: string])[],
  ): Promise<void> {
    const rows = await this.queries.execute(new ReleasesOfStudy(snapshot, studyId));
    const unknown = named.filter(([, releaseId]) => !rows.some((row) => row.releaseId === releaseId));
    if (unknown.length > 0)
      throw new BadInput(unknown.map(([field]) => ({ field, problem: 'is no release of this study' })));
  }
}
