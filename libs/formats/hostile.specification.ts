/** A data set with what breaks formats, for the specs of all of them: each reads it back with a reader that is not ours. */
import type { DatasetDescription, DescribedTable, Words } from './description/dataset.description.ts';
import type { Batch, Cell } from './file.column.ts';

const words = (en: string, sv?: string): Words => (sv === undefined ? { en } : { en, sv });

/** 300 bytes of label: SPSS keeps 255 and Stata 80 characters of it. */
export const LONG_LABEL = `What keeps you from your homework, “in your own words”: 5 % $HOME \`whoami\` &amp; ${'für und für '.repeat(16)}ende`;
/** 200 bytes of value label: SPSS keeps 120. */
export const LONG_CODE_LABEL = `Kognitive Verhaltenstherapie, ${'wöchentlich, '.repeat(12)}einzeln`;

export const HOSTILE_TABLE: DescribedTable = {
  name: 'visits',
  title: words('Visits', 'Besök'),
  grain: words('one row a person and visit', 'en rad per person och besök'),
  key: ['pid', 'visit_no'],
  subject: 'pid',
  rows: 9,
  file: { path: 'data/study-hostile_description-visits_data.csv' },
  columns: [
    { name: 'pid', label: words('Pseudonym'), type: 'text' },
    { name: 'visit_no', label: words('Visit', 'Besök'), type: 'integer', unit: '1' },
    {
      name: 'note',
      label: words(LONG_LABEL, `Vad hindrar dig? ${'Åäö '.repeat(60)}`),
      type: 'text',
      missing: [{ value: '(suppr.)', label: words('suppressed', 'dolt') }],
      itemText: words('What got in the way, "if anything"?', 'Vad kom emellan, "om något"?'),
      source: "O'Neil & Sons <2004>",
    },
    {
      name: 'arm',
      label: words('Arm', 'Arm'),
      type: 'text',
      codes: [
        { value: 'tau', label: words("Doctor's usual care", 'Sedvanlig vård') },
        { value: 'cbt', label: words(LONG_CODE_LABEL, 'KBT') },
        { value: '-1', label: words('=none', '=ingen') },
      ],
      missing: [{ value: '(suppr.)', label: words('suppressed', 'dolt') }],
      treatment: words('level 1; 1 cell suppressed', 'nivå 1; 1 cell dold'),
    },
    {
      name: 'phq9_total',
      label: words('PHQ-9 total', 'PHQ-9, summa'),
      type: 'integer',
      unit: '{points}',
      codes: [{ value: 0, label: words('none', 'inga') }],
      missing: [
        { value: -77, label: words('suppressed', 'dolt') },
        { value: -88, label: words('erased', 'raderat') },
      ],
      range: { least: 0, most: 27 },
      formula: words('Σ of nine items; null where > 2 are missing', 'Σ av nio frågor'),
    },
    { name: 'minutes', label: words('Minutes', 'Minuter'), type: 'number', unit: 'min' },
    { name: 'attended', label: words('Attended', 'Närvarade'), type: 'boolean' },
    { name: 'day', label: words('Day', 'Dag'), type: 'date' },
    { name: 'sequence', label: words('Log index', 'Loggindex'), type: 'long' },
  ],
};

export const HOSTILE: DatasetDescription = {
  id: 'hostile',
  title: 'A trial with "quotes" & <tags> and a 👩‍🚀',
  description: "What breaks formats: it's all in here.",
  languages: ['en', 'sv'],
  version: '1.0.0',
  provenance: { protocol: 'HW-01@7', logIndex: 184_223, erasureEpoch: 2 },
  tables: [HOSTILE_TABLE],
};

/** No character of the texts lies across the bytes 8, 16, …: sav-reader decodes eight bytes at a time. */
export const HOSTILE_ROWS: readonly (readonly Cell[])[] = [
  ['P-1', 1, '=cmd|calc', 'tau', 7, 12.5, true, '2026-03-09', 9_007_199_254_740_993n],
  ['P-1', 2, '+SUM(A1)', 'cbt', -77, -0.1, false, '1582-10-15', -(2n ** 63n)],
  ['P-2', 1, null, null, null, null, null, null, null],
  ['P-2', 2, 'a "quoted", text; of 12 👩🚀 signs', '-1', 2_147_483_647, 1e300, true, '2024-02-29', 0n],
  ['P-3', 1, `${'é'.repeat(150)}`, 'tau', -2_147_483_648, 151, false, '9999-12-31', 1n],
  ['P-3', 2, 'x'.repeat(700), '(suppr.)', 0, 0.1 + 0.2, true, '1970-01-01', 2],
  ['P-3', 3, "'=kept", 'tau', -88, 5e-324, true, '1969-12-31', 2n ** 63n - 1n],
  ['P-4', 1, '(suppr.)', 'cbt', 27, 3, null, null, 5n],
  ['P-4', 2, '@x & <y> "z" \\n $a `b`', 'tau', 1, 1 / 3, false, '2026-12-31', -1n],
];

/** What programs without line ends in cells are not given. */
export const LINE_ENDS: readonly Cell[] = ['P-5', 1, 'two\r\nlines\nand\ta tab', 'tau', 1, 1, true, '2026-01-01', 1n];

export function batchOf(rows: readonly (readonly Cell[])[], width = HOSTILE_TABLE.columns.length): Batch {
  return {
    rows: rows.length,
    columns: Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? null)),
  };
}

/** Cells of a column. */
export const hostileCells = (name: string, rows = HOSTILE_ROWS): readonly Cell[] =>
  rows.map((row) => row[HOSTILE_TABLE.columns.findIndex((column) => column.name === name)] ?? null);
