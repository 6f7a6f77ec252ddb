/** Markup that is safe to put into a page. Only `html` makes it, and that escapes whatever it is given. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or a quoted attribute. Control characters that HTML forbids become U+FFFD. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replaceAll(FORBIDDEN, '\uFFFD');
}

/** C0 and C1 controls but tab, line feed and carriage return. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}]/gu;

/** A piece of HTML: every value between the marks is escaped unless it is HTML itself; null, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) markup += render(value) + (strings[index + 1] ?? '');
  return new Html(markup);
}

function render(value: Piece): string {
  if (value instanceof Html) return value.markup;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value.map(render).join('');
}

/** ` name="value"`, or nothing where there is no value; `true` is an attribute alone. `name` is ours, never input. */
export function attribute(name: string, value: string | number | boolean | undefined): Html {
  if (value === undefined || value === false) return new Html('');
  return new Html(value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`);
}

export const NOTHING = new Html('');

/** `count` pieces of the same kind. */
export const times = <Result>(count: number, piece: (index: number) => Result): Result[] =>
  Array.from({ length: count }, (_, index) => piece(index));
