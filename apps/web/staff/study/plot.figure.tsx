import type * as Plots from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';

type Drawing = (plot: typeof Plots, width: number) => SVGElement | HTMLElement;

/** Draws with Observable Plot, which is loaded when the first plot is shown. */
export function PlotFigure({ draw }: { readonly draw: Drawing }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    let gone = false;
    void import('@observablehq/plot').then((plot) => {
      if (gone) return;
      const drawn = draw(plot, Math.max(320, current.clientWidth));
      // The content security policy takes no style elements; staff.css has what this one says.
      for (const style of drawn.querySelectorAll('style')) style.remove();
      current.replaceChildren(drawn);
    });
    return () => {
      gone = true;
    };
  }, [draw]);
  return <div ref={place} className="drawn" />;
}
