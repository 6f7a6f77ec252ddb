import type { ExitCode } from '../apps/cli/exit-codes.ts';
import { runCli } from '../apps/cli/cli.ts';

/** What an operator’s command came to. */
export interface Operated {
  readonly code: ExitCode;
  /** What it printed, and logged. */
  readonly printed: string;
}

/** Runs one `npm run cli --` in this process, under variables of its own that are gone afterwards. */
export async function operate(
  variables: Readonly<Record<string, string>>,
  ...parameters: readonly string[]
): Promise<Operated> {
  const lines: string[] = [];
  const say = (text: string) => void lines.push(text);
  const own = { MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'info', ...variables };
  const before = Object.keys(own).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, own);
  try {
    const code = await runCli(parameters, { interactive: false, out: say, error: say }, new AbortController().signal);
    return { code, printed: lines.join('\n') };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
