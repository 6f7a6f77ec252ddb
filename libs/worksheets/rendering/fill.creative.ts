import type { FieldOf } from '../format/field.schema.ts';
import { PALETTE, SHEET_HEIGHT } from './drawing.svg.ts';
import { frameOf, group, neededMark } from './fill.frame.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Rendering } from './rendering.context.ts';

/** A sheet to draw on, and words beside it or in its place. */
export function fillDrawing(field: FieldOf<'drawing'>, rendering: Rendering): Html {
  const { words, answerTo } = rendering;
  const frame = frameOf(field, rendering);
  const answer = answerTo(field.id);
  const drawing = typeof answer === 'object' && 'strokes' in answer ? answer : { strokes: [] };
  const colours = PALETTE.map(
    (colour, index) =>
      html`<button
        type="button"
        class="ws-colour"
        style="--c:${colour}"
        data-colour="${index}"
        aria-pressed="${String(index === 0)}"
        aria-label="${words.colour(index + 1)}"
      ></button>`,
  );
  const tools = html`<div class="ws-tools">
    ${colours}<span class="ws-grow"></span><button type="button" class="ws-quiet" data-undo>${words.undo}</button
    ><button type="button" class="ws-quiet" data-clear>${words.clear}</button>
  </div>`;
  const described = html`<label class="ws-q ws-small" for="${frame.id}-words"
      >${field.description === 'required' ? words.describeNeeded : words.describe}</label
    ><textarea id="${frame.id}-words" name="${field.id}.description" rows="3" maxlength="4000">
${drawing.description ?? ''}</textarea>`;
  const sheet = html`<canvas
      class="ws-sheet"
      width="1000"
      height="${SHEET_HEIGHT}"
      aria-label="${words.drawHere}"
      data-sheet
    ></canvas
    ><input type="hidden" name="${field.id}.strokes" value="${JSON.stringify(drawing.strokes)}" />`;
  return group(frame, neededMark(field, rendering), html`<div data-drawing>${sheet}${tools}${described}</div>`);
}

/** Files are taken by the page around it, which stores them and writes their reference into the hidden input. */
export function fillAttachment(field: FieldOf<'attachment'>, rendering: Rendering): Html {
  const { words, answerTo } = rendering;
  const answer = answerTo(field.id);
  const files = Array.isArray(answer) ? answer : [];
  const choosers = field.accept.map((kind) => {
    const [accept, label] =
      kind === 'photo' ? (['image/*', words.addPhoto] as const) : (['audio/*', words.addAudio] as const);
    return html`<label class="ws-button ws-outline ws-file"
      >${label}<input type="file" accept="${accept}" data-attach="${kind}"
    /></label>`;
  });
  const list = html`<ul class="ws-files" data-files></ul>
    <input type="hidden" name="${field.id}" value="${JSON.stringify(files)}" data-most="${field.max}" />`;
  return group(
    frameOf(field, rendering),
    neededMark(field, rendering),
    html`<div data-attachments class="ws-choosers">${choosers}${list}</div>`,
  );
}
