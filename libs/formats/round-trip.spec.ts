/** Values, labels and missing codes, read back by R, haven and PSPP: programs that others wrote. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescribedTable } from './description/dataset.description.ts';
import type { Cell } from './file.column.ts';
import { batchOf, HOSTILE_ROWS, HOSTILE_TABLE, hostileCells, LINE_ENDS } from './hostile.specification.ts';
import { cutBytes, labelOf } from './scripts/script.text.ts';
import {
  folderWith,
  HAS_PSPP,
  HAS_R,
  mourn,
  type RColumn,
  readWithR,
  runPspp,
} from './statistics.programs.specification.ts';

const withR = HAS_R ? it : it.skip;
const withPspp = HAS_R && HAS_PSPP ? it : it.skip;

const isNumber = (type: string) => type === 'integer' || type === 'number';

/** The cell as R shows it. */
function shown(cell: Cell, type: string): string | null {
  if (cell === null) return null;
  if (isNumber(type)) return String(Number(cell));
  return String(cell);
}

interface Expected {
  readonly longestLabel: number;
  readonly longestCodeLabel: number;
  /** How a missing text is read. */
  readonly missingText: '' | null;
  /** How the program shows booleans, and labels them. */
  readonly booleans: 'logical' | 'labelled';
  readonly rows?: readonly (readonly Cell[])[];
}

function expectTable(found: Record<string, RColumn>, table: DescribedTable, expected: Expected): void {
  for (const variable of table.columns) {
    const { name, type, codes = [], missing = [] } = variable;
    const own = found[name]!;
    const cells = hostileCells(name, expected.rows ?? HOSTILE_ROWS).map((cell) => {
      if (cell === null && (type === 'text' || type === 'long')) return expected.missingText;
      if (typeof cell === 'boolean' && expected.booleans === 'labelled') return String(Number(cell));
      return shown(cell, type);
    });
    const read = own.cells.map((cell) => (cell !== null && isNumber(type) ? String(Number(cell)) : cell));
    expect([name, read]).toEqual([name, cells]);
    // haven gives no label to a date.
    if (type !== 'date') expect(own.label).toBe(cutBytes(labelOf(variable, 'en'), expected.longestLabel));
    const labels = [...codes, ...missing].map(({ value, label }) => [
      cutBytes(label.en, expected.longestCodeLabel),
      String(value),
    ]);
    if (type !== 'boolean') expect([name, own.labels]).toEqual([name, Object.fromEntries(labels)]);
    expect([name, own.missing]).toEqual([name, missing.map(({ value }) => String(value))]);
  }
}

describe('a data set in programs of others', () => {
  const folder = folderWith(HOSTILE_TABLE, batchOf(HOSTILE_ROWS));
  beforeAll(() => {
    mourn(HAS_R, 'R with haven');
    mourn(HAS_PSPP, 'PSPP');
  });
  afterAll(() => folder.remove());

  withR('.sav is read by haven: values, labels and missing codes', () => {
    const found = readWithR(folder.path, 'haven::read_sav("table.sav", user_na = TRUE)');
    expectTable(found, HOSTILE_TABLE, {
      longestLabel: 255,
      longestCodeLabel: 120,
      missingText: '',
      booleans: 'labelled',
    });
  });

  withR('CSV is read by the R script: values, labels and missing codes', () => {
    const found = readWithR(folder.path, 'source("script.R"); visits');
    const whole = { longestLabel: Infinity, longestCodeLabel: Infinity };
    expectTable(found, HOSTILE_TABLE, { ...whole, missingText: null, booleans: 'logical' });
  });

  withR('the R script is the same in a locale without Unicode, and without haven', () => {
    const plain = 'requireNamespace <- function(...) FALSE; Sys.setlocale("LC_ALL", "C"); source("script.R"); visits';
    const found = readWithR(folder.path, plain);
    const whole = { longestLabel: Infinity, longestCodeLabel: Infinity };
    expectTable(found, HOSTILE_TABLE, { ...whole, missingText: null, booleans: 'logical' });
  });

  withR('line ends in cells come as line feeds to R', () => {
    const rows = [LINE_ENDS];
    const own = folderWith(HOSTILE_TABLE, batchOf(rows));
    const read = readWithR(own.path, 'source("script.R"); visits')['note']!.cells;
    const sav = readWithR(own.path, 'haven::read_sav("table.sav")')['note']!.cells;
    own.remove();
    expect(read).toEqual(['two\nlines\nand\ta tab']);
    expect(sav).toEqual(['two\r\nlines\nand\ta tab']);
  });

  withPspp('CSV is read by the SPSS syntax: values, labels and missing codes', () => {
    // PSPP reads no number below the least normal one.
    const rows = HOSTILE_ROWS.map((row) => row.map((cell) => (cell === 5e-324 ? 2.5 : cell)));
    const own = folderWith(HOSTILE_TABLE, batchOf(rows));
    runPspp(own.path, 'script.sps', 'read.sav');
    const found = readWithR(own.path, 'haven::read_sav("read.sav", user_na = TRUE)');
    own.remove();
    expectTable(found, HOSTILE_TABLE, {
      longestLabel: 255,
      longestCodeLabel: 120,
      missingText: '',
      booleans: 'labelled',
      rows,
    });
  });

  withPspp('our .sav file is read by PSPP as haven reads it', () => {
    const own = folderWith(HOSTILE_TABLE, batchOf(HOSTILE_ROWS));
    const ours = readWithR(own.path, 'haven::read_sav("table.sav", user_na = TRUE)');
    writeFileSync(join(own.path, 'get.sps'), "GET FILE='table.sav'.\n");
    runPspp(own.path, 'get.sps', 'read.sav');
    const theirs = readWithR(own.path, 'haven::read_sav("read.sav", user_na = TRUE)');
    own.remove();
    const sorted = (columns: Record<string, RColumn>) => JSON.parse(JSON.stringify(columns)) as unknown;
    expect(sorted(theirs)).toEqual(sorted(ours));
  });
});
