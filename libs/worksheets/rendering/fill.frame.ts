import type { Field } from '../format/field.schema.ts';
import type { Html } from './html.ts';
import { attribute, html, NOTHING } from './html.ts';
import type { Rendering } from './rendering.context.ts';

type Framed = Pick<Field, 'id' | 'label' | 'hint'>;

/** The parts of a question that controls are tied to. */
export interface Frame {
  /** Of the control itself, or of the group. */
  readonly id: string;
  readonly label: string;
  readonly hint: Html;
  /** ` aria-describedby="…"`, or nothing. */
  readonly described: Html;
}

export function frameOf(field: Framed, rendering: Rendering, id = rendering.idOf(field.id)): Frame {
  const { say } = rendering;
  if (field.hint === undefined) return { id, label: say(field.label), hint: NOTHING, described: NOTHING };
  return {
    id,
    label: say(field.label),
    hint: html`<p class="ws-hint" id="${id}-hint">${say(field.hint)}</p>`,
    described: attribute('aria-describedby', `${id}-hint`),
  };
}

/** One control under one label. */
export function single({ id, label, hint }: Frame, needed: Html, control: Html): Html {
  return html`<label class="ws-q" for="${id}">${label}${needed}</label>${hint}${control}`;
}

/** Several controls under one legend. */
export function group({ label, hint, described }: Frame, needed: Html, controls: Html): Html {
  return html`<fieldset${described}><legend class="ws-q">${label}${needed}</legend>${hint}${controls}</fieldset>`;
}

export function neededMark(field: Field, { words }: Rendering): Html {
  return 'required' in field && field.required ? html` <span class="ws-needed">${words.needed}</span>` : NOTHING;
}
