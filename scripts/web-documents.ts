import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, type DocumentNode, type GraphQLSchema, Kind, parse, print, printSchema, validate } from 'graphql';
import type { Artefact } from './artefacts.ts';

const WEB = 'apps/web';

/** A file of operations of the web app. */
interface OperationsFile {
  readonly path: string;
  readonly document: DocumentNode;
}

/** One operation as a browser names it and the server knows it. */
export interface ListedOperation {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Every `.graphql` below the web app, in the order of their names. */
async function operationsFiles(): Promise<readonly OperationsFile[]> {
  const entries = await readdir(WEB, { recursive: true });
  const paths = entries.filter((entry) => entry.endsWith('.graphql')).map((entry) => join(WEB, entry));
  const read = async (path: string) => ({ path, document: parse(await readFile(path, 'utf8')) });
  return Promise.all(paths.sort().map(read));
}

/** Each operation with the fragments of its file that it uses, as one text. @throws for one without a name */
function listed({ path, document }: OperationsFile): readonly ListedOperation[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const name = definition.name?.value;
    if (name === undefined) throw new Error(`${path}: an operation has no name`);
    const fragments = fragmentsOf(document, print(definition));
    const text = print({ kind: Kind.DOCUMENT, definitions: [definition, ...fragments] });
    return [{ id: createHash('sha256').update(text).digest('hex'), name, text }];
  });
}

/** Fragments that a text spreads, and those that they spread. */
function fragmentsOf(document: DocumentNode, text: string) {
  const all = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const found = new Set<(typeof all)[number]>();
  const visit = (from: string): void => {
    for (const [, name] of from.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
      const fragment = all.find((candidate) => candidate.name.value === name);
      if (fragment === undefined || found.has(fragment)) continue;
      found.add(fragment);
      visit(print(fragment));
    }
  };
  visit(text);
  return all.filter((fragment) => found.has(fragment));
}

const CONFIG = {
  ...{ useTypeImports: true, skipTypename: true, enumType: 'string-literal', immutableTypes: true },
  ...{ avoidOptionals: { field: true, inputValue: false }, defaultScalarType: 'string' },
  scalars: { JSON: 'unknown' },
};

/** The types of a file's operations, and the operations as `Document`s. */
async function generatedFile(file: OperationsFile, schema: GraphQLSchema): Promise<string> {
  const [problem] = validate(schema, file.document);
  if (problem !== undefined) throw new Error(`${file.path}: ${problem.message}`);
  // Built anew from its text: enums as they travel, not by the values they have inside the server.
  const sdl = printSchema(schema);
  const types = await codegen({
    ...{ filename: file.path, schema: parse(sdl), schemaAst: buildSchema(sdl), config: CONFIG },
    documents: [{ location: file.path, document: file.document }],
    ...{ plugins: [{ operations: {} }], pluginMap: { operations } },
  });
  const kinds = new Map(
    file.document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [[definition.name?.value ?? '', definition.operation]] : [],
    ),
  );
  const documents = listed(file).map(({ id, name }) => {
    const kind = kinds.get(name) ?? 'query';
    const type = `${name}${kind[0]?.toUpperCase()}${kind.slice(1)}`;
    return `export const ${name}: Document<${type}, ${type}Variables> = { id: '${id}', name: '${name}' };`;
  });
  const from = relative(dirname(file.path), join(WEB, 'graphql/document.ts')).split(sep).join('/');
  return [
    `// Generated from ${file.path} by \`npm run generate\`; do not edit.`,
    `import type { Document } from '${from.startsWith('.') ? from : `./${from}`}';`,
    types.replace(/^.*Exact<.*$/m, (line) => line),
    ...documents,
  ].join('\n\n');
}

/** Every operation below a folder of the web app. */
export async function operationsOf(folder: string): Promise<readonly ListedOperation[]> {
  const files = await operationsFiles();
  return files.filter(({ path }) => path.startsWith(`${folder}/`)).flatMap(listed);
}

/** The operations of the web app as the server keeps them: hash → text. @throws where two have one name */
async function listFile(files: readonly OperationsFile[]): Promise<string> {
  const all = files.flatMap(listed).sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const twice = all.find(({ name }, index) => name === all[index + 1]?.name);
  if (twice !== undefined) throw new Error(`two operations of the web app are called ${twice.name}`);
  const entries = all.map(({ id, text }) => `  '${id}': ${JSON.stringify(text)},`);
  return [
    '// Generated from the operations of the web app by `npm run generate`; do not edit.',
    '',
    '/** What browsers may ask: SHA-256 of an operation’s text, and the text. */',
    'export const WEB_DOCUMENTS: Readonly<Record<string, string>> = {',
    ...entries,
    '};',
  ].join('\n');
}

/**
 * The generated files of the web app: `x.generated.ts` beside every `x.graphql`, and the list of what browsers may ask,
 * for the server.
 */
export async function webDocuments(): Promise<readonly Artefact[]> {
  const files = await operationsFiles();
  const { buildApiSchema } = await import('../apps/api/graphql/schema-text.ts');
  let schema: Promise<GraphQLSchema> | undefined;
  return [
    ...files.map((file) => ({
      path: file.path.replace(/\.graphql$/, '.generated.ts'),
      text: async () => generatedFile(file, await (schema ??= buildApiSchema())),
    })),
    { path: 'apps/api/web/documents.generated.ts', text: () => listFile(files) },
  ];
}
