import type { AttachedFile } from '../answers/answers.values.ts';
import { answersSummary, type SummaryAnswer, type SummaryLine } from '../answers/answers.summary.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import { drawingSvg } from './drawing.svg.ts';
import type { Html } from './html.ts';
import { attribute, html, NOTHING } from './html.ts';
import { heading, notice } from './introduction.ts';
import { paragraphs, type Rendering, renderingOf, type RenderingOptions } from './rendering.context.ts';

/** Answers as they are read: by a clinician before a session, by the person afterwards. Nothing in them can become markup. */
export function renderRead(worksheet: Worksheet, options: RenderingOptions = {}): Html {
  const rendering = renderingOf(worksheet, options);
  const lines = answersSummary(worksheet, rendering.values, rendering.language);
  return html`<article class="ws ws-read" lang="${rendering.language}">
    <header class="ws-head">
      ${heading(rendering)}
      <p class="ws-lead">${rendering.say(worksheet.objective)}</p>
    </header>
    <dl class="ws-answers">${lines.map((line) => answered(line, rendering))}</dl>
    ${notice(rendering)}
  </article>`;
}

function answered({ field, label, answer }: SummaryLine, rendering: Rendering): Html {
  return html`<div data-field="${field}" data-answer="${answer.kind}">
    <dt>${label}</dt>
    <dd>${readAnswer(answer, label, rendering)}</dd>
  </div>`;
}

function readAnswer(answer: SummaryAnswer, label: string, rendering: Rendering): Html {
  const { words } = rendering;
  switch (answer.kind) {
    case 'none':
      return html`<p class="ws-none">${words.notAnswered}</p>`;
    case 'text':
      return paragraphs(answer.text);
    case 'amount':
      return html`<p class="ws-figure">
        ${answer.value}${answer.unit === null ? NOTHING : html` <span>${answer.unit}</span>`}
      </p>`;
    case 'scale':
      return meter(answer, label, rendering);
    case 'list':
      return html`<ul class="ws-marks">
        ${answer.items.filter(({ chosen }) => chosen).map(({ text }) => html`<li>${text}</li>`)}
      </ul>`;
    case 'table':
      return table(answer);
    case 'practice':
      return html`<p class="ws-figure">${words.practised(minutesOf(answer.seconds))}</p>`;
    case 'used':
      return html`<p>${words.amounts[answer.amount]}</p>`;
    case 'drawing':
      return html`${answer.drawing.strokes.length === 0 ? NOTHING : drawingSvg(answer.drawing, words.drawing)}${answer.drawing.description === undefined ? NOTHING : paragraphs(answer.drawing.description)}`;
    case 'files':
      return html`<ul class="ws-files">
        ${answer.files.map((file) => fileItem(file, rendering))}
      </ul>`;
    case 'computed':
      return answer.value === null
        ? html`<p class="ws-none">${words.notComputed}</p>`
        : html`<p class="ws-figure">
            ${answer.value.replace('-', '−')}${answer.unit === null ? NOTHING : html` <span>${answer.unit}</span>`}
          </p>`;
  }
}

const minutesOf = (seconds: number): string => String(Math.round(seconds / 6) / 10);

function meter(answer: Extract<SummaryAnswer, { kind: 'scale' }>, label: string, { words }: Rendering): Html {
  const { value, min, max, low, high } = answer;
  const share = (100 * (value - min)) / (max - min);
  const ends =
    low === null && high === null
      ? NOTHING
      : html`<p class="ws-meter-ends"><span>${low}</span><span>${high}</span></p>`;
  return html`<div class="ws-meter">
      <div class="ws-track" role="img" aria-label="${label}: ${words.of(value, max)}">
        <div style="--share:${Math.min(100, Math.max(0, share))}%"></div>
      </div>
      <b>${words.of(value, max)}</b>
    </div>
    ${ends}`;
}

/** Characters that stand beside their label on a phone. */
const MOST_SHORT = 12;

function table({ columns, rows }: Extract<SummaryAnswer, { kind: 'table' }>): Html {
  const slots = rows.some(({ slot }) => slot !== null);
  const head = html`<tr>
    ${slots ? html`<td></td>` : NOTHING}${columns.map((column) => html`<th scope="col">${column}</th>`)}
  </tr>`;
  const short = columns.map((_, index) => rows.every(({ cells }) => (cells[index] ?? '').length <= MOST_SHORT));
  const cellOf = (cell: string, index: number) =>
    html`<td data-label="${columns[index] ?? ''}" ${attribute('data-short', short[index] === true)}>${cell}</td>`;
  const body = rows.map(
    ({ slot, cells }) =>
      html`<tr>
        ${slots ? html`<th scope="row">${slot}</th>` : NOTHING}${cells.map(cellOf)}
      </tr>`,
  );
  return html`<div class="ws-scroll">
    <table>
      <thead>
        ${head}
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}

function fileItem({ attachmentId, kind, description }: AttachedFile, { words, mediaUrl }: Rendering): Html {
  const name = kind === 'photo' ? words.photo : words.audio;
  const address = mediaUrl(attachmentId);
  const described = description === undefined ? NOTHING : html`<p>${description}</p>`;
  if (address === undefined) return html`<li>${name}${described}</li>`;
  return kind === 'photo'
    ? html`<li><img src="${address}" alt="${description ?? name}" />${described}</li>`
    : html`<li>
        <audio controls preload="none" src="${address}" aria-label="${description ?? name}"></audio>${described}
      </li>`;
}
