/** `npm run reference -- <data set>`: published results beside ours. Exit code 1 when a line disagrees. */
import 'reflect-metadata';
import { Command, InvalidArgumentError } from 'commander';
import { G_ICBT_FILE, G_ICBT_SOURCE, compareGIcbt } from './g-icbt.reference.ts';
import {
  BTHEB_FILE,
  BTHEB_SOURCE,
  compareBtheB,
  compareSgdata,
  SGDATA_FILE,
  SGDATA_SOURCE,
} from './outcomes.reference.ts';
import { missingData, referenceFile } from './reference.data.ts';
import { disagreements, type ReferenceLine, referenceTable } from './reference.table.ts';

function rows(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

async function gIcbt({ perturb }: { readonly perturb: number }): Promise<void> {
  const file = referenceFile(G_ICBT_FILE);
  if (file === undefined) {
    console.error(missingData(G_ICBT_FILE, G_ICBT_SOURCE));
    return;
  }
  const { imported, lines, explanation } = await compareGIcbt(file, perturb);
  const wrong = disagreements(lines);
  console.log('G-ICBT (Côté-Allard et al. 2023) through importer, log, read models and GraphQL');
  if (perturb > 0) console.log(`with ${perturb} rows of the file left out: the comparison must fail`);
  console.log(
    `${imported.rows} rows imported as ${imported.eventsWritten} events in ${imported.seconds.toFixed(1)} s\n`,
  );
  console.log(referenceTable(lines));
  if (explanation.length > 0) console.log(`\nOne of the people between the two rules:\n\n${explanation.join('\n')}`);
  console.log(wrong === 0 ? '\nEvery line agrees.' : `\n${wrong} of ${lines.length} lines disagree.`);
  if (wrong > 0) process.exitCode = 1;
}

/** Formulas over a file as it is, where no platform stands between. */
async function fromFile(
  { title, path, source }: { readonly title: string; readonly path: string; readonly source: string },
  compare: (file: string) => Promise<readonly ReferenceLine[]>,
): Promise<void> {
  const file = referenceFile(path);
  if (file === undefined) {
    console.error(missingData(path, source));
    return;
  }
  const lines = await compare(file);
  const wrong = disagreements(lines);
  console.log(`${title}\n\n${referenceTable(lines)}`);
  console.log(wrong === 0 ? '\nEvery line agrees.' : `\n${wrong} of ${lines.length} lines disagree.`);
  if (wrong > 0) process.exitCode = 1;
}

const program = new Command('npm run reference --').description('Published results beside ours.');
program
  .command('g-icbt')
  .description('adherence of 342 patients to guided internet CBT')
  .option('--perturb <rows>', 'leave that many rows out, to see the comparison fail', rows, 0)
  .action(gIcbt);
program
  .command('btheb')
  .description('Beat the Blues against usual care: numbers, drop-out, effect sizes')
  .action(() =>
    fromFile({ title: 'BtheB (HSAUR3), formulas over the file', path: BTHEB_FILE, source: BTHEB_SOURCE }, compareBtheB),
  );
program
  .command('sgdata')
  .description('sudden gains of 43 people')
  .action(() =>
    fromFile(
      { title: 'sgdata (suddengains), formulas over the file', path: SGDATA_FILE, source: SGDATA_SOURCE },
      compareSgdata,
    ),
  );
await program.parseAsync();
process.exit();
