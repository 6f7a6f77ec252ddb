import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.ts';

/** The user a tool runs as when this process is root; absent when tools run as ourselves. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ToolResult {
  readonly code: number;
  /** Both output streams, in order of arrival. */
  readonly output: string;
}

/** Nothing else of our environment reaches PostgreSQL: no secrets, no PG* variables that would redirect it. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

/** Runs a program to its end. @throws EmbeddedPostgresError when it cannot be run at all */
export function runProgram(
  program: string,
  parameters: readonly string[],
  user: OsUser | undefined,
): Promise<ToolResult> {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of INHERITED) if (process.env[name] !== undefined) env[name] = process.env[name];
  const options = {
    cwd: process.platform === 'win32' ? undefined : '/',
    env,
    ...(user && { uid: user.uid, gid: user.gid }),
    windowsHide: true,
    maxBuffer: 10_000_000,
  };
  return new Promise((resolve, reject) => {
    const child = execFile(program, parameters, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') {
        reject(
          new EmbeddedPostgresError(
            `${program} could not be run (${String(error.code ?? error.signal ?? error.message)}). The embedded PostgreSQL does not work on this computer: set DATABASE_URL to a PostgreSQL server.`,
          ),
        );
      } else resolve({ code: child.exitCode ?? 0, output: `${stdout}${stderr}`.trim() });
    });
  });
}

export type PostgresToolName = 'initdb' | 'pg_ctl';

export function toolPath(native: string, tool: PostgresToolName): string {
  return join(native, 'bin', process.platform === 'win32' ? `${tool}.exe` : tool);
}
