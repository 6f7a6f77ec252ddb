import { readFile } from 'node:fs/promises';
import {
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isSpecifiedScalarType,
  parse,
  print,
  printSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ReleasedDocuments } from '../apps/api/web/released.documents.ts';
import { RELEASED_DOCUMENTS } from '../apps/api/web/released.documents.generated.ts';
import type { Artefact } from './artefacts.ts';
import { operationsOf } from './web-documents.ts';

const PHONE = 'apps/web/participant';

/**
 * `npm run generate -- --release`: puts what the participant's page sends now on the list of what installed phones send, under
 * the version of package.json. The list only grows.
 * @throws where that version is on it
 */
export async function releasedDocuments(): Promise<Artefact> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  if (RELEASED_DOCUMENTS.some((release) => release.version === version))
    throw new Error(`${version} is released: raise the version in package.json first`);
  const release = await releaseOf(version);
  const text = [
    '// Written by `npm run generate -- --release`, which adds to it; what is here is never taken away.',
    "import type { ReleasedDocuments } from './released.documents.ts';",
    '',
    `export const RELEASED_DOCUMENTS: readonly ReleasedDocuments[] = ${JSON.stringify([...RELEASED_DOCUMENTS, release])};`,
  ].join('\n');
  return { path: 'apps/api/web/released.documents.generated.ts', text: async () => text };
}

async function releaseOf(version: string): Promise<ReleasedDocuments> {
  const { buildApiSchema } = await import('../apps/api/graphql/schema-text.ts');
  const operations = await operationsOf(PHONE);
  const known = new Set(RELEASED_DOCUMENTS.flatMap(({ documents }) => Object.keys(documents)));
  const fresh = operations.filter(({ id }) => !known.has(id));
  const texts = operations.map(({ text }) => text);
  return {
    version,
    documents: Object.fromEntries(fresh.map(({ id, text }) => [id, text])),
    inputs: inputsOf(await buildApiSchema(), texts),
  };
}

/** Types of the variables of operations, and what they hold. */
function inputsOf(schema: GraphQLSchema, texts: readonly string[]): string {
  const found = new Map<string, GraphQLNamedType>();
  const add = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (found.has(named.name) || isSpecifiedScalarType(named)) return;
    found.set(named.name, named);
    if (isInputObjectType(named)) for (const field of Object.values(named.getFields())) add(field.type);
  };
  const info = new TypeInfo(schema);
  const enter = (): void => {
    const type = info.getInputType();
    if (type != null) add(type);
  };
  for (const text of texts) visit(parse(text), visitWithTypeInfo(info, { VariableDefinition: { enter } }));
  const described = parse(printSchema(new GraphQLSchema({ types: [...found.values()] })));
  const bare = visit(described, {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return print(bare);
}
