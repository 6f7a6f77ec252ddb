import type { Column } from '../format/question.schema.ts';
import { columnsOf, type TableField } from '../format/table.columns.ts';
import type { Html } from './html.ts';
import { html, NOTHING, times } from './html.ts';
import { ruled, scaleMarks } from './print.marks.ts';
import type { Rendering } from './rendering.context.ts';

/** About how wide a column must be to be written in by hand, in parts of a page 12 wide. */
function weight(column: Column): number {
  switch (column.kind) {
    case 'text':
      return column.lines > 1 ? 3 : 2;
    case 'choice':
      return 2;
    case 'date':
    case 'time':
      return 1.3;
    case 'scale':
    case 'number':
    case 'duration':
      return 1.1;
  }
}

const PAGE_WIDTH = 12;
const MOST_ACROSS = 7;

/** A table to write in: across the page where its columns fit; days across where there are many short questions; else one block a row. */
export function printTable(field: TableField, rendering: Rendering): Html {
  const columns = columnsOf(field);
  const total = columns.reduce((sum, column) => sum + weight(column), field.slots === undefined ? 0 : 1.6);
  if (total <= PAGE_WIDTH) return across(field, columns, total, rendering);
  const slots = field.slots;
  if (slots !== undefined && slots.length <= MOST_ACROSS) return turned(slots, columns, rendering);
  return blocks(field, columns, rendering);
}

const heads = (columns: readonly Column[], { say }: Rendering): Html =>
  html`${columns.map((column) => html`<th scope="col">${say(column.label)}${limits(column)}</th>`)}`;

/** The ends of a scale, so that paper knows them. */
function limits(column: Column): Html {
  return column.kind === 'scale' ? html` <small>${column.min}–${column.max}</small>` : NOTHING;
}

function across(field: TableField, columns: readonly Column[], total: number, rendering: Rendering): Html {
  const share = (part: number) => html`<col style="width:${((100 * part) / total).toFixed(2)}%" />`;
  const widths = html`<colgroup>
    ${field.slots === undefined ? NOTHING : share(1.6)}${columns.map((column) => share(weight(column)))}
  </colgroup>`;
  const cells = html`${columns.map((column) => html`<td>${column.kind === 'choice' ? boxes(column, rendering) : NOTHING}</td>`)}`;
  const rows =
    field.slots === undefined
      ? times(
          field.printRows,
          () =>
            html`<tr>
              ${cells}
            </tr>`,
        )
      : field.slots.map(
          (slot) =>
            html`<tr>
              <th scope="row">${rendering.say(slot)}</th>
              ${cells}
            </tr>`,
        );
  const tall = columns.some((column) => column.kind === 'text' && column.lines > 1);
  const growing = field.slots === undefined ? 'ws-growing ' : '';
  const height = `${growing}${growing !== '' && tall ? 'ws-tall' : 'ws-middling'}`;
  return html`<table class="${height}">
    ${widths}
    <thead>
      <tr>
        ${field.slots === undefined ? NOTHING : html`<td></td>`}${heads(columns, rendering)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function boxes(column: Extract<Column, { kind: 'choice' }>, { say }: Rendering): Html {
  const mark = column.many ? 'ws-box' : 'ws-circle';
  return html`<span class="ws-small-boxes"
    >${column.options.map((option) => html`<span><i class="${mark}"></i> ${say(option.label)}</span>`)}</span
  >`;
}

function turned(slots: NonNullable<TableField['slots']>, columns: readonly Column[], rendering: Rendering): Html {
  const { say } = rendering;
  const rows = columns.map(
    (column) =>
      html`<tr>
        <th scope="row">${say(column.label)}${limits(column)}</th>
        ${slots.map(() => html`<td></td>`)}
      </tr>`,
  );
  return html`<table class="ws-turned">
    <thead>
      <tr>
        <td></td>
        ${slots.map((slot) => html`<th scope="col">${say(slot)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function blocks(field: TableField, columns: readonly Column[], rendering: Rendering): Html {
  const { say } = rendering;
  const titles =
    field.slots?.map((slot) => say(slot)) ?? times(field.printRows, (index) => rendering.words.row(index + 1));
  return html`${titles.map(
    (title) =>
      html`<section class="ws-block">
        ${titles.length > 1 ? html`<h3>${title}</h3>` : NOTHING}
        ${columns.map((column) => blockLine(column, rendering))}
      </section>`,
  )}`;
}

function blockLine(column: Column, rendering: Rendering): Html {
  const { say } = rendering;
  const hint = column.hint === undefined ? NOTHING : html`<small>${say(column.hint)}</small>`;
  return html`<div class="ws-line">
    <p><b>${say(column.label)}</b>${hint}</p>
    <div>${blockSpace(column, rendering)}</div>
  </div>`;
}

function blockSpace(column: Column, rendering: Rendering): Html {
  switch (column.kind) {
    case 'text':
      return ruled(column.lines);
    case 'scale':
      return scaleMarks(column, rendering);
    case 'choice':
      return boxes(column, rendering);
    case 'number':
    case 'date':
    case 'time':
    case 'duration':
      return ruled(1);
  }
}
