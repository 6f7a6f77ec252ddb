import { attributes, Markup, type MarkupPiece, markup } from '#formats';

export const STYLE = new Markup(`
:root { color-scheme: light; }
body { font: 1.0625rem/1.55 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; } a { color: #0b4f8a; }
p { margin: .6rem 0; } .lead { font-size: 1.15rem; }
.notice { border: 2px solid #8a5a00; border-left-width: .6rem; padding: .4rem 1rem; margin: 1.2rem 0; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; } caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border-top: 1px solid #bbb; padding: .35rem .7rem .35rem 0; text-align: left; vertical-align: top; }
thead th { border-top: 0; } .number { text-align: right; font-variant-numeric: tabular-nums; } thead .number { text-align: right; }
.wide { overflow-x: auto; } figure { margin: 1rem 0; } svg { width: 100%; height: auto; font: 14px system-ui, sans-serif; fill: #1b1b1b; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: .8rem 0; } dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
.questions { list-style: none; padding: 0; } .questions li { border-top: 1px solid #bbb; padding: .6rem 0 .6rem 2.2rem; position: relative; break-inside: avoid; }
.questions li::before { content: "☐"; position: absolute; left: .3rem; font-size: 1.3rem; line-height: 1.1; }
.line { border-bottom: 1px solid #555; height: 1.6rem; } .quiet { color: #555; }
@media (max-width: 34rem) { table { font-size: .9rem; } figure { overflow-x: auto; } svg { min-width: 34rem; } dl { display: block; } dd { margin-bottom: .5rem; } }
@media print { body { max-width: none; margin: 0; font-size: 10.5pt; } h2 { break-after: avoid; } figure, table, .notice { break-inside: avoid; } a { color: inherit; } }
`);

export interface Cell {
  readonly text: MarkupPiece;
  readonly isNumber?: boolean;
}

/** A cell of words. */
export const words = (text: MarkupPiece): Cell => ({ text });
/** A cell of figures, which stand below each other. */
export const number = (text: string | number | null): Cell => ({ text: text ?? 'not shown', isNumber: true });

const classOf = ({ isNumber }: Cell) => attributes({ class: isNumber === true ? 'number' : undefined });

/** A table whose first cell of each row is its header. */
export function dataTable(caption: string, head: readonly Cell[], rows: readonly (readonly Cell[])[]): Markup {
  return markup`<div class="wide" tabindex="0" role="region"${attributes({ 'aria-label': caption })}><table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => markup`<th scope="col"${classOf(cell)}>${cell.text}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...others]) =>
    markup`<tr><th scope="row">${first?.text}</th>${others.map((cell) => markup`<td${classOf(cell)}>${cell.text}</td>`)}</tr>\n`,
)}</tbody>
</table></div>
`;
}

export function section(id: string, title: string, ...content: readonly MarkupPiece[]): Markup {
  return markup`<section${attributes({ 'aria-labelledby': id })}>
<h2${attributes({ id })}>${title}</h2>
${content.map((piece) => markup`${piece}\n`)}</section>
`;
}

export const paragraph = (text: MarkupPiece): Markup => markup`<p>${text}</p>`;
export const facts = (entries: readonly (readonly [string, MarkupPiece])[]): Markup =>
  markup`<dl>${entries.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
export const picture = (drawing: Markup, caption: string): Markup =>
  markup`<figure tabindex="0">${drawing}<figcaption class="quiet">${caption}</figcaption></figure>`;
