import type { Cell } from '#formats';
import { leaves } from '../specification/dataset.checks.ts';
import type { ReadSnapshot } from '#read-models';
import { DRY_RUN_CODE } from '#domain';
import type { RiskAssessment } from '../contract/risk.assessment.ts';
import type { ReleasedColumn, ReleasedTable } from '../contract/table.definition.ts';
import type { StudyTable } from '../tables/study.tables.ts';
import type { ArchiveFolder } from './archive.folder.ts';
import type { PeoplePassage } from './people.passage.ts';
import { auditTrail } from './audit.trail.ts';
import { AuditSpool, RowSpool } from './row.spool.ts';
import { suppressedRows } from './suppressed.rows.ts';

/** Writes the rows of every table of people once; formats read them from there. */
export async function writePeopleTables(
  folder: ArchiveFolder,
  passage: PeoplePassage,
  forbidden: ReadonlySet<string>,
  count: (rows: number) => void,
): Promise<readonly ReleasedTable[]> {
  const written: ReleasedTable[] = [];
  const hasTrail = passage.request.specification.formats.includes('odm');
  for (const table of passage.tables) {
    const { definition } = table.source;
    const columns = table.columns.map(({ released }) => released);
    const spool = await RowSpool.create(folder.workPath(definition.name), columns.length);
    const trail = hasTrail ? await AuditSpool.create(folder.workPath(`${definition.name}.audit`)) : undefined;
    const tellsTime = columns.some(({ rule }) => rule.role === 'time');
    for await (const rows of suppressedRows(passage, table, forbidden)) {
      await trail?.write(await auditTrail(passage.request, rows, spool.rows, tellsTime));
      await spool.write(rows.map(({ cells }) => cells));
      count(rows.length);
    }
    await spool.close();
    await trail?.close();
    const audit = trail === undefined ? {} : { audit: () => trail.read() };
    written.push({ ...definition, columns, rows: spool.rows, read: () => spool.read(), ...audit });
  }
  return written;
}

/** Writes tables that have no person: counts with small cells protected, and the study's own. */
export async function writeStudyTables(
  folder: ArchiveFolder,
  { request }: PeoplePassage,
  snapshot: ReadSnapshot,
  catalogue: readonly StudyTable[],
): Promise<{ readonly tables: readonly ReleasedTable[]; readonly smallCells: RiskAssessment['smallCells'] }> {
  const { specification, people } = request;
  const { studyId, smallCell: threshold, blinded, tables: rules } = specification;
  const arms = blinded
    ? null
    : new Map(people.flatMap(({ participantId, arm }) => (arm === null ? [] : [[participantId, arm]])));
  const isMadeUp = (participantId: string): boolean => participantId.startsWith(`${studyId}:${DRY_RUN_CODE}`);
  const tables: ReleasedTable[] = [];
  let [small, complementary] = [0, 0];
  for (const { definition, rows: read } of catalogue) {
    const given = rules[definition.name]?.columns;
    if (given === undefined) continue;
    const found = await read({ snapshot, studyId, arms, isMadeUp, threshold });
    small += found.small;
    complementary += found.complementary;
    const kept = definition.columns.flatMap((column, index) => {
      const rule = given[column.name];
      return rule !== undefined && leaves(rule)
        ? [{ index, column: { ...column, rule, treatment: COUNTED } satisfies ReleasedColumn }]
        : [];
    });
    const spool = await RowSpool.create(folder.workPath(definition.name), kept.length);
    await spool.write(found.rows.map((row) => kept.map(({ index }): Cell => row[index] ?? null)));
    await spool.close();
    const columns = kept.map(({ column }) => column);
    tables.push({ ...definition, columns, rows: spool.rows, read: () => spool.read() });
  }
  return { tables, smallCells: { threshold, small, complementary } };
}

const COUNTED = { en: 'counts, small ones suppressed', sv: 'antal, små undanhållna' };
