import type { FieldOf } from '../format/field.schema.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { paragraphs, type Rendering } from './rendering.context.ts';

/** Words to read; the same in every rendering. */
export function showInformation(field: FieldOf<'information'>, { say }: Rendering): Html {
  return html`<div class="ws-information">
    <p class="ws-q">${say(field.label)}</p>
    ${paragraphs(say(field.text))}
  </div>`;
}

/** Pictures and video of the site, or what they show in words where they cannot be fetched. */
export function showDemonstration(field: FieldOf<'demonstration'>, rendering: Rendering): Html {
  const { say, mediaUrl } = rendering;
  const figures = field.media.map(({ file, caption, description }) => {
    const words = caption === undefined ? NOTHING : html`<figcaption>${say(caption)}</figcaption>`;
    return html`<figure>${picture(mediaUrl(file.id), file.type, say(description))}${words}</figure>`;
  });
  return html`<p class="ws-q">${say(field.label)}</p>
    <div class="ws-figures">${figures}</div>`;
}

function picture(address: string | undefined, type: string, description: string): Html {
  if (address === undefined) return html`<p class="ws-described">${description}</p>`;
  return type.startsWith('video/')
    ? html`<video controls preload="none" src="${address}" aria-label="${description}"></video>`
    : html`<img src="${address}" alt="${description}" />`;
}

/** What is to be used, and where it is found. */
export function showResource(
  { citation, pages, url }: FieldOf<'resource'>,
  { words }: Rendering,
  asLink: boolean,
): Html {
  const where = pages === undefined ? NOTHING : html`<p class="ws-pages">${words.pages} ${pages}</p>`;
  const address =
    url === undefined
      ? NOTHING
      : asLink
        ? html`<p>
            <a href="${url}" rel="noopener noreferrer external" target="_blank">${words.open} ${hostOf(url)}</a>
          </p>`
        : html`<p class="ws-address">${url}</p>`;
  const what = citation === undefined ? NOTHING : html`<p class="ws-citation">${citation}</p>`;
  return html`<div class="ws-resource">${what}${where}${address}</div>`;
}

const hostOf = (url: string): string => url.replace(/^https?:\/\//, '').split('/')[0] ?? '';
