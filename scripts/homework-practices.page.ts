import { Command } from 'commander';
import { readdir, readFile } from 'node:fs/promises';
import type { GraphQLSchema } from 'graphql';
import { builtInInstruments, ratingForms } from '#instruments';
import { builtInWorksheets } from '#worksheets';
import { cliCommands } from '../apps/cli/cli.commands.ts';
import { buildApiSchema } from '../apps/api/graphql/schema-text.ts';
import { type Home, type Practice, PRACTICES, RESOURCES } from './homework-practices.ts';

const INTRODUCTION = `# Resources and practices of homework, and where they live

What the literature on homework in psychotherapy names, beside the query, mutation, route, command or worksheet where it is
found here. Every name below is looked up when this page is made: one that does not exist stops it.`;

const FOOTER = 'This page is generated from `scripts/homework-practices.ts` by `npm run generate`.';

/** Names that exist, by kind. */
type Existing = Readonly<Record<Home['kind'], ReadonlySet<string>>>;

/** Markdown of docs/homework-practices.md. @throws Error naming every home that does not exist */
export async function homeworkPracticesPage(): Promise<string> {
  const existing = existingIn(await buildApiSchema(), await routes());
  const homeless = missingHomes([...RESOURCES, ...PRACTICES], existing);
  if (homeless.length > 0) throw new Error(`there is no ${homeless.join(', no ')}`);
  return [
    INTRODUCTION,
    section('Resources', RESOURCES),
    section('Practices', PRACTICES),
    `${builtInWorksheets.size} worksheets and ${builtInInstruments.length} instruments come with the platform.`,
    FOOTER,
    '',
  ].join('\n\n');
}

/** Homes that are named and do not exist, as `kind name`. */
export function missingHomes(practices: readonly Practice[], existing: Existing): readonly string[] {
  return practices
    .flatMap(({ homes }) => homes)
    .filter(({ kind, name }) => !existing[kind].has(name))
    .map(({ kind, name }) => `${kind} ${name}`);
}

function existingIn(schema: GraphQLSchema, routeNames: readonly string[]): Existing {
  const fields = [...builtInWorksheets.values()].flatMap((worksheet) => worksheet.fields.map(({ kind }) => kind));
  return {
    query: new Set(Object.keys(schema.getQueryType()?.getFields() ?? {})),
    mutation: new Set(Object.keys(schema.getMutationType()?.getFields() ?? {})),
    command: new Set(commandNames()),
    route: new Set(routeNames),
    worksheet: new Set(builtInWorksheets.keys()),
    instrument: new Set(builtInInstruments.map(({ id }) => id)),
    'rating-form': new Set(ratingForms.map(({ formId }) => formId)),
    'worksheet-field': new Set<string>(fields),
  };
}

/** Command lines, such as `library print`. */
function commandNames(): string[] {
  const program = new Command();
  const terminal = { out: () => undefined, error: () => undefined, interactive: false };
  const environment = { terminal, signal: new AbortController().signal, finish: () => undefined };
  for (const add of cliCommands) add(program, environment);
  return program.commands.flatMap((each) => [
    each.name(),
    ...each.commands.map((sub) => `${each.name()} ${sub.name()}`),
  ]);
}

/** `POST /attachments/:id`, as controllers declare them. */
async function routes(): Promise<string[]> {
  const files = (await readdir('apps/api', { recursive: true })).filter((name) => name.endsWith('.controller.ts'));
  const texts = await Promise.all(files.map((name) => readFile(`apps/api/${name}`, 'utf8')));
  return texts.flatMap((text) => {
    const base = /@Controller\('([^']*)'\)/.exec(text)?.[1];
    const start = base === undefined ? '' : `/${base}`;
    return [...text.matchAll(/@(Get|Post|Put|Delete)\('([^']*)'\)/g)].map(
      ([, verb = '', path = '']) => `${verb.toUpperCase()} ${start}/${path}`,
    );
  });
}

function section(title: string, practices: readonly Practice[]): string {
  const rows = practices.map(({ practice, homes }) => `| ${practice} | ${homes.map(shown).join(', ')} |`);
  return [`## ${title}`, ['| what | where |', '| --- | --- |', ...rows].join('\n')].join('\n\n');
}

function shown({ kind, name }: Home): string {
  switch (kind) {
    case 'query':
    case 'mutation':
    case 'route':
    case 'worksheet':
    case 'instrument':
      return `${kind} \`${name}\``;
    case 'command':
      return `\`npm run cli -- ${name}\``;
    case 'rating-form':
      return `rating form \`${name}\``;
    case 'worksheet-field':
      return `question of kind \`${name}\``;
  }
}
