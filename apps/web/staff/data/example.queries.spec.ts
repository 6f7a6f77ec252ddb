import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { EXAMPLES, exampleText } from './example.queries.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

describe('the examples for analysts', () => {
  it.each(EXAMPLES)('asks for what there is: %s', (example) => {
    const text = exampleText(example, 'relief', 'https://trial.example');
    const query = example === 'script' ? (/"query":"(.*?)"/.exec(text)?.[1] ?? '') : text;
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });
});
