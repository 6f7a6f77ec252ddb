import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** One key of a screen, told of in the sheet of keys. */
export interface Key {
  /** As `KeyboardEvent.key` says it: `a`, `Enter`, `?`. */
  readonly key: string;
  /** What it does, in the language of the page. */
  readonly does: string;
  readonly run: () => void;
}

interface Keys {
  /** Whether single keys do something (WCAG 2.2, 2.1.4: they can be switched off). */
  readonly on: boolean;
  readonly switchTo: (on: boolean) => void;
  /** @returns takes them away again */
  readonly add: (keys: readonly Key[]) => () => void;
  /** Those that count now, the newest first. */
  readonly listed: () => readonly Key[];
}

const KeysContext = createContext<Keys | undefined>(undefined);
const PLACE = 'intersession.keys';

function remembered(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off';
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(PLACE, on ? 'on' : 'off');
  } catch {
    // Then it counts for this page alone.
  }
}

/** Where somebody writes or chooses, keys are theirs. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('dialog') !== null) return true;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Enter and space press what they are on. */
function presses(target: EventTarget | null, key: string): boolean {
  if (key !== 'Enter' && key !== ' ') return false;
  return target instanceof HTMLElement && target.closest('a, button, summary, select') !== null;
}

export function KeysProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [on, setOn] = useState(remembered);
  const stack = useRef<(readonly Key[])[]>([]);
  const add = useCallback((keys: readonly Key[]) => {
    stack.current = [keys, ...stack.current];
    return () => {
      stack.current = stack.current.filter((each) => each !== keys);
    };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || presses(event.target, event.key)) return;
      const wanted = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const found = stack.current.flat().find(({ key }) => key === wanted);
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on]);
  const value = useMemo(
    () => ({ on, add, switchTo: (next: boolean) => (remember(next), setOn(next)), listed: () => stack.current.flat() }),
    [on, add],
  );
  return <KeysContext value={value}>{children}</KeysContext>;
}

export function useKeys(): Keys {
  const keys = use(KeysContext);
  if (keys === undefined) throw new Error('useKeys outside of KeysProvider');
  return keys;
}

/** Keys of whatever is shown, as long as it is. */
export function useKeysOf(keys: readonly Key[]): void {
  const { add } = useKeys();
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  const names = keys.map(({ key, does }) => `${key} ${does}`).join('\n');
  useEffect(() => {
    const run = (key: string): void => newest.current.find((each) => each.key === key)?.run();
    return add(
      names.split('\n').flatMap((line) => {
        const [key, ...does] = line.split(' ');
        return key === undefined || key === '' ? [] : [{ key, does: does.join(' '), run: () => run(key) }];
      }),
    );
  }, [add, names]);
}
