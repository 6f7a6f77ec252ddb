import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface FigureProps {
  /** In pixels. */
  readonly height: number;
  /** Draws into a width in pixels. */
  readonly children: (width: number) => ReactNode;
}

/** A drawing as wide as its place. Its rows are read by the panel’s reader and table: to a screen reader it is no picture. */
export function Figure({ height, children }: FigureProps): ReactNode {
  const { place, width } = useWidth();
  return (
    <div ref={place} className="figure">
      {width > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {children(width)}
        </svg>
      )}
    </div>
  );
}

/** How wide an element is now, in whole pixels; 0 before it is known. */
export function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(current);
    setWidth(Math.floor(current.clientWidth));
    return () => watch.disconnect();
  }, []);
  return { place, width };
}
