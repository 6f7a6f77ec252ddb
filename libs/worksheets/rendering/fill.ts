import type { Field, FieldOf } from '../format/field.schema.ts';
import { isTable } from '../format/table.columns.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import { fillAttachment, fillDrawing } from './fill.creative.ts';
import { type Frame, frameOf, group, neededMark, single } from './fill.frame.ts';
import { fillBreathing, fillPractice } from './fill.practice.ts';
import { fillSimple, optionCards, textControl } from './fill.simple.ts';
import { fillTable } from './fill.table.ts';
import type { Html } from './html.ts';
import { attribute, html, NOTHING } from './html.ts';
import { introduction, notice } from './introduction.ts';
import { type Rendering, renderingOf, type RenderingOptions } from './rendering.context.ts';
import { showDemonstration, showInformation, showResource } from './showing.ts';

export interface FillOptions extends RenderingOptions {
  /** `one` shows one question at a time once the script runs; without it every question is on the page. */
  readonly screens?: 'all' | 'one';
}

/**
 * The worksheet as a form. It can be read and filled in as it is; the script adds show-if rules, rows, drawing, pacer and timer.
 * Nothing of the worksheet or of the answers can become markup.
 */
export function renderFill(worksheet: Worksheet, options: FillOptions = {}): Html {
  const rendering = renderingOf(worksheet, options);
  const { words, language } = rendering;
  const rules = JSON.stringify(worksheet.fields.map(({ id, kind, showIf, ...rest }) => ruleOf(id, kind, showIf, rest)));
  const fields = worksheet.fields.map((field) => fillField(field, rendering));
  const steering = html`<nav class="ws-steering" data-steering hidden>
    <button type="button" class="ws-button ws-outline" data-back>${words.back}</button
    ><button type="button" class="ws-button" data-next data-finish="${words.finish}">${words.next}</button>
  </nav>`;
  const progress = html`<div class="ws-progress" data-progress hidden>
    <p><span data-step></span></p>
    <div class="ws-bar"><div data-bar></div></div>
  </div>`;
  return html`<form
    class="ws ws-fill"
    lang="${language}"
    novalidate
    autocomplete="off"
    data-worksheet="${worksheet.id}"
    data-version="${worksheet.version}"
    data-screens="${options.screens ?? 'all'}"
    data-rules="${rules}"
  >
    ${introduction(rendering)}${progress}
    <div class="ws-fields">${fields}</div>
    ${steering}${notice(rendering)}
  </form>`;
}

/** What the script needs to know of a field: how its answer is read, when it is shown, what is computed. */
function ruleOf(id: string, kind: string, showIf: unknown, rest: object): object {
  const many = 'many' in rest && rest.many === true;
  const computed = kind === 'computed' && 'value' in rest && 'decimals' in rest ? rest : {};
  const calculation =
    'value' in computed && 'decimals' in computed ? { value: computed.value, decimals: computed.decimals } : {};
  const required = 'required' in rest && rest.required === true ? { required: true } : {};
  return {
    id,
    kind,
    ...required,
    ...(showIf === undefined ? {} : { showIf }),
    ...(many ? { many } : {}),
    ...calculation,
  };
}

function fillField(field: Field, rendering: Rendering): Html {
  return html`<div class="ws-field" data-field="${field.id}" data-kind="${field.kind}">
    ${control(field, rendering)}
  </div>`;
}

function control(field: Field, rendering: Rendering): Html {
  if (isTable(field)) return fillTable(field, rendering);
  const frame = frameOf(field, rendering);
  const needed = neededMark(field, rendering);
  const slot = { name: field.id, value: rendering.answerTo(field.id), frame, needed };
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'scale':
    case 'number':
    case 'date':
    case 'time':
    case 'duration':
      return fillSimple(field, slot, rendering);
    case 'note':
      return single(frame, needed, textControl(Math.max(4, field.lines), 20_000, slot));
    case 'breathing':
      return fillBreathing(field, rendering);
    case 'practice':
      return fillPractice(field, rendering);
    case 'drawing':
      return fillDrawing(field, rendering);
    case 'attachment':
      return fillAttachment(field, rendering);
    case 'checklist':
      return group(frame, needed, optionCards(field.items, { ...slot, many: true }, rendering));
    case 'resource':
      return group(frame, needed, html`${showResource(field, rendering, true)}${amounts(field.id, rendering)}`);
    case 'demonstration':
      return showDemonstration(field, rendering);
    case 'information':
      return showInformation(field, rendering);
    case 'computed':
      return computedOutput(field, frame, rendering);
  }
}

function computedOutput({ id, unit }: FieldOf<'computed'>, frame: Frame, { say }: Rendering): Html {
  const shown = unit === undefined ? NOTHING : html` <span class="ws-unit">${say(unit)}</span>`;
  return html`<p class="ws-q" id="${frame.id}">${frame.label}</p>
    ${frame.hint}<output class="ws-computed" aria-labelledby="${frame.id}" data-computed="${id}">–</output>${shown}`;
}

function amounts(name: string, { words, answerTo }: Rendering): Html {
  const value = answerTo(name);
  const cards = (['all', 'part', 'none'] as const).map(
    (amount) =>
      html`<label class="ws-card"
        ><input type="radio" name="${name}" value="${amount}" ${attribute('checked', value === amount)} /><span
          >${words.amounts[amount]}</span
        ></label
      >`,
  );
  return html`<div class="ws-cards">${cards}</div>`;
}
