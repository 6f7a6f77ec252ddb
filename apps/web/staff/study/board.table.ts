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

/** A text that a spreadsheet would take for a formula; a number with its sign is none. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A panel as CSV (RFC 4180), below lines that say what it is: definition, denominator, people, exclusions, log index. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvOf({ title, definition, denominator, n, excluded, logIndex, columns, rows }: Panel): string {
  const cell = (value: Cell): string => {
    const text = value === null ? '' : typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const about: Row[] = [
    ['# title', title],
    ['# definition', definition],
    ['# denominator', denominator],
    ['# people', n],
    ...excluded.map(({ reason, people }): Row => ['# excluded', reason, people]),
    ['# log index', logIndex],
  ];
  const lines = [...about, columns.map(({ name }) => name), ...rows];
  return lines.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
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
