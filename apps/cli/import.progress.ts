import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '#imports';
import { duration } from './import.report.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  /** Leaves the screen to others. */
  end(): void;
}

const LINE_MILLISECONDS = 5_000;

/** A bar on a screen; elsewhere a line every few seconds. Shows rate and time left. */
export function progressDisplay(terminal: Terminal, now: () => number = () => performance.now()): ProgressDisplay {
  return terminal.interactive ? barDisplay(now) : lineDisplay(terminal, now);
}

/** Rate and time left of one stage. */
class Pace {
  private stage = '';
  private began = 0;

  constructor(private readonly now: () => number) {}

  /** @returns whether a new stage began */
  at(progress: ImportProgress): boolean {
    if (progress.stage === this.stage) return false;
    this.stage = progress.stage;
    this.began = this.now();
    return true;
  }

  words({ done, total, rows }: ImportProgress): string {
    const seconds = (this.now() - this.began) / 1_000;
    const left = done > 0 ? (seconds / done) * (total - done) : undefined;
    const rate = seconds > 0 ? Math.round(rows / seconds).toLocaleString('en') : '–';
    return `${rows.toLocaleString('en')} rows, ${rate}/s${left === undefined ? '' : `, ${duration(left)} left`}`;
  }
}

const percent = ({ done, total }: ImportProgress) => Math.floor((100 * done) / Math.max(1, total));

function lineDisplay(terminal: Terminal, now: () => number): ProgressDisplay {
  const pace = new Pace(now);
  let last = now();
  return {
    show: (progress) => {
      const fresh = pace.at(progress);
      if (!fresh && now() - last < LINE_MILLISECONDS) return;
      if (!fresh) terminal.error(`${progress.stage}: ${percent(progress)} %, ${pace.words(progress)}`);
      last = now();
    },
    end: () => undefined,
  };
}

function barDisplay(now: () => number): ProgressDisplay {
  const pace = new Pace(now);
  const format = '{stage} {bar} {percentage} %  {words}';
  let bar: SingleBar | undefined;
  return {
    show: (progress) => {
      if (pace.at(progress)) {
        bar?.stop();
        bar = new SingleBar({ format, barCompleteChar: '█', barIncompleteChar: '░', hideCursor: true });
        bar.start(progress.total, 0, { stage: progress.stage.padEnd(9), words: '' });
      }
      bar?.update(progress.done, { words: pace.words(progress) });
    },
    end: () => bar?.stop(),
  };
}
