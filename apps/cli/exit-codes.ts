/** What the process tells whoever called it; the same for every command. Printed by `--help`. */
export const EXIT = {
  /** Done, and nothing is left to look at. */
  done: 0,
  /** Stopped by a fault (database, disk, a file that changed); doing it again goes on from there. */
  fault: 1,
  /** Cannot be done as asked: arguments, mapping, file or study. */
  unusable: 2,
  /** Done, and there is something to look at: rejected rows, offered corrections. */
  incomplete: 3,
  /** Stopped by Ctrl-C or SIGTERM; doing it again goes on from there. */
  stopped: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes:
  0    done, and nothing is left to look at
  1    stopped by a fault (database, disk, a file that changed); doing it again goes on from there
  2    cannot be done as asked: arguments, mapping, file or study
  3    done, and there is something to look at: rejected rows, offered corrections
  130  stopped by Ctrl-C or SIGTERM; doing it again goes on from there`;
