import type { Column } from '../format/question.schema.ts';
import { columnsOf, type TableField } from '../format/table.columns.ts';
import { frameOf, group, neededMark } from './fill.frame.ts';
import { fillSimple } from './fill.simple.ts';
import type { Html } from './html.ts';
import { attribute, html, NOTHING } from './html.ts';
import type { Rendering } from './rendering.context.ts';

/** A table as cards, one a row: on a phone a wide table cannot be filled in. */
export function fillTable(field: TableField, rendering: Rendering): Html {
  const columns = columnsOf(field);
  const answer = rendering.answerTo(field.id);
  const present: readonly unknown[] = Array.isArray(answer) ? answer : [];
  const count = field.slots?.length ?? Math.max(1, present.length);
  const cards = Array.from({ length: count }, (_, index) =>
    card(field, columns, { index: String(index), row: present[index], rendering }),
  );
  const frame = frameOf(field, rendering);
  const rows = html`<div class="ws-rows">${cards}</div>
    ${field.slots === undefined ? adding(field, columns, rendering) : NOTHING}`;
  return group(frame, neededMark(field, rendering), rows);
}

interface Card {
  readonly index: string;
  readonly row: unknown;
  readonly rendering: Rendering;
}

function card(field: TableField, columns: readonly Column[], { index, row, rendering }: Card): Html {
  const { words, say } = rendering;
  const slot = field.slots?.[Number(index)];
  const title = slot === undefined ? words.row(Number(index) + 1) : say(slot);
  const cells = new Map<string, unknown>(typeof row === 'object' && row !== null ? Object.entries(row) : []);
  const controls = columns.map((column) => {
    const frame = frameOf(column, rendering, `${rendering.idOf(field.id)}-${index}-${column.id}`);
    const at = { name: `${field.id}[${index}].${column.id}`, value: cells.get(column.id), frame, needed: NOTHING };
    return html`<div class="ws-cell" data-kind="${column.kind}" ${attribute('data-wide', isWide(column))}>
      ${fillSimple(column, at, rendering)}
    </div>`;
  });
  const removal =
    field.slots === undefined
      ? html`<button type="button" class="ws-quiet" data-remove-row>${words.removeRow}</button>`
      : NOTHING;
  return html`<fieldset class="ws-row" data-row>
    <legend>${title}</legend>
    <div class="ws-row-cells">${controls}</div>
    ${removal}
  </fieldset>`;
}

const isWide = (column: Column): boolean =>
  column.kind === 'text' || column.kind === 'scale' || column.kind === 'choice';

/** The next row, waiting in a template: `__` stands for its number. */
function adding(field: TableField, columns: readonly Column[], rendering: Rendering): Html {
  const row = card(field, columns, { index: '__', row: undefined, rendering });
  return html`<template data-row-template>${row}</template
    ><button type="button" class="ws-button ws-outline" data-add-row data-most="${field.maxRows}">
      ${rendering.words.addRow}
    </button>`;
}
