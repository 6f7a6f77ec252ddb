import type { ReactNode } from 'react';
import { useMessages } from '../../../language/language.context.tsx';
import { studyMessages } from '../study.messages.ts';
import { BEFORE, type Grid, type Shade, SHADES, shadeOf } from './heat-map.grid.ts';
import { Legend } from './legend.tsx';
import { spread } from './spread.ts';

/** Every cell of a shade in one path: a few elements however many cells there are. */
export function CellPaths({ grid }: { readonly grid: Grid }): ReactNode {
  const paths = new Map<Shade, string[]>(SHADES.map((shade) => [shade, []]));
  const [gapX, gapY] = [grid.cell > 6 ? 1 : 0, grid.line > 4 ? 1 : 0];
  grid.rows.forEach((row, place) => {
    for (let week = 0; week < grid.weeks; week += 1) {
      const value = row[BEFORE + week];
      if (typeof value !== 'number') continue;
      const [x, y] = [(grid.left + week * grid.cell).toFixed(1), (place * grid.line).toFixed(1)];
      const [width, height] = [(grid.cell - gapX).toFixed(1), (grid.line - gapY).toFixed(1)];
      paths.get(shadeOf(value))?.push(`M${x},${y}h${width}v${height}h-${width}z`);
    }
  });
  return [...paths].map(([shade, parts]) => <path key={shade} className={shade} d={parts.join('')} />);
}

interface Painting {
  readonly grid: Grid;
  readonly at: number | undefined;
  readonly width: number;
  readonly height: number;
}

/** Paints cells on a canvas, at the resolution of the screen. */
export function paint(canvas: HTMLCanvasElement, { grid, at, width, height }: Painting): void {
  const ratio = devicePixelRatio;
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);
  // Set by script: the content security policy takes no style attributes, but this is none.
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  const theme = getComputedStyle(canvas);
  const colours = new Map(SHADES.map((shade) => [shade, theme.getPropertyValue(`--${shade}`)]));
  grid.rows.forEach((row, place) => {
    for (let week = 0; week < grid.weeks; week += 1) {
      const value = row[BEFORE + week];
      if (typeof value !== 'number') continue;
      context.fillStyle = colours.get(shadeOf(value)) ?? '';
      context.fillRect(grid.left + week * grid.cell, place * grid.line, grid.cell - 0.5, grid.line);
    }
  });
  if (at === undefined) return;
  context.strokeStyle = theme.getPropertyValue('--focus');
  context.lineWidth = 2;
  context.strokeRect(1, at * grid.line - 1, width - 2, grid.line + 2);
}

/** Numbers of weeks below the cells. */
export function HeatAxis({ grid, width }: { readonly grid: Grid; readonly width: number }): ReactNode {
  const t = useMessages(studyMessages);
  const weeks = Array.from({ length: grid.weeks }, (_, week) => week);
  return (
    <svg width={width} height={40} viewBox={`0 0 ${width} 40`} aria-hidden="true" className="axis">
      {spread(weeks, Math.max(2, Math.floor(width / 28))).map((week) => (
        <text key={week} x={grid.left + (week + 0.5) * grid.cell} y={16} textAnchor="middle">
          {week + 1}
        </text>
      ))}
      <text className="axis-label" x={width - grid.left} y={36} textAnchor="end">
        {t('weekAxis')}
      </text>
    </svg>
  );
}

export function HeatLegend(): ReactNode {
  const t = useMessages(studyMessages);
  return (
    <Legend
      of={[
        { name: t('noneDone'), colour: 'heat-0' },
        { name: '25 %', colour: 'heat-1' },
        { name: '50 %', colour: 'heat-2' },
        { name: '75 %', colour: 'heat-3' },
        { name: t('allDone'), colour: 'heat-4' },
        { name: t('untold'), colour: 'heat-unknown' },
        { name: t('nothingDue'), colour: 'heat-empty' },
      ]}
    />
  );
}
