/** Where a command writes: results to `out`, everything else to `error`. Specs hand in their own. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Whether `error` is a screen that a progress bar may be drawn on. */
  readonly interactive: boolean;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY && process.env['CI'] === undefined,
};
