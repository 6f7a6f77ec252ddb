import type { AnswerValue, AnswerValues } from '../answers/answers.values.ts';
import type { Text } from '../format/text.schema.ts';
import type { Worksheet } from '../format/worksheet.schema.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { type Words, wordsOf } from './words.ts';

export interface RenderingOptions {
  /** One of the worksheet's languages; its first where left out or not there. */
  readonly language?: string;
  /** What has been answered so far. */
  readonly values?: AnswerValues;
  /** Keeps the ids of several worksheets on one page apart. */
  readonly idPrefix?: string;
  /** Where a stored file can be fetched by this reader; without an address its description stands in its place. */
  readonly mediaUrl?: (id: string) => string | undefined;
}

/** What every part of a rendering needs to know. */
export interface Rendering {
  readonly worksheet: Worksheet;
  readonly language: string;
  readonly words: Words;
  readonly values: AnswerValues;
  readonly mediaUrl: (id: string) => string | undefined;
  readonly say: (text: Text) => string;
  readonly idOf: (field: string) => string;
  readonly answerTo: (field: string) => AnswerValue | undefined;
}

export function renderingOf(worksheet: Worksheet, options: RenderingOptions): Rendering {
  const [original = 'en'] = worksheet.languages;
  const { language: wanted = original, values = {}, idPrefix = worksheet.id } = options;
  const language = worksheet.languages.includes(wanted) ? wanted : original;
  const answers = new Map(Object.entries(values));
  return {
    worksheet,
    language,
    words: wordsOf(language),
    values,
    mediaUrl: options.mediaUrl ?? (() => undefined),
    say: (text) => text[language] ?? text[original] ?? Object.values(text)[0] ?? '',
    idOf: (field) => `${idPrefix}-${field}`,
    answerTo: (field) => answers.get(field),
  };
}

/** One `p` for each paragraph. */
export function paragraphs(text: string, className?: string): Html {
  const parts = text.split(/\n+/).filter((part) => part.trim() !== '');
  return html`${parts.map((part) => (className === undefined ? html`<p>${part}</p>` : html`<p class="${className}">${part}</p>`))}`;
}
