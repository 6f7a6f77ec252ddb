/**
 * `npm run check`: everything a change must pass besides the tests. Runs each step to its end, two
 * at a time, shows the output of those that fail, and says what each one took. `npm run check -- lint types` runs only those.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The longest first. */
const STEPS = ['lint', 'types', 'format', 'boundaries', 'drift'];
/** Steps at a time; each is one thread and much memory. */
const LANES = 2;

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);
}

/** Runs the npm script of that name; resolves with its exit code and everything it printed. */
function run(step) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((step) => !STEPS.includes(step));
if (unknown.length > 0) {
  console.error(`check: no step called ${unknown.join(', ')}; there are ${STEPS.join(', ')}`);
  process.exit(2);
}

const start = performance.now();
const failed = [];
const waiting = asked.length > 0 ? asked : [...STEPS];

/** One step after another of those that wait, until none does. */
async function lane() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const began = performance.now();
    const { code, output } = await run(step);
    console.log(`${code === 0 ? '✓' : '✗'} ${step.padEnd(12)}${seconds(began)}`);
    if (code === 0) continue;
    failed.push(step);
    console.log(output.trimEnd().replace(/^/gm, '    '));
  }
}

await Promise.all(Array.from({ length: Math.min(LANES, availableParallelism()) }, lane));
const verdict = failed.length === 0 ? 'check passed' : `check failed: ${failed.join(', ')}`;
console.log(`${verdict} in${seconds(start)}`);
process.exitCode = failed.length === 0 ? 0 : 1;
