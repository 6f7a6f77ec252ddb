import type { ReactNode } from 'react';

interface AxisProps {
  /** Where along the axis each tick is, and what it says. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly label?: string;
}

interface BottomProps extends AxisProps {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Ticks below a drawing; its label at the end. */
export function BottomAxis({ ticks, label, left, right, y }: BottomProps): ReactNode {
  return (
    <g className="axis">
      <line x1={left} x2={right} y1={y} y2={y} />
      {ticks.map(({ at, text }) => (
        <text key={`${at} ${text}`} x={at} y={y + 18} textAnchor="middle">
          {text}
        </text>
      ))}
      {label !== undefined && (
        <text className="axis-label" x={right} y={y + 36} textAnchor="end">
          {label}
        </text>
      )}
    </g>
  );
}

interface LeftProps extends AxisProps {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Ticks left of a drawing with lines across it; its label above. */
export function LeftAxis({ ticks, label, left, right, top }: LeftProps): ReactNode {
  return (
    <g className="axis">
      {ticks.map(({ at, text }) => (
        <g key={`${at} ${text}`}>
          <line className="grid" x1={left} x2={right} y1={at} y2={at} />
          <text x={left - 8} y={at} dy="0.32em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {label !== undefined && (
        <text className="axis-label" x={0} y={top - 12}>
          {label}
        </text>
      )}
    </g>
  );
}
