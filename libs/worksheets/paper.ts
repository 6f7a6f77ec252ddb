/** Worksheets to read and to print, without the schemas and the library: what a page loads when somebody asks for paper. */
export { drawingSvg, PALETTE, SHEET_HEIGHT, strokePath } from './rendering/drawing.svg.ts';
export { worksheetStyle } from './rendering/page.ts';
export { renderPrint } from './rendering/print.ts';
export { renderRead } from './rendering/read.ts';
export { type Paper, PAPERS } from './rendering/style.print.ts';
