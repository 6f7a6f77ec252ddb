import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** How far a rebuild has come. Positions count nearly like events: few are skipped. */
export interface RebuildProgress {
  readonly folded: number;
  readonly head: number;
  /** What is under way; replaying and deriving where it is not said. */
  readonly doing?: string;
  /** What is counted, where that is not `folded`. */
  readonly counted?: number;
}

const LOOK_MILLISECONDS = 250;
const LINE_MILLISECONDS = 5_000;

/**
 * Shows how far something has come while `work` is under way: a bar on a screen, elsewhere a line every few seconds.
 * @param look undefined while there is nothing to tell; its failures are not the work's
 */
export async function showingProgress<Result>(
  terminal: Terminal,
  look: () => Promise<RebuildProgress | undefined>,
  work: () => Promise<Result>,
): Promise<Result> {
  const show = terminal.interactive ? bar() : lines(terminal);
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).then(
      (progress) => progress && show.progress(progress),
      () => undefined,
    );
  }, LOOK_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await looking;
    show.end();
  }
}

const doing = ({ folded, head, doing: said }: RebuildProgress) =>
  said ?? (folded < head ? 'replaying the log' : 'deriving');

function bar(): { progress(at: RebuildProgress): void; end(): void } {
  const format = '{doing} {bar} {percentage} %  {folded}';
  let shown: SingleBar | undefined;
  return {
    progress: (at) => {
      const folded = Math.max(0, at.folded);
      const words = { doing: doing(at).padEnd(17), folded: (at.counted ?? folded).toLocaleString('en') };
      if (shown === undefined) {
        shown = new SingleBar({ format, barCompleteChar: '█', barIncompleteChar: '░', hideCursor: true });
        shown.start(at.head, folded, words);
      } else shown.update(folded, words);
    },
    end: () => shown?.stop(),
  };
}

function lines(terminal: Terminal): { progress(at: RebuildProgress): void; end(): void } {
  let last = performance.now();
  return {
    progress: (at) => {
      if (performance.now() - last < LINE_MILLISECONDS) return;
      last = performance.now();
      const percent = Math.floor((100 * Math.max(0, at.folded)) / Math.max(1, at.head));
      terminal.error(`${doing(at)}: ${percent} %`);
    },
    end: () => undefined,
  };
}
