import { createReadStream } from 'node:fs';
import { CsvColumns, decode, type Table } from '#deidentification';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import type { ReleasedTable } from '../contract/table.definition.ts';
import { PEOPLE_TABLES } from '../tables/table.catalogue.ts';
import { ExportRefused } from './export.refused.ts';
import { PersonFlattening, type TextCell } from './person.flattening.ts';

/** Texts a spreadsheet would run have an apostrophe more than they had. */
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * The table of people again, from the bytes of the CSV files alone: what a recipient can put together.
 * @param pathOf the file of a table
 */
export async function flattenOutput(
  specification: DatasetSpecification,
  tables: readonly Pick<ReleasedTable, 'name' | 'columns'>[],
  pathOf: (table: string) => string,
  people: readonly string[],
): Promise<{ readonly table: Table; readonly courses: readonly string[] }> {
  const places = new Map(people.map((pseudonym, place) => [pseudonym, place]));
  const flat = new PersonFlattening(specification, people.length);
  for (const { name, columns } of tables) {
    if (!PEOPLE_TABLES.some(({ definition }) => definition.name === name)) continue;
    const names = columns.filter((column) => isLookedAt(column.name, column.rule.role)).map((column) => column.name);
    const read = await csvColumns(pathOf(name), names);
    flat.begin(name, names);
    const cells = read.columns.map(decode);
    const pid = cells[names.indexOf('pid')] ?? [];
    for (let row = 0; row < read.rows; row += 1) {
      const place = places.get(pid[row] ?? '');
      if (place === undefined) throw new ExportRefused('check-output', 'stray-row', [`${name} has a row of nobody`]);
      flat.take(
        name,
        place,
        cells.map((column): TextCell => plainText(column[row] ?? null)),
      );
    }
  }
  return { table: flat.table(), courses: flat.courses };
}

function isLookedAt(column: string, role: string): boolean {
  return role === 'quasi' || role === 'sensitive' || OF_COURSE.includes(column);
}

const OF_COURSE = ['pid', 'attended', 'state', 'day', 'status', 'course_withheld', 'therapist_pid'];

const plainText = (cell: TextCell): TextCell => (cell !== null && NEUTRALISED.test(cell) ? cell.slice(1) : cell);

async function csvColumns(path: string, columns: readonly string[]): Promise<Table> {
  const reader = new CsvColumns({ columns });
  for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) reader.push(chunk);
  const table = reader.end();
  // In the order asked for, which is that of the roles.
  return {
    rows: table.rows,
    columns: columns.flatMap((name) => table.columns.filter((column) => column.name === name)),
  };
}
