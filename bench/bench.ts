import { parseArgs } from 'node:util';

const USAGE = `npm run bench -- append [--rounds 5] [--seconds 5]
npm run bench -- replay [--rounds 5] [--events 300000]
npm run bench -- deid [--rounds 5]
npm run bench -- formats [--rounds 5]
npm run bench -- web
npm run bench -- board
`;

function positive(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option}: ${text} is not a positive whole number`);
  return value;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
      events: { type: 'string', default: '300000' },
      peak: { type: 'string' },
    },
  });
  const rounds = positive(values.rounds, 'rounds');
  const [bench] = positionals;
  // Each loads what it times and no more: peak memory is of that.
  if (bench === 'append') {
    const { benchAppend } = await import('./append.bench.ts');
    await benchAppend({ rounds, seconds: positive(values.seconds, 'seconds') });
  } else if (bench === 'replay') {
    const { benchReplay } = await import('./replay.bench.ts');
    await benchReplay({ rounds, events: positive(values.events, 'events') });
  } else if (bench === 'deid') {
    const { benchDeid } = await import('./deid.bench.ts');
    await benchDeid({ rounds, peak: values.peak });
  } else if (bench === 'formats') {
    const { benchFormats } = await import('./formats.bench.ts');
    await benchFormats({ rounds, peak: values.peak });
  } else if (bench === 'board') {
    const { benchBoard } = await import('./board.bench.ts');
    process.exitCode = (await benchBoard()) ? 0 : 1;
  } else if (bench === 'web') {
    const { benchWeb } = await import('./web.bench.ts');
    process.exitCode = (await benchWeb()) ? 0 : 1;
  } else {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  }
}

await main();
