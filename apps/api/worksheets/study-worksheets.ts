import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListTemplates, MAX_PAGE, type ReadSnapshot } from '#read-models';
import { parseWorksheet, type Worksheet } from '#worksheets';

/** The worksheets that a study has put into use, besides the library’s. */
@Injectable()
export class StudyWorksheets {
  constructor(private readonly queries: QueryBus) {}

  /** At most one page of them, the newest versions. One that today’s format cannot read is left out. */
  async inUse(snapshot: ReadSnapshot, studyId: string): Promise<readonly Worksheet[]> {
    const filter = { studyIds: [studyId], status: ['in-use' as const] };
    const { edges } = await this.queries.execute(new ListTemplates(snapshot, filter, { first: MAX_PAGE }));
    return edges.flatMap(({ row: { content, version } }) => {
      const parsed = parseWorksheet(content);
      return parsed.ok ? [{ ...parsed.worksheet, version }] : [];
    });
  }
}
