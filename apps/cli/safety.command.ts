import { readFile } from 'node:fs/promises';
import { errorCode } from '#platform';
import { REPLAYED_OPEN_DAYS, type StudyReplay, replayOver } from '#processes';
import { EVERYTHING } from '#read-models';
import { builtInSafetyRules, parseSafetyRule, type SafetyRule } from '#safety';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { Unusable } from './cli.error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { withSession } from './operator.session.ts';

const MORE = `
Reads what the study has on record and lists the alerts that the rule would have raised, had it been on. It raises none, writes
nothing and tells nobody. An alert is taken to have stayed open for ${REPLAYED_OPEN_DAYS} days: what the rule says meanwhile joins it.

Rules of the platform: ${[...builtInSafetyRules.keys()].join(', ')}.

Examples:
  npm run cli -- safety replay --rule phq9-item-9 --study demo
  npm run cli -- safety replay --rule our-rule.json --study stress`;

interface ReplayOptions {
  readonly rule: string;
  readonly study: string;
}

/** \`safety\`: what can be asked about safety rules. */
export const safetyCommand: CliCommand = (program, environment) => {
  const command = program.command('safety').description('What safety rules would do.');
  command
    .command('replay')
    .description('Lists what a safety rule would have raised over a study’s history, and raises none.')
    .requiredOption(
      '--rule <file or id>',
      'a rule as JSON, in the format intersession.safety/1, or the id of a rule of the platform',
    )
    .option('--study <id>', 'the study', 'demo')
    .addHelpText('after', MORE)
    .action(async (options: ReplayOptions) => {
      environment.finish(await runReplay(environment, options));
    });
};

async function runReplay({ terminal }: CliEnvironment, { rule: named, study }: ReplayOptions): Promise<ExitCode> {
  const rule = await ruleOf(named);
  const replay = await withSession(terminal, async ({ engine: { store, readModels } }) => {
    const snapshot = await openOrSay(() =>
      store.head().then((after) => readModels.openSnapshot({ scope: EVERYTHING, after })),
    );
    try {
      const [known] = await snapshot.sql<object>('SELECT 1 FROM studies WHERE study_id = $1', [study]);
      if (known === undefined) throw new Unusable(`--study: there is no study ${study}`);
      return await replayOver(snapshot, study, rule);
    } finally {
      await snapshot.close();
    }
  });
  for (const line of replayReport(replay, rule, study)) terminal.out(line);
  return EXIT.done;
}

async function openOrSay<Snapshot>(open: () => Promise<Snapshot>): Promise<Snapshot> {
  try {
    return await open();
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    throw new Unusable(
      `the read models cannot be asked (${why}): start the server, or a projector, and wait until it has caught up`,
    );
  }
}

/** @throws Unusable naming the field that is wrong */
async function ruleOf(named: string): Promise<SafetyRule> {
  const known = builtInSafetyRules.get(named);
  if (known !== undefined) return known;
  const parsed = parseSafetyRule(await jsonIn(named));
  if (parsed.ok) return parsed.document;
  throw new Unusable(parsed.errors.map(({ field, problem }) => `--rule: ${named}: ${field}: ${problem}`).join('\n'));
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unusable(`--rule: ${file} is not JSON`);
    throw new Unusable(
      `--rule: ${file} is no rule of the platform and cannot be read (${errorCode(error) ?? 'unreadable'})`,
    );
  }
}

/** Lines that tell a person what a rule would have raised. */
export function replayReport({ logIndex, people, alerts }: StudyReplay, rule: SafetyRule, study: string): string[] {
  const counts = rule.grades.map(
    ({ grade }) => `${grade} ${alerts.filter(({ first }) => first.grade === grade).length}`,
  );
  const raised = new Set(alerts.map(({ participantId }) => participantId)).size;
  return [
    `${rule.title}, replayed over ${study} up to log index ${logIndex}. Nothing was raised and nobody was told.`,
    ...alerts.map(({ participantId, first, recurrences }) => {
      const joined = recurrences.length === 0 ? '' : `, ${recurrences.length} more would have joined it`;
      return `${first.answeredAt}  ${first.grade.padEnd(8)}  ${participantId}  ${first.item ?? 'total'} ${first.value}  ${first.measureId}${joined}`;
    }),
    `${alerts.length} alerts of ${raised} people, of ${people} who answered ${rule.sign.instrumentId}: ${counts.join(', ')}.`,
  ];
}
