import { readFile } from 'node:fs/promises';
import { type Fact, decode, fieldProblems } from '#domain';
import { streamName } from '#event-store';
import { Opener, errorCode } from '#platform';
import { type AllocationSequence, allocationSequence } from '#randomisation';
import { holds, loggedAllocation, verificationReport, verifyAllocation } from './allocation.verification.ts';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { Unusable } from './cli.error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type OperatorSession, withSession } from './operator.session.ts';

const MORE = `
Before the first participant was allocated, the study published a commitment: SHA-256 over its scheme, its sequence and a nonce.
Once the study is locked and its allocation disclosed, this recomputes the commitment and draws every arm again.

Exit code 3: the sequence is not the one that was committed to, or somebody has another arm than it gives.

Examples:
  npm run cli -- allocation verify --study stress
  npm run cli -- allocation verify --study stress --sequence list-of-the-statistician.json`;

interface VerifyOptions {
  readonly study: string;
  readonly sequence?: string;
}

/** \`allocation\`: what can be checked of a study's allocation. */
export const allocationCommand: CliCommand = (program, environment) => {
  const command = program.command('allocation').description('What can be checked of how a study allocated its arms.');
  command
    .command('verify')
    .description('Recomputes the commitment of a disclosed allocation, and draws every arm again.')
    .requiredOption('--study <id>', 'the study')
    .option('--sequence <file>', 'a sequence to check instead of the one that the log discloses, as JSON')
    .addHelpText('after', MORE)
    .action(async (options: VerifyOptions) => {
      environment.finish(await runVerify(environment, options));
    });
};

async function runVerify({ terminal }: CliEnvironment, { study, sequence: file }: VerifyOptions): Promise<ExitCode> {
  const given = file === undefined ? undefined : await sequenceIn(file);
  const logged = await withSession(terminal, async (session) =>
    loggedAllocation(study, await historyOf(session, study)),
  );
  if (logged === undefined) throw new Unusable(`--study: no allocation sequence is sealed for a study ${study}`);
  if (logged.sequence === undefined) {
    throw new Unusable(
      `--study: the allocation of ${study} is sealed; it can be checked once the study is locked and the allocation disclosed`,
    );
  }
  const verification = verifyAllocation(logged, given ?? logged.sequence);
  terminal.out(verificationReport(verification));
  return holds(verification) ? EXIT.done : EXIT.incomplete;
}

async function historyOf({ engine }: OperatorSession, studyId: string): Promise<Fact[]> {
  const facts: Fact[] = [];
  for await (const stored of engine.store.readStream(nameOf(studyId))) facts.push(decode(stored));
  return new Opener(engine.keys, 'arms').openAll(facts);
}

function nameOf(studyId: string) {
  try {
    return streamName(`allocation-${studyId}`);
  } catch {
    throw new Unusable('--study: is not the id of a study');
  }
}

/** @throws Unusable naming the field that is wrong */
async function sequenceIn(file: string): Promise<AllocationSequence> {
  const parsed = allocationSequence.safeParse(await jsonIn(file));
  if (parsed.success) return parsed.data;
  const [first] = fieldProblems(parsed.error);
  throw new Unusable(`--sequence: ${file}: ${first?.field ?? ''}: ${first?.problem ?? 'is no sequence'}`);
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unusable(`--sequence: ${file} is not JSON`);
    throw new Unusable(`--sequence: ${file} cannot be read (${errorCode(error) ?? 'unreadable'})`);
  }
}
