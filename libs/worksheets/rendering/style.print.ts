/** Paper that a page is laid out for, in millimetres. */
export const PAPERS = {
  a4: { name: 'A4', width: 210, height: 297 },
  letter: { name: 'letter', width: 215.9, height: 279.4 },
} as const;
export type Paper = keyof typeof PAPERS;

/** Millimetres kept free on every side: wide enough for any printer and for holes on the left. */
export const MARGIN = { top: 14, right: 16, bottom: 16, left: 20 } as const;

/** The room between the margins, in millimetres. */
export const printable = (paper: Paper): { readonly width: number; readonly height: number } => ({
  width: PAPERS[paper].width - MARGIN.left - MARGIN.right,
  height: PAPERS[paper].height - MARGIN.top - MARGIN.bottom,
});

/** What stands at the foot of every sheet of one worksheet. @param words plain text of ours and codes, no quotes */
export const footRule = (pageName: string, left: string, right: string): string =>
  `@page ${pageName} { @bottom-left { content: "${left}"; ${FOOT} } @bottom-right { content: "${right} · " counter(page); ${FOOT} } }`;

const FOOT = 'font: 8.5pt "Liberation Sans", Arial, sans-serif; color: #4b5866;';

/** Pages of a workbook: ink on white, lines as borders, each question in one piece. */
export const printStyle = (paper: Paper): string => `${pageStyle(paper)}${PRINT_STYLE}`;

const pageStyle = (paper: Paper): string => `
@page { size: ${PAPERS[paper].name} portrait; margin: ${MARGIN.top}mm ${MARGIN.right}mm ${MARGIN.bottom}mm ${MARGIN.left}mm;
  @bottom-right { content: counter(page); ${FOOT} } }
.ws-print, .ws-cover { --width: ${printable(paper).width}mm; }
`;

const PRINT_STYLE = `
.ws-print { width: var(--width); max-width: none; margin: 0; padding: 0; --paper: #fff; --surface: #fff; --tint: #fff; --line: #b9bfc5; --edge: #5d6771; --rule: #8f979f; background: #fff; font-size: 10.5pt; line-height: 1.42; break-before: page; }
.ws-print:first-of-type { break-before: auto; }
.ws-print h1 { font-size: 22pt; }
.ws-print .ws-emblem { width: 13mm; height: 13mm; padding: 2mm; border: .35mm solid var(--accent); border-radius: 3.5mm; }
.ws-print .ws-kicker { font-size: 9.5pt; }
.ws-print .ws-top { display: flex; justify-content: space-between; gap: 8mm; align-items: end; }
.ws-print .ws-date { display: flex; gap: 2mm; flex: none; color: var(--muted); font-size: 9.5pt; } .ws-print .ws-date i { width: 32mm; border-bottom: .25mm solid var(--rule); }
.ws-print .ws-lead { margin-top: 3.5mm !important; font-size: 12pt; }
.ws-print h2 { font: 600 11.5pt/1.3 var(--body); }
.ws-print .ws-guide { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5mm 8mm; margin-top: 4mm; padding: 3.5mm 0 4mm; border-block: .35mm solid var(--accent); }
.ws-print .ws-guide h2 { margin-bottom: 1mm; color: var(--accent); font-size: 10pt; }
.ws-print .ws-why { grid-column: 1 / -1; } .ws-print .ws-guide p + p { margin-top: 1.2mm; }
.ws-print .ws-guide section { break-inside: avoid; }
.ws-print .ws-steps { padding-inline-start: 5mm; } .ws-print .ws-steps li + li { margin-top: .8mm; }
.ws-print .ws-example { font-style: normal; }
.ws-print .ws-example p { padding: 0 !important; border: 0 !important; }
.ws-print .ws-field { margin-top: 5mm; break-inside: avoid; }
.ws-print .ws-field:is([data-kind=note], [data-kind=practice]), .ws-print .ws-field:has(table.ws-growing) { break-inside: auto; } .ws-ruled i { break-inside: avoid; }
.ws-print .ws-field:is([data-kind=number], [data-kind=computed], [data-kind=date], [data-kind=time], [data-kind=duration]) { display: flex; gap: 4mm; align-items: end; } .ws-print .ws-field[data-kind] > .ws-short { flex: none; height: auto; min-height: 7mm; }
.ws-print .ws-field:has(.ws-block) { break-inside: auto; }
.ws-print .ws-asked { break-after: avoid; }
.ws-print .ws-q { font: 600 12pt/1.3 var(--body); }
.ws-print .ws-hint { margin-top: .6mm !important; font-size: 10pt; }
.ws-print .ws-only { width: fit-content; margin-bottom: 1.2mm; padding: .4mm 2mm !important; border: .25mm solid var(--edge) !important; border-radius: 2mm; color: var(--muted); font-size: 9pt; }
.ws-ruled i { display: block; height: 8.2mm; border-bottom: .25mm solid var(--rule); }
.ws-short { display: flex; gap: 2mm; align-items: end; height: 9mm; color: var(--muted); } .ws-short i { width: 38mm; border-bottom: .25mm solid var(--rule); }
.ws-ring { display: grid; grid-template-columns: repeat(var(--n), 1fr); gap: 1.4mm; margin-top: 2mm; }
.ws-ring span { display: grid; place-items: center; height: 7.4mm; border: .25mm solid var(--edge); border-radius: 3.7mm; font-size: 9.5pt; }
.ws-print .ws-ends { margin-top: .8mm; font-size: 9pt; }
.ws-ticks { list-style: none; display: grid; grid-template-columns: 1fr 1fr; gap: 1.8mm 6mm; margin-top: 2mm !important; } .ws-one-column { grid-template-columns: 1fr; }
.ws-ticks li { display: flex; gap: 2.5mm; align-items: start; }
.ws-box, .ws-circle { flex: none; display: inline-block; width: 4.2mm; height: 4.2mm; margin-top: .3mm; border: .3mm solid var(--edge); border-radius: .8mm; } .ws-circle { border-radius: 50%; }
.ws-large { width: 8mm; height: 8mm; } .ws-circles { display: flex; flex-wrap: wrap; gap: 2.5mm; align-items: center; margin-top: 3mm !important; } .ws-circles small { color: var(--muted); }
.ws-print table { width: 100%; margin-top: 2.5mm; border-collapse: collapse; table-layout: fixed; font-size: 9.5pt; }
.ws-print :is(th, td) { border: .25mm solid var(--rule); padding: 1.2mm 1.4mm; text-align: start; vertical-align: top; overflow-wrap: break-word; hyphens: auto; }
.ws-print thead th { background: none; border-bottom: .5mm solid var(--accent); font-weight: 600; line-height: 1.25; } .ws-print thead td { border: 0; border-bottom: .5mm solid var(--accent); }
.ws-print th small { display: block; color: var(--muted); font-weight: 400; } .ws-print tr { break-inside: avoid; } .ws-print tbody th { font-weight: 600; }
.ws-middling tbody td { height: 11.4mm; } .ws-tall tbody td { height: 24mm; }
.ws-turned th:first-child, .ws-turned td:first-child { width: 27%; } .ws-turned tbody td { height: 10.5mm; }
.ws-small-boxes { display: grid; gap: 1mm; } .ws-small-boxes > span { display: flex; gap: 1.4mm; font-size: 9pt; line-height: 1.25; } .ws-small-boxes :is(.ws-box, .ws-circle) { width: 3.4mm; height: 3.4mm; margin: 0; }
.ws-block { break-inside: avoid; margin-top: 3.5mm; padding-top: 1mm; border-top: .5mm solid var(--accent); }
.ws-block h3 { font: 600 10pt/1.3 var(--body); color: var(--accent); break-after: avoid; }
.ws-line { display: grid; grid-template-columns: 44mm 1fr; gap: 5mm; break-inside: avoid; padding: 1mm 0 1.4mm; } .ws-line p { padding-top: 1.6mm !important; line-height: 1.25; } .ws-line small { display: block; margin-top: .4mm; color: var(--muted); font-weight: 400; font-size: 9pt; }
.ws-frame { height: 88mm; margin-top: 3mm; border: .35mm solid var(--edge); border-radius: 3mm; } .ws-frame-small { height: 46mm; padding: 2mm 3mm; color: var(--muted); font-size: 9pt; }
.ws-wave { display: block; width: 100%; max-height: 26mm; margin-top: 2mm; } .ws-wave path { fill: none; stroke: var(--accent); stroke-width: 2.5; } .ws-wave text { fill: var(--ink); font-size: 13px; text-anchor: middle; }
.ws-print .ws-script { margin: 2mm 0 0; } .ws-print .ws-script p + p { margin-top: 1.4mm; }
.ws-print .ws-resource { padding: 2mm 4mm; border-inline-start: 1mm solid var(--accent); margin-top: 2mm; } .ws-address { color: var(--muted); font-size: 9pt; overflow-wrap: anywhere; }
.ws-print .ws-information p + p { margin-top: 1mm; }
.ws-variants { grid-column: 1 / -1; } .ws-print .ws-variants p + p { margin-top: .6mm; } .ws-variants b { color: var(--accent); font-weight: 600; }
.ws-corner { flex: none; display: grid; justify-items: end; gap: 2mm; } .ws-print .ws-notice { margin: 0 !important; padding: 0 !important; border: 0 !important; font-size: 8pt; }
.ws-cover { display: grid; align-content: start; width: var(--width); padding-top: 46mm; break-after: page; color: #18222d; font: 400 11pt/1.5 "Liberation Sans", sans-serif; } .ws-cover h1 { margin: 0; font: 600 34pt/1.1 Charter, "Liberation Serif", Georgia, serif; } .ws-cover > p { margin: 4mm 0 0; color: #4b5866; font-size: 13pt; }
.ws-cover ol { columns: 2; column-gap: 10mm; margin: 16mm 0 0; padding: 4mm 0 0 7mm; border-top: .5mm solid #0e5f64; font-size: 10.5pt; } .ws-cover li { break-inside: avoid; padding: .5mm 0 .5mm 1mm; }
`;
