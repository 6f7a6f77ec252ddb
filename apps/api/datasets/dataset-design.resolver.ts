import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { draftDataset, listedTables, PEOPLE_TABLES, STUDY_TABLES, type Words } from '#datasets';
import { StudiesById } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import { CommandReach } from '../access/command-reach.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { DatasetPreviewModel, DatasetTableModel } from './dataset.design.model.ts';
import { DatasetPreviews, readSpecification } from './dataset.previews.ts';

/** What a data set may be made of, a draft of one, and what it would come to. */
@Resolver(() => DatasetTableModel)
export class DatasetDesignResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandReach) private readonly reach: CommandReach,
    @Inject(DatasetPreviews) private readonly previews: DatasetPreviews,
  ) {}

  @Query(() => [DatasetTableModel], {
    description: 'Tables and columns that a data set may have, and the rules that fit each. The same for every study.',
  })
  @Allow('dataset:read')
  datasetTables(
    @Args('language', { type: () => String, defaultValue: 'en', description: 'Of titles and labels: en or sv.' })
    language: string,
  ): readonly DatasetTableModel[] {
    const inLanguage = (words: Words): string => words[language] ?? words.en;
    return listedTables().map(({ columns, title, grain, ...table }) => ({
      ...{ ...table, title: inLanguage(title), grain: inLanguage(grain) },
      columns: columns.map(({ label, formula, codes = [], unit, ...column }) => ({
        ...{ ...column, unit: unit ?? null, label: inLanguage(label) },
        formula: formula === undefined ? null : inLanguage(formula),
        codes: codes.map(({ value, label: words }) => ({ value: String(value), label: inLanguage(words) })),
      })),
    }));
  }

  @Query(() => Json, {
    nullable: true,
    description:
      'A specification to begin with, every column with the rule its table proposes. None for a study that is not there.',
  })
  @Allow('dataset:read')
  async draftDataset(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('tables', { type: () => [String] }) tables: string[],
    @Args('recipient', { type: () => String, defaultValue: 'recipient' }) recipient: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<unknown> {
    const known = [...PEOPLE_TABLES, ...STUDY_TABLES].map(({ definition }) => definition.name);
    const unknown = tables.find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new BadInput([{ field: 'tables', problem: `expected some of ${known.join(', ')}` }]);
    const snapshot = await root.open(read, studyId);
    const study = (await this.queries.execute(new StudiesById(snapshot, [studyId]))).get(studyId);
    if (study === undefined) return null;
    const place = { studyId, protocol: `${studyId}@${study.protocolVersion}`, index: snapshot.logIndex };
    const asked = { recipient, purpose: 'say what for', releaseKeyId: `rk-${recipient}` };
    return draftDataset(
      { title: `Data of ${study.title}`.slice(0, 200), ...place, tier: 'controlled', ...asked },
      tables,
    );
  }

  @Query(() => DatasetPreviewModel, {
    complexity: 200,
    description:
      'What a data set would come to: how many people stand out, what is suppressed, and why it would be refused. Nothing is made, and the index that the specification names is not looked at.',
  })
  @Allow('dataset:read')
  async previewDataset(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('specification', { type: () => Json, description: 'In the format intersession.dataset/1.' }) input: unknown,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
    @Caller() caller: Principal,
  ): Promise<DatasetPreviewModel> {
    await this.reach.check(caller, 'dataset:read', { type: 'PreviewDataset', studyId });
    const specification = readSpecification(input, studyId);
    if (!specification.blinded) await this.reach.check(caller, 'arm:read', { type: 'PreviewDataset', studyId });
    const { logIndex } = await root.open(read, studyId);
    const isPast = read.asOf !== null && read.asOf !== undefined;
    const { columns, ...preview } = await this.previews.preview(specification, logIndex, isPast);
    return {
      ...{ ...preview, studyId, logIndex },
      columns: columns.map(({ values: { before, after }, ...column }) => {
        return { ...column, valuesBefore: before, valuesAfter: after };
      }),
    };
  }
}
