/** Markup of HTML, SVG or XML. Only `markup` makes it, and that escapes whatever it is given. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type MarkupPiece = Markup | string | number | null | undefined | false | readonly MarkupPiece[];

/** Line ends and tabs too: in an attribute they would become spaces. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};
const IN_ATTRIBUTES: Readonly<Record<string, string>> = { ...ENTITIES, '\t': '&#9;', '\n': '&#10;' };
/** C0 and C1 controls but tab, line feed and carriage return, and what is no character. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Text as it may stand in an element. What XML forbids becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? '')
    .replaceAll(FORBIDDEN, '\uFFFD');
}

/** Text as it may stand in a quoted attribute and be read back as it is. */
export function attributeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[&<>"'\r\n\t]/g, (character) => IN_ATTRIBUTES[character] ?? '')
    .replaceAll(FORBIDDEN, '\uFFFD');
}

/** Whether XML 1.0 can hold the text. */
export const isXmlText = (text: string): boolean =>
  text.isWellFormed() && !/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u.test(text);

/** A piece of markup: every value is escaped unless it is markup itself; null, undefined and false are nothing. */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupPiece[]): Markup {
  let text = strings[0] ?? '';
  for (const [index, value] of values.entries()) text += render(value) + (strings[index + 1] ?? '');
  return new Markup(text);
}

function render(value: MarkupPiece): string {
  if (value instanceof Markup) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value.map(render).join('');
}

/** ` name="value"` for each that has a value. Names are ours, never input. */
export function attributes(given: Readonly<Record<string, string | number | undefined>>): Markup {
  const present = Object.entries(given).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return new Markup(present.map(([name, value]) => ` ${name}="${attributeText(String(value))}"`).join(''));
}
