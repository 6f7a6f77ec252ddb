import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** The address whose heading was seen last, and whether anybody has gone anywhere since the page was loaded. */
let seen: string | undefined;
let moved = false;

/** A new address is a new page: the tab says its name, and the focus goes to its heading. */
export function useHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    document.title = title === '' ? 'Intersession' : `${title} – Intersession`;
  }, [title]);
  useEffect(() => {
    const came = seen !== undefined && seen !== path;
    // What was loaded takes the place of the heading that waited for it, and its focus.
    const lost = moved && document.activeElement === document.body;
    seen = path;
    moved ||= came;
    if (came || lost) heading.current?.focus({ preventScroll: true });
  }, [path]);
  return heading;
}
