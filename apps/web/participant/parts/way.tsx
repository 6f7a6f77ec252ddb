import { type ComponentProps, type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';

const CHANGED = 'intersession-way';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(CHANGED, listener);
  };
}

/** The path of the address, followed. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** One part of the address's search, followed. */
export function useSearch(name: string): string | undefined {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return new URLSearchParams(search).get(name) ?? undefined;
}

/** Goes to another screen of this page; the browser's way back leads here again unless this one is replaced. */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') history.replaceState(undefined, '', to);
  else history.pushState(undefined, '', to);
  dispatchEvent(new Event(CHANGED));
}

/** A link within this page. With a key held down it is the browser's own. */
export function Link({ href, ...props }: ComponentProps<'a'> & { readonly href: string }): ReactNode {
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...props} href={href} onClick={go} />;
}

/** Whether a path is of a pattern such as `/task/:task/do`. @returns its part that varies, decoded; empty where none does */
export function matchOf(pattern: string, path: string): string | undefined {
  const [asked, given] = [pattern.split('/'), path.replace(/(.)\/$/, '$1').split('/')];
  if (asked.length !== given.length) return undefined;
  const same = asked.every((part, index) => part.startsWith(':') || part === given[index]);
  if (!same) return undefined;
  const part = given[asked.findIndex((each) => each.startsWith(':'))];
  return part === undefined ? '' : decoded(part);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
