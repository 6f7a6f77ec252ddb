import type { Column } from '../format/question.schema.ts';
import type { Html } from './html.ts';
import { html, NOTHING, times } from './html.ts';
import type { Rendering } from './rendering.context.ts';

/** Lines to write on, as borders: backgrounds are often left out by printers. */
export function ruled(lines: number): Html {
  return html`<div class="ws-ruled" aria-hidden="true">${times(lines, () => html`<i></i>`)}</div>`;
}

/** A short line for one word or number, with its unit. */
export function shortLine(unit: string | null): Html {
  return html`<p class="ws-short"><i></i>${unit === null ? NOTHING : html` ${unit}`}</p>`;
}

const MOST_MARKS = 11;

/** A scale to ring a number on; long ones get every fifth or tenth part of the way. */
export function scaleMarks(scale: Extract<Column, { kind: 'scale' }>, { say }: Rendering): Html {
  const { min, max, step, anchors } = scale;
  const count = (max - min) / step + 1;
  const marks =
    count <= MOST_MARKS ? times(count, (i) => min + i * step) : times(MOST_MARKS, (i) => min + ((max - min) * i) / 10);
  const ends = anchors.map(
    ({ at, label }) => html`<span style="--at:${(100 * (at - min)) / (max - min)}%">${say(label)}</span>`,
  );
  return html`<div class="ws-ring" style="--n:${marks.length}">
      ${marks.map((mark) => html`<span>${Math.round(mark * 10) / 10}</span>`)}
    </div>
    ${ends.length === 0 ? NOTHING : html`<div class="ws-ends">${ends}</div>`}`;
}

/** Boxes to tick, round where one is chosen. */
export function tickList<Label>(
  options: readonly { readonly label: Label }[],
  many: boolean,
  say: (label: Label) => string,
): Html {
  const labels = options.map(({ label }) => say(label));
  const long = labels.some((label) => label.length > 34);
  const mark = many ? 'ws-box' : 'ws-circle';
  return html`<ul class="ws-ticks${long ? ' ws-one-column' : ''}">
    ${labels.map((label) => html`<li><i class="${mark}"></i> ${label}</li>`)}
  </ul>`;
}

/** A row of circles, one for each time. */
export function circles(count: number, words: string): Html {
  return html`<p class="ws-circles">
    ${times(count, () => html`<i class="ws-circle ws-large"></i>`)}<small>${words}</small>
  </p>`;
}
