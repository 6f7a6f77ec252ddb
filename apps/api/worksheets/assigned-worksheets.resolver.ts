import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type AssignmentRow, ListAssignments, MAX_PAGE } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { AssignedWorksheetModel } from './assigned-worksheet.model.ts';
import { WorksheetShelf } from './worksheet.shelf.ts';

/** What the homework of a participant is done on, for those who may see that homework. */
@Resolver(() => AssignedWorksheetModel)
export class AssignedWorksheetsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly shelf: WorksheetShelf,
  ) {}

  @Query(() => [AssignedWorksheetModel], {
    complexity: 200,
    description:
      'The worksheets of a participant’s homework, each version once; of their newest 500 pieces of homework. A version that was never put into use is left out.',
  })
  @Allow('assignment:read')
  async assignedWorksheets(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<AssignedWorksheetModel[]> {
    const snapshot = await root.open(read, studyId);
    const wanted = { studyIds: [studyId], participantIds: [participantId] };
    const { edges } = await this.queries.execute(new ListAssignments(snapshot, wanted, { last: MAX_PAGE }));
    const found = [...versionsOf(edges.map(({ row }) => row)).values()].map(async ({ templateId, version }) => {
      const document = await this.shelf.find(templateId, version, studyId);
      return document === undefined ? [] : [{ templateId, version, document }];
    });
    return (await Promise.all(found)).flat();
  }
}

type Version = Pick<AssignedWorksheetModel, 'templateId' | 'version'>;

function versionsOf(rows: readonly AssignmentRow[]): ReadonlyMap<string, Version> {
  return new Map(
    rows.flatMap(({ templateId, templateVersion: version }) =>
      templateId === null || version === null ? [] : [[`${templateId} ${version}`, { templateId, version }]],
    ),
  );
}
