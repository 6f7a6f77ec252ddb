import type { Column } from '../format/question.schema.ts';
import { type Frame, group, single } from './fill.frame.ts';
import type { Html } from './html.ts';
import { attribute, html, NOTHING, times } from './html.ts';
import type { Rendering } from './rendering.context.ts';

/** Where the control's answer goes, and what is there already. */
export interface Slot {
  readonly name: string;
  readonly value: unknown;
  readonly frame: Frame;
  readonly needed: Html;
}

/** The control of a simple question, in a field of its own or in a row of a table. */
export function fillSimple(column: Column, slot: Slot, rendering: Rendering): Html {
  const { frame, needed } = slot;
  switch (column.kind) {
    case 'text':
      return single(frame, needed, textControl(column.lines, column.maxLength, slot));
    case 'choice':
      return group(frame, needed, choiceControl(column, slot, rendering));
    case 'scale':
      return scaleControl(column, slot, rendering);
    case 'number':
      return single(frame, needed, numberControl(column, slot, rendering));
    case 'date':
      return single(frame, needed, input('date', slot, NOTHING));
    case 'time':
      return single(frame, needed, input('time', slot, NOTHING));
    case 'duration': {
      const limits = html` min="0" max="${column.maxMinutes}" inputmode="numeric"`;
      return single(frame, needed, withUnit(input('number', slot, limits), rendering.words.minutesUnit));
    }
  }
}

const written = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export function textControl(lines: number, maxLength: number, { name, value, frame }: Slot): Html {
  const common = html`id="${frame.id}" name="${name}" maxlength="${maxLength}"${frame.described}`;
  return lines === 1
    ? html`<input type="text" ${common} autocomplete="off" value="${written(value)}" />`
    : html`<textarea ${common} rows="${Math.min(Math.max(lines, 2), 8)}">${`\n${written(value)}`}</textarea>`;
}

function input(type: 'date' | 'time' | 'number', { name, value, frame }: Slot, more: Html): Html {
  const filled = attribute('value', written(value) === '' ? undefined : written(value));
  return html`<input type="${type}" id="${frame.id}" name="${name}" ${filled}${more}${frame.described} />`;
}

function withUnit(control: Html, unit: string): Html {
  return html`<span class="ws-with-unit">${control}<span>${unit}</span></span>`;
}

function numberControl(column: Extract<Column, { kind: 'number' }>, slot: Slot, { say }: Rendering): Html {
  const step = column.decimals === 0 ? '1' : (10 ** -column.decimals).toFixed(column.decimals);
  const limits = html` min="${column.min}" max="${column.max}" step="${step}" inputmode="decimal"`;
  const control = input('number', slot, limits);
  return column.unit === undefined ? control : withUnit(control, say(column.unit));
}

function choiceControl(column: Extract<Column, { kind: 'choice' }>, { name, value }: Slot, rendering: Rendering): Html {
  return optionCards(column.options, { name, value, many: column.many }, rendering);
}

interface Cards {
  readonly name: string;
  readonly value: unknown;
  readonly many: boolean;
}

/** Cards to tap: one of them, or as many as fit. */
export function optionCards(
  options: Extract<Column, { kind: 'choice' }>['options'],
  { name, value, many }: Cards,
  { say }: Rendering,
): Html {
  const chosen = new Set<unknown>(Array.isArray(value) ? value : [value]);
  const cards = options.map(
    (option) =>
      html`<label class="ws-card"
        ><input
          type="${many ? 'checkbox' : 'radio'}"
          name="${name}"
          value="${option.value}"
          ${attribute('checked', chosen.has(option.value))}
        /><span>${say(option.label)}</span></label
      >`,
  );
  return html`<div class="ws-cards">${cards}</div>`;
}

/** The most steps that are still buttons a thumb can hit. */
const MOST_BUTTONS = 11;
const MOST_ACROSS_A_PHONE = 7;

function scaleControl(column: Extract<Column, { kind: 'scale' }>, slot: Slot, { say }: Rendering): Html {
  const { frame, needed, name, value } = slot;
  const count = (column.max - column.min) / column.step + 1;
  const ends = html`<div class="ws-ends">
    ${column.anchors.map(({ at, label }) => html`<span style="--at:${(100 * (at - column.min)) / (column.max - column.min)}%">${say(label)}</span>`)}
  </div>`;
  if (count > MOST_BUTTONS) return single(frame, needed, html`${slider(column, slot)}${ends}`);
  const buttons = times(count, (index) => {
    const step = column.min + index * column.step;
    return html`<label
      ><input type="radio" name="${name}" value="${step}" ${attribute('checked', value === step)} /><span
        >${step}</span
      ></label
    >`;
  });
  const narrow = count > MOST_ACROSS_A_PHONE ? Math.ceil(count / 2) : count;
  const odd = attribute('data-odd', narrow < count && count % 2 === 1);
  const row = html`<div class="ws-scale" style="--n:${count};--narrow:${narrow}" ${odd}>${buttons}</div>`;
  return group(frame, needed, html`${row}${ends}`);
}

function slider({ min, max, step }: Extract<Column, { kind: 'scale' }>, { name, value, frame }: Slot): Html {
  const there = typeof value === 'number';
  const at = there ? value : Math.round((min + max) / 2);
  return html`<span class="ws-slider"
    ><input
      type="range"
      id="${frame.id}"
      name="${name}"
      min="${min}"
      max="${max}"
      step="${step}"
      value="${at}"
      ${attribute('data-untouched', !there)}${frame.described}
    /><output for="${frame.id}">${there ? at : '–'}</output></span
  >`;
}
