import type { ReactNode } from 'react';
import { MARKS, Symbol } from './symbol.tsx';

interface LegendProps {
  /** A class of the colour, and what it stands for. */
  readonly of: readonly { readonly name: string; readonly colour: string }[];
}

/** Which colour stands for what. */
export function Legend({ of }: LegendProps): ReactNode {
  return (
    <ul className="legend" aria-hidden="true">
      {of.map(({ name, colour }) => (
        <li key={name}>
          <span className={`swatch ${colour}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Which line stands for what: colour and shape. */
export function SeriesLegend({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <ul className="legend" aria-hidden="true">
      {names.map((name, place) => (
        <li key={name}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" className={`series series-${place % MARKS}`}>
            <Symbol place={place} x={0} y={0} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
