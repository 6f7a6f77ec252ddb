import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { readFile } from 'node:fs/promises';
import { attemptsTableOf, mappingJson, mappingOf } from '../../../test/imports/mapping.factory.ts';
import { InvalidMapping, readMapping } from './mapping.reader.ts';
import { importMappingJsonSchema } from './mapping.schema.ts';

function problemsOf(text: string): readonly string[] {
  try {
    readMapping(text, 'log.mapping.json');
  } catch (error) {
    if (error instanceof InvalidMapping) return error.problems;
    throw error;
  }
  throw new Error('the mapping was accepted');
}

const withTable = (table: Record<string, unknown>) => problemsOf(JSON.stringify(mappingJson(table)));

describe('the mapping file', () => {
  it('fills in what an author may leave out', () => {
    const [table] = mappingOf().tables;
    expect(table).toMatchObject({
      csv: { delimiter: ',', quote: '"', header: { kind: 'first-line' } },
      time: { skipped: 'reject', repeated: 'reject' },
      duplicates: 'refuse',
      otherColumns: 'refuse',
      reject: { before: '1990-01-01' },
    });
  });

  it.each([
    ['', /^line 1: is not JSON/],
    ['{"format": 1,\n "id": }', /^line 2: is not JSON \(value expected\)/],
    ['[]', /^line 1, the file: /],
    ['null', /^line 1, the file: /],
    ['{\n"format": 2}', /^line 2, format: /],
    ['{"id": 1,\n"id": 2}', /^line 2, id: is there twice/],
    ['{"id": 1} // why', /^line 1: is not JSON \(invalid comment token\)/],
    [`{"title": "${'x'.repeat(1_000_001)}"}`, /larger than 1000000 bytes/],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested deeper/],
  ])('names the place of what cannot be read: %.40s', (text, problem) => {
    expect(problemsOf(text)[0]).toMatch(problem);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s anywhere', (key) => {
    const text = JSON.stringify(mappingJson()).replace('"study":{', `"study":{"${key}":{"polluted":true},`);
    expect(problemsOf(text)).toEqual([`line 1, ${key}: is not a key that a mapping may have`]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    [{ colour: 'red' }, /^line 1, tables\.0: .*colour/],
    [{ name: '../../etc/passwd' }, /^line 1, tables\.0\.name: /],
    [{ key: [] }, /^line 1, tables\.0\.key: /],
    [
      { time: { zone: 'Europe/Atlantis', format: 'yyyy-MM-dd' } },
      /^line 1, tables\.0\.time\.zone: is not an IANA time zone/,
    ],
    [{ time: { zone: 'UTC', format: 'YYYY-MM-DD' } }, /^line 1, tables\.0\.time\.format: "YYYY" is not a field/],
    [{ kind: 'wide' }, /^line 1, tables\.0\.kind: /],
    [{ csv: { delimiter: ';;' } }, /^line 1, tables\.0\.csv\.delimiter: must be one character/],
    [{ csv: { delimiter: '"' } }, /^line 1, tables\.0\.csv: delimiter and quote are the same/],
    [{ csv: { encoding: 'ebcdic' } }, /^line 1, tables\.0\.csv\.encoding: /],
    [{ ignored: [{ column: 'who', why: 'it is not' }] }, /^line 1, tables\.0\.ignored\.0\.column: "who" is also used/],
    [{ reject: { shorterThanSeconds: 60, longerThanSeconds: 30 } }, /^line 1, tables\.0\.reject: /],
    [{ participant: { column: 'who', prefix: '=' } }, /^line 1, tables\.0\.participant\.prefix: /],
    [{ assignment: { kind: 'assigned' } }, /^line 1, tables\.0\.assignment\.kind: /],
  ])('names the field that cannot be used: %j', (table, problem) => {
    expect(withTable(table)[0]).toMatch(problem);
  });

  it('compares a duration only where there is an end to compare with', () => {
    const { attempt } = attemptsTableOf();
    const duration = { column: 'd', format: 'seconds' };
    expect(withTable({ attempt: { ...attempt, end: { kind: 'unknown' }, duration } })[0]).toMatch(/attempt\.duration/);
  });

  it('holds tables of different names', () => {
    const [table] = mappingOf().tables;
    expect(problemsOf(JSON.stringify(mappingJson({}, { tables: [] })))[0]).toMatch(
      /^line 1, tables: must hold a table/,
    );
    expect(problemsOf(JSON.stringify(mappingJson({}, { tables: [table, table] })))[0]).toMatch(
      /^line 1, tables\.1\.name: /,
    );
  });

  it('gives editors a schema that accepts and refuses the same', async () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(importMappingJsonSchema());
    const example: unknown = JSON.parse(await readFile('examples/imports/g-icbt.mapping.json', 'utf8'));
    expect(validate(example)).toBe(true);
    expect(validate(mappingJson())).toBe(true);
    expect(validate(mappingJson({ colour: 'red' }))).toBe(false);
    expect(validate(mappingJson({}, { format: 2 }))).toBe(false);
  });

  it.each([
    ...['g-icbt', 'btheb', 'sgdata'].map((name) => `examples/imports/${name}.mapping.json`),
    ...['prompts', 'trial', 'sessions', 'days'].map((name) => `test/imports/tables/${name}.mapping.json`),
  ])('accepts %s, and so does the schema', async (path) => {
    const text = await readFile(path, 'utf8');
    expect(readMapping(text, path).tables.length).toBeGreaterThan(0);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(importMappingJsonSchema());
    expect(validate(JSON.parse(text))).toBe(true);
  });

  it('accepts the mapping of the example', async () => {
    const text = await readFile('examples/imports/g-icbt.mapping.json', 'utf8');
    expect(readMapping(text, 'g-icbt.mapping.json').tables[0]?.key).toEqual(['']);
  });
});
