import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { noteSignedOut } from '../shell/signed-out.ts';
import { act, type Act, type Receipt } from './act.ts';
import { VoidEntry } from './commands.generated.ts';

/** Several commands that are one act for a person: all go, in order, and all are taken back together. */
export interface Saving {
  /** In the language of the page: “Review of Thought record”. */
  readonly what: string;
  readonly acts: readonly Act[];
  /** Shows it before the server has it. @returns takes that back */
  readonly show?: () => () => void;
  readonly undoable?: boolean;
}

/** A saving and how far it is. */
export interface Saved {
  readonly number: number;
  readonly what: string;
  readonly state: 'saving' | 'saved' | 'unsent' | 'undoing' | 'undone' | 'kept';
  readonly undoable: boolean;
  readonly error?: unknown;
}

interface Acts {
  readonly saved: readonly Saved[];
  /** @returns the receipts; nothing where it is not saved yet */
  readonly save: (saving: Saving) => Promise<readonly Receipt[] | undefined>;
  readonly retry: (number: number) => void;
  readonly discard: (number: number) => void;
  readonly undo: () => void;
}

interface Job {
  readonly saving: Saving;
  readonly receipts: Receipt[];
  hide: (() => void) | undefined;
}

const ActsContext = createContext<Acts | undefined>(undefined);
/** Older ones nobody takes back. */
const KEPT = 20;

/** The list of savings, and the way to send one. */
function useSavings() {
  const [saved, setSaved] = useState<readonly Saved[]>([]);
  const queries = useQueryClient();
  const mark = useCallback(
    (number: number, change: Partial<Saved>) =>
      setSaved((before) => before.map((each) => (each.number === number ? { ...each, ...change } : each))),
    [],
  );
  const refresh = useCallback(
    () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'who' }),
    [queries],
  );
  const run = useCallback(
    async (number: number, job: Job): Promise<readonly Receipt[] | undefined> => {
      try {
        for (const one of job.saving.acts.slice(job.receipts.length))
          job.receipts.push(await noteSignedOut(one.send()));
        mark(number, { state: 'saved' });
        return job.receipts;
      } catch (error) {
        job.hide?.();
        job.hide = undefined;
        mark(number, { state: 'unsent', error });
        return undefined;
      } finally {
        refresh();
      }
    },
    [mark, refresh],
  );
  return { saved, setSaved, mark, refresh, run };
}

/** Sends what people do, shows it at once, and takes it back by commands of its own. */
export function ActsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { saved, setSaved, mark, refresh, run } = useSavings();
  const jobs = useRef(new Map<number, Job>());
  const numbers = useRef(0);
  const save = useCallback(
    (saving: Saving) => {
      numbers.current += 1;
      const number = numbers.current;
      const job: Job = { saving, receipts: [], hide: saving.show?.() };
      jobs.current.set(number, job);
      const { what, undoable = true } = saving;
      setSaved((before) => [...before, { number, what, undoable, state: 'saving' as const }].slice(-KEPT));
      return run(number, job);
    },
    [run, setSaved],
  );
  const after = useAfterwards({ saved, setSaved, jobs: jobs.current, mark, run, refresh });
  useLeaveWarning(saved.some(({ state }) => state === 'saving' || state === 'unsent'));
  const value = useMemo(() => ({ saved, save, ...after }), [saved, save, after]);
  return <ActsContext value={value}>{children}</ActsContext>;
}

interface Afterwards {
  readonly saved: readonly Saved[];
  readonly setSaved: (change: (before: readonly Saved[]) => readonly Saved[]) => void;
  readonly jobs: Map<number, Job>;
  readonly mark: (number: number, change: Partial<Saved>) => void;
  readonly run: (number: number, job: Job) => Promise<unknown>;
  readonly refresh: () => void;
}

/** What there is to do about a saving: send it again, let it go, take it back. */
function useAfterwards({ saved, setSaved, jobs, mark, run, refresh }: Afterwards): Omit<Acts, 'saved' | 'save'> {
  const newest = useRef(saved);
  useEffect(() => {
    newest.current = saved;
  });
  return useMemo(() => {
    const retry = (number: number): void => {
      const job = jobs.get(number);
      if (job === undefined) return;
      mark(number, { state: 'saving' });
      job.hide = job.saving.show?.();
      void run(number, job);
    };
    const discard = (number: number): void => {
      jobs.delete(number);
      setSaved((before) => before.filter((each) => each.number !== number));
    };
    const undo = (): void => {
      const last = newest.current.findLast(({ state, undoable }) => state === 'saved' && undoable);
      const job = last === undefined ? undefined : jobs.get(last.number);
      if (last === undefined || job === undefined) return;
      mark(last.number, { state: 'undoing' });
      void takeBack(job)
        .then(() => mark(last.number, { state: 'undone' }))
        .catch((error: unknown) => mark(last.number, { state: 'kept', error, undoable: false }))
        .finally(refresh);
    };
    return { retry, discard, undo };
  }, [jobs, mark, refresh, run, setSaved]);
}

/** By a command for every entry, the last first: nothing is deleted, everything stays on the record. */
async function takeBack({ saving, receipts }: Job): Promise<void> {
  for (const [index, { eventIds, recordId }] of [...receipts.entries()].reverse()) {
    const category = saving.acts[index]?.category;
    if (category === undefined) continue;
    for (const entryId of [...eventIds].reverse())
      await act(category, VoidEntry, { category, recordId, entryId, reason: 'ENTERED_IN_ERROR' }).send();
  }
}

/** Asks before the page goes while something is not saved. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

export function useActs(): Acts {
  const acts = use(ActsContext);
  if (acts === undefined) throw new Error('useActs outside of ActsProvider');
  return acts;
}
