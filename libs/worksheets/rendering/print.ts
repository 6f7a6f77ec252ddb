import type { Field, FieldOf } from '../format/field.schema.ts';
import { isTable } from '../format/table.columns.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import { conditionWords } from './condition.words.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { heading, notice } from './introduction.ts';
import { circles, ruled, scaleMarks, shortLine, tickList } from './print.marks.ts';
import { printTable } from './print.table.ts';
import { paragraphs, type Rendering, renderingOf, type RenderingOptions } from './rendering.context.ts';
import type { Words } from './words.ts';
import { showDemonstration, showInformation, showResource } from './showing.ts';

/** The worksheet as a page of a workbook, with space to write. Nothing of the worksheet can become markup. */
export function renderPrint(worksheet: Worksheet, options: RenderingOptions = {}): Html {
  const rendering = renderingOf(worksheet, options);
  const { words, say, language } = rendering;
  const head = html`<header class="ws-head">
    <div class="ws-top">
      ${heading(rendering)}
      <div class="ws-corner">
        <p class="ws-date">${words.date} <i></i></p>
        ${notice(rendering)}
      </div>
    </div>
    <p class="ws-lead">${say(worksheet.objective)}</p>
  </header>`;
  const fields = worksheet.fields.map((field) => printField(field, rendering));
  return html`<article class="ws ws-print" lang="${language}" id="${worksheet.id}" style="page:${pageName(worksheet)}">
    ${head} ${guide(rendering)}
    <div class="ws-fields">${fields}</div>
  </article>`;
}

/** The name of the pages that a worksheet is printed on, so that each sheet of paper says what it belongs to. */
export const pageName = ({ id }: Worksheet): string => `page-${id}`;

/** Why, how and an example, before the questions. */
function guide({ worksheet, words, say }: Rendering): Html {
  return html`<div class="ws-guide">
    <section class="ws-why">
      <h2>${words.why}</h2>
      ${paragraphs(say(worksheet.rationale))}
    </section>
    <section class="ws-how">
      <h2>${words.how}</h2>
      <ol class="ws-steps">
        ${worksheet.steps.map((step) => html`<li>${say(step)}</li>`)}
      </ol>
    </section>
    <section class="ws-example">
      <h2>${words.example}</h2>
      ${paragraphs(say(worksheet.example))}
    </section>
    <section class="ws-variants">
      <p><b>${words.easier}:</b> ${say(worksheet.easier.text)}</p>
      <p><b>${words.harder}:</b> ${say(worksheet.harder.text)}</p>
    </section>
  </div>`;
}

function printField(field: Field, rendering: Rendering): Html {
  const { say, words } = rendering;
  const only =
    field.showIf === undefined
      ? NOTHING
      : html`<p class="ws-only">${words.onlyIf}: ${conditionWords(field.showIf, rendering)}</p>`;
  if (field.kind === 'information' || field.kind === 'demonstration') {
    const shown =
      field.kind === 'information' ? showInformation(field, rendering) : showDemonstration(field, rendering);
    return html`<section class="ws-field" data-field="${field.id}" data-kind="${field.kind}">${only}${shown}</section>`;
  }
  const hint = field.hint === undefined ? NOTHING : html`<p class="ws-hint">${say(field.hint)}</p>`;
  const label = html`<h2 class="ws-q">${say(field.label)}</h2>`;
  return html`<section class="ws-field" data-field="${field.id}" data-kind="${field.kind}">
    <div class="ws-asked">${only}${label}${hint}</div>
    ${space(field, rendering)}
  </section>`;
}

type Written = Exclude<Field, FieldOf<'information'> | FieldOf<'demonstration'>>;

/** The space to answer in. */
function space(field: Written, rendering: Rendering): Html {
  if (isTable(field)) return printTable(field, rendering);
  const { say, words } = rendering;
  switch (field.kind) {
    case 'text':
    case 'note':
      return ruled(field.lines);
    case 'choice':
      return tickList(field.options, field.many, say);
    case 'checklist':
      return tickList(field.items, true, say);
    case 'scale':
      return scaleMarks(field, rendering);
    case 'number':
    case 'computed':
      return shortLine(field.unit === undefined ? null : say(field.unit));
    case 'date':
    case 'time':
      return shortLine(null);
    case 'duration':
      return shortLine(words.minutesUnit);
    case 'breathing':
      return printBreathing(field, rendering);
    case 'practice':
      return html`<div class="ws-script">${paragraphs(say(field.script))}</div>
        ${circles(7, words.tickEach)}`;
    case 'drawing':
      return html`<div class="ws-frame" aria-hidden="true"></div>
        <p class="ws-hint">${field.description === 'required' ? words.describeNeeded : words.describe}</p>
        ${ruled(2)}`;
    case 'attachment':
      return html`<div class="ws-frame ws-frame-small"><p>${words.bringFile}</p></div>`;
    case 'resource':
      return html`${showResource(field, rendering, false)}${amounts(words)}`;
  }
}

function amounts({ amounts: { all, part, none } }: Words): Html {
  return tickList([{ label: all }, { label: part }, { label: none }], false, (label) => label);
}

/** The rhythm as a line that rises and falls, each part as long as it lasts. */
function printBreathing(field: FieldOf<'breathing'>, { words }: Rendering): Html {
  const phases = [
    { name: words.breathe.in, seconds: field.in, from: 52, to: 12 },
    { name: words.breathe.hold, seconds: field.hold, from: 12, to: 12 },
    { name: words.breathe.out, seconds: field.out, from: 12, to: 52 },
    { name: words.breathe.rest, seconds: field.rest, from: 52, to: 52 },
  ].filter(({ seconds }) => seconds > 0);
  const total = phases.reduce((sum, { seconds }) => sum + seconds, 0);
  let x = 0;
  const drawn = phases.map(({ name, seconds, from, to }) => {
    const begin = x;
    x += (600 * seconds) / total;
    const middle = (begin + x) / 2;
    return {
      curve: `C${middle} ${from} ${middle} ${to} ${x} ${to}`,
      text: html`<text x="${middle}" y="76">${name} ${seconds}</text>`,
    };
  });
  return html`<svg
      class="ws-wave"
      viewBox="0 0 600 84"
      role="img"
      aria-label="${phases.map(({ name, seconds }) => `${name} ${seconds}`).join(', ')}"
    >
      <path d="M0 52${drawn.map(({ curve }) => curve).join('')}" />
      ${drawn.map(({ text }) => text)}</svg
    >${circles(7, words.tickEach)}`;
}
