import type { PanelFragment } from './study.generated.ts';

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** A panel’s table, its rows and figures read. */
export interface Panel extends Omit<PanelFragment, 'rows' | 'figures'> {
  readonly rows: readonly Row[];
  readonly figures: Readonly<Record<string, Cell>>;
}

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const isRow = (value: unknown): value is Row => Array.isArray(value) && value.every(isCell);

/** Reads what the server sends as JSON; what is no table becomes an empty one. */
export function panelOf({ rows, figures, ...rest }: PanelFragment): Panel {
  const read = typeof figures === 'object' && figures !== null ? Object.entries(figures) : [];
  return {
    ...rest,
    rows: Array.isArray(rows) ? rows.filter(isRow) : [],
    figures: Object.fromEntries(read.filter((entry): entry is [string, Cell] => isCell(entry[1]))),
  };
}

/** Only the rows of one site, where the table has sites. */
export function ofSite(panel: Panel, site: string | undefined): Panel {
  const column = panel.columns.findIndex(({ name }) => name === 'site');
  return site === undefined || column < 0
    ? panel
    : { ...panel, rows: panel.rows.filter((row) => row[column] === site) };
}

/** RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvOf({ title, definition, n, logIndex, columns, rows }: Panel): string {
  const cell = (value: Cell): string => {
    const text =
      value === null ? '' : typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const about: Row[] = [
    ['# title', title],
    ['# definition', definition],
    ['# people', n],
    ['# log index', logIndex],
  ];
  return [...about, columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}

/** Hands a text to the browser as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A number column by name. */
export function numbersOf(panel: Panel, name: string): readonly (number | null)[] {
  const column = panel.columns.findIndex((each) => each.name === name);
  return panel.rows.map((row) => {
    const value = row[column];
    return typeof value === 'number' ? value : null;
  });
}
