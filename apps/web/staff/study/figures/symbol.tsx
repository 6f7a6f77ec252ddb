import type { ReactNode } from 'react';

/** As many shapes, each with a colour of its own; further series begin again. */
export const MARKS = 6;

const SHAPES = [
  'M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z',
  'M-5,-1.6h3.4v-3.4h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4z',
  'M0,-5.5l5.2,9h-10.4z',
  'M-4.2,-4.2h8.4v8.4h-8.4z',
  'M0,-5.8l5.2,5.8l-5.2,5.8l-5.2,-5.8z',
  'M0,5.5l5.2,-9h-10.4z',
] as const;

interface SymbolProps {
  /** Of the series. */
  readonly place: number;
  readonly x: number;
  readonly y: number;
  /** Said by the browser where a pointer rests. */
  readonly title?: string;
  readonly marked?: boolean;
}

/** A point of a series: series differ by shape as well as by colour. */
export function Symbol({ place, x, y, title, marked = false }: SymbolProps): ReactNode {
  return (
    <path
      className={marked ? 'symbol marked' : 'symbol'}
      d={SHAPES[place % SHAPES.length] ?? SHAPES[0]}
      transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}
    >
      {title !== undefined && <title>{title}</title>}
    </path>
  );
}
