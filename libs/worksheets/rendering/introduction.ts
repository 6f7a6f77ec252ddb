import { emblem } from './emblem.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { paragraphs, type Rendering } from './rendering.context.ts';

/** What, why and how, before the first question of the form. */
export function introduction(rendering: Rendering): Html {
  const { worksheet, words, say } = rendering;
  const steps = html`<ol class="ws-steps">
    ${worksheet.steps.map((step) => html`<li>${say(step)}</li>`)}
  </ol>`;
  return html`<header class="ws-head">
    ${heading(rendering)}
    <p class="ws-lead">${say(worksheet.objective)}</p>
    ${steps}
    <details>
      <summary>${words.why}</summary>
      ${paragraphs(say(worksheet.rationale))}
    </details>
    <details>
      <summary>${words.example}</summary>
      <div class="ws-example">${paragraphs(say(worksheet.example))}</div>
    </details>
    <details>
      <summary>${words.easier}</summary>
      ${paragraphs(say(worksheet.easier.text))}
    </details>
    <details>
      <summary>${words.harder}</summary>
      ${paragraphs(say(worksheet.harder.text))}
    </details>
  </header>`;
}

/** The emblem, the time it takes and the title. */
export function heading({ worksheet, words, say }: Rendering): Html {
  return html`<div class="ws-title">
    ${emblem(worksheet.approach)}
    <div>
      <p class="ws-kicker">${words.minutes(worksheet.minutes)}</p>
      <h1>${say(worksheet.title)}</h1>
    </div>
  </div>`;
}

/** Says on every rendering that nobody clinical has looked at it, until somebody has. */
export function notice({ worksheet, words }: Rendering): Html {
  const { status } = worksheet.clinicalReview;
  const reviewed = status === 'reviewed' ? NOTHING : html` · <b>${words.notReviewed}</b>`;
  return html`<p class="ws-notice">${worksheet.id} · ${words.version} ${worksheet.version}${reviewed}</p>`;
}
