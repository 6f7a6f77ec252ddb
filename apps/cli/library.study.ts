import { EVERYTHING, ListTemplates, ListTemplatesHandler, StudiesById, StudiesByIdHandler } from '#read-models';
import { type Worksheet, builtInWorksheets, parseWorksheet } from '#worksheets';
import { Unusable } from './cli.error.ts';
import { withSession } from './operator.session.ts';
import type { Terminal } from './terminal.ts';

export interface StudyLibrary {
  readonly title: string;
  /** The study's own worksheets in use, then those of the built-in library that it has not replaced. */
  readonly worksheets: readonly Worksheet[];
  readonly own: number;
}

const MOST = 200;

/** What a study can assign, from the read models. @throws Unusable where there is no such study */
export async function libraryOfStudy(studyId: string, terminal: Terminal): Promise<StudyLibrary> {
  return withSession(terminal, async ({ engine }) => {
    const head = await engine.store.head();
    engine.start();
    const snapshot = await engine.readModels.openSnapshot({ scope: EVERYTHING, after: head, timeoutMs: 60_000 });
    try {
      const study = (await new StudiesByIdHandler().execute(new StudiesById(snapshot, [studyId]))).get(studyId);
      if (study === undefined) {
        throw new Unusable(`--study ${studyId}: no study of that id is recorded here (npm start records "demo")`);
      }
      const filter = { studyIds: [studyId], status: ['in-use' as const] };
      const { edges } = await new ListTemplatesHandler().execute(new ListTemplates(snapshot, filter, { first: MOST }));
      const own = edges.flatMap(({ row }) => {
        const parsed = parseWorksheet(row.content);
        return parsed.ok ? [{ ...parsed.worksheet, version: row.version }] : [];
      });
      return { title: study.title ?? studyId, worksheets: withBuiltIn(own), own: own.length };
    } finally {
      await snapshot.close();
    }
  });
}

/** A worksheet that the study made from one of the library stands in its place. */
function withBuiltIn(own: readonly Worksheet[]): readonly Worksheet[] {
  const replaced = new Set(own.flatMap(({ id, origin }) => [id, ...(origin.basedOn ? [origin.basedOn.id] : [])]));
  return [...own, ...[...builtInWorksheets.values()].filter(({ id }) => !replaced.has(id))];
}
