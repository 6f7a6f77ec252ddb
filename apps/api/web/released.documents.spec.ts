import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, findBreakingChanges, type GraphQLSchema, parse, validate } from 'graphql';
import { documentOf, isAllowed } from './allowed.documents.ts';
import { RELEASED_DOCUMENTS } from './released.documents.generated.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A release by what it sends. Phones out there have it: a line is added for each release, and none is ever changed. */
const RELEASES = [['0.1.0', 'cdf99c8195940893']];

describe('what installed phones send', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  });

  it('is on the list for good', () => {
    const found = RELEASED_DOCUMENTS.map(({ version, ...release }) => [
      version,
      sha256(JSON.stringify(release)).slice(0, 16),
    ]);
    expect(found).toEqual(RELEASES);
  });

  const documents = RELEASED_DOCUMENTS.flatMap((release) => Object.entries(release.documents));

  it('is taken under its hash', () => {
    expect(documents.length).toBeGreaterThan(20);
    for (const [id, text] of documents)
      expect([sha256(text), documentOf(id), isAllowed(text)]).toEqual([id, text, true]);
  });

  it('is understood by the schema of today', () => {
    const problems = documents.flatMap(([, text]) => validate(schema, parse(text)).map(({ message }) => message));
    expect(problems).toEqual([]);
  });

  it.each(RELEASED_DOCUMENTS.map(({ version, inputs }) => [version, inputs]))(
    'is taken with what a page of %s fills in',
    (_version, inputs) => {
      const then = buildSchema(`${inputs}\ntype Query { studies: Boolean }`);
      const changes = findBreakingChanges(then, schema).map(({ description }) => description);
      expect(changes.filter((change) => !change.startsWith('Query.'))).toEqual([]);
    },
  );
});
