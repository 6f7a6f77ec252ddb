import type { FieldOf } from '../format/field.schema.ts';
import { frameOf, group, neededMark } from './fill.frame.ts';
import type { Html } from './html.ts';
import { attribute, html, NOTHING } from './html.ts';
import { paragraphs, type Rendering } from './rendering.context.ts';

const seconds = (field: { readonly id: string }, { answerTo }: Rendering): Html => {
  const answer = answerTo(field.id);
  return html`<input
    type="hidden"
    name="${field.id}"
    value="${typeof answer === 'number' ? answer : ''}"
    data-seconds
  />`;
};

const clock = (minutes: number): string => `${minutes}:00`;

/** A circle that grows and shrinks; words and numbers carry the same for those who want no movement. */
export function fillBreathing(field: FieldOf<'breathing'>, rendering: Rendering): Html {
  const { words } = rendering;
  const { in: inhale, hold, out, rest, minutes } = field;
  const script = [
    [words.breathe.in, inhale],
    [words.breathe.hold, hold],
    [words.breathe.out, out],
    [words.breathe.rest, rest],
  ] as const;
  const phases = script.filter(([, length]) => length > 0);
  const list = html`<ol class="ws-phases">
    ${phases.map(([name, length]) => html`<li><b>${name}</b> ${length} ${words.seconds}</li>`)}
  </ol>`;
  const pacer = html`<div class="ws-pacer" data-pacer="${JSON.stringify(script)}" data-minutes="${minutes}">
    <div class="ws-breath" aria-hidden="true">
      <div class="ws-breath-fill"></div>
      <span data-phase>${words.breathe.in}</span>
    </div>
    <p class="ws-clock"><span data-clock>${clock(minutes)}</span> ${words.left}</p>
    ${starter(rendering)}${seconds(field, rendering)}
  </div>`;
  return group(frameOf(field, rendering), neededMark(field, rendering), html`${pacer}${list}`);
}

/** A practice against the clock, with its recording and the words to read along. */
export function fillPractice(field: FieldOf<'practice'>, rendering: Rendering): Html {
  const { words, say, mediaUrl } = rendering;
  const address = field.audio === undefined ? undefined : mediaUrl(field.audio.id);
  const audio =
    address === undefined
      ? NOTHING
      : html`<audio controls preload="none" src="${address}" aria-label="${words.listen}"></audio>`;
  const timer = html`<div class="ws-timer" data-timer data-minutes="${field.minutes}">
    <p class="ws-clock"><span data-clock>${clock(field.minutes)}</span> ${words.left}</p>
    ${starter(rendering)}${seconds(field, rendering)}
  </div>`;
  const script = html`<details class="ws-script" ${attribute('open', address === undefined)}>
    <summary>${words.readAlong}</summary>
    ${paragraphs(say(field.script))}
  </details>`;
  return group(frameOf(field, rendering), neededMark(field, rendering), html`${audio}${timer}${script}`);
}

function starter({ words }: Rendering): Html {
  return html`<button type="button" class="ws-button ws-outline" data-start data-pause="${words.pause}">
    ${words.start}
  </button>`;
}
