import { getStroke } from 'perfect-freehand';
import type { Drawing, Stroke } from '../answers/answers.values.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** Height of the sheet in thousandths of its width. */
export const SHEET_HEIGHT = 750;

/** Colours that stay apart for most colour-blind readers, on light paper (Okabe & Ito, 2008, darkened). 0 is ink. */
export const PALETTE: readonly string[] = ['#1c2733', '#0f6b70', '#a3480f', '#2a5ca8', '#8f3d77', '#7a6a00'];

/** The outline of a stroke as the path of an SVG or a canvas. */
export function strokePath({ width, points }: Pick<Stroke, 'width' | 'points'>): string {
  const outline = getStroke(
    points.map(([x, y, pressure]) => [x, y, pressure]),
    { size: width, thinning: 0.5, smoothing: 0.5, streamline: 0.4 },
  );
  const [first, ...others] = outline.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return first === undefined ? '' : `M${first}L${others.join('L')}Z`;
}

/** A drawing as a picture; its words, or `name`, are what a screen reader says. */
export function drawingSvg({ strokes, description }: Drawing, name: string): Html {
  const paths = strokes.map(
    (stroke) => html`<path d="${strokePath(stroke)}" fill="${PALETTE[stroke.colour] ?? PALETTE[0]}" />`,
  );
  return html`<svg class="ws-sheet" viewBox="0 0 1000 ${SHEET_HEIGHT}" role="img" aria-label="${description ?? name}">
    ${paths}
  </svg>`;
}
