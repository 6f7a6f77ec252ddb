import { attributes, type Markup, markup } from '#formats';

export interface Bar {
  readonly series: 'before' | 'after';
  /** Length, 0 to 1 of the longest possible. */
  readonly length: number;
  /** What stands at its end. */
  readonly text: string;
}

export interface BarGroup {
  readonly label: string;
  readonly bars: readonly Bar[];
}

export interface BarChart {
  /** Unique within the page. */
  readonly id: string;
  readonly title: string;
  /** What somebody who cannot see it has to know. */
  readonly summary: string;
  readonly groups: readonly BarGroup[];
}

const [LABEL, BARS, TEXT, BAR, GAP, TOP] = [210, 380, 130, 18, 14, 26];
const WIDTH = LABEL + BARS + TEXT;

/**
 * Horizontal bars as inline SVG: hatched before and solid after, so that they differ in print and without colours; each has
 * its figure beside it, and the whole a title and a summary for those who do not see it.
 */
export function barChart({ id, title, summary, groups }: BarChart): Markup {
  let y = TOP;
  const drawn = groups.map((group) => {
    const from = y;
    y += Math.max(1, group.bars.length) * (BAR + 3) + GAP;
    return drawGroup(group, id, from);
  });
  const size = { viewBox: `0 0 ${WIDTH} ${y}`, role: 'img', 'aria-labelledby': `${id}-title ${id}-summary` };
  return markup`<svg xmlns="http://www.w3.org/2000/svg"${attributes(size)}>
<title${attributes({ id: `${id}-title` })}>${title}</title><desc${attributes({ id: `${id}-summary` })}>${summary}</desc>
<defs><pattern${attributes({ id: `${id}-hatch` })} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#8a5a00"/></pattern></defs>
${legend(groups, id)}${drawn}</svg>`;
}

function legend(groups: readonly BarGroup[], id: string): Markup[] {
  const present = (['before', 'after'] as const).filter((series) =>
    groups.some(({ bars }) => bars.some((bar) => bar.series === series)),
  );
  if (present.length < 2) return [];
  return present.map(
    (series, index) =>
      markup`<rect${attributes({ x: LABEL + index * 110, y: 4, width: 14, height: 12, fill: fillOf(series, id), stroke: strokeOf(series) })}/><text${attributes({ x: LABEL + 20 + index * 110, y: 15 })}>${series}</text>`,
  );
}

function drawGroup({ label, bars }: BarGroup, id: string, y: number): Markup {
  return markup`<text${attributes({ x: LABEL - 10, y: y + 14, 'text-anchor': 'end' })}>${label}</text>${bars.map(
    (bar, index) => {
      const top = y + index * (BAR + 3);
      const width = Math.round(Math.min(Math.max(bar.length, 0), 1) * BARS * 10) / 10;
      const box = { x: LABEL, y: top, width, height: BAR, fill: fillOf(bar.series, id), stroke: strokeOf(bar.series) };
      return markup`<rect${attributes(box)}/><text${attributes({ x: LABEL + width + 6, y: top + 14 })}>${bar.text}</text>`;
    },
  )}<line${attributes({ x1: LABEL, x2: LABEL, y1: y - 2, y2: y + Math.max(1, bars.length) * (BAR + 3) })} stroke="#555"/>
`;
}

const fillOf = (series: Bar['series'], id: string): string => (series === 'before' ? `url(#${id}-hatch)` : '#0b4f8a');
const strokeOf = (series: Bar['series']): string => (series === 'before' ? '#8a5a00' : '#0b4f8a');
