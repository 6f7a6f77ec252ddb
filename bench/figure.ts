/** A figure beside what it should be. */
export interface Figure {
  readonly what: string;
  readonly found: number;
  readonly unit: string;
  readonly aim: number;
  /** `most`: the aim is an upper bound; `least`: a lower one. */
  readonly bound: 'most' | 'least';
}

export const isMet = ({ found, aim, bound }: Figure): boolean => (bound === 'most' ? found <= aim : found >= aim);

/** The figure, its aim and whether it is met, on one line. */
export function lineOf(figure: Figure): string {
  const { what, found, unit, aim, bound } = figure;
  const verdict = isMet(figure) ? 'met' : 'MISSED';
  return `${what.padEnd(44)}${found.toFixed(1).padStart(8)} ${unit.padEnd(3)}  aim ${bound === 'most' ? '≤' : '≥'} ${aim}  ${verdict}`;
}
