import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { csvPath, type DatasetDescription, type DescribedTable } from '../description/dataset.description.ts';
import { HOSTILE, HOSTILE_TABLE } from '../hostile.specification.ts';
import { dataPackage } from './data-package.ts';
import { DATA_PACKAGE_SCHEMA, PSYCH_DS_FILE, PSYCH_DS_SCHEMA } from './descriptor.schemas.specification.ts';
import { psychDsDescription } from './psych-ds.ts';

const people: DescribedTable = {
  name: 'participants',
  title: { en: 'Participants' },
  grain: { en: 'one row a participant' },
  key: ['pid'],
  subject: 'pid',
  rows: 4,
  file: { path: csvPath('HW-01', 'participants'), bytes: 120, sha256: 'ab'.repeat(32) },
  columns: [HOSTILE_TABLE.columns[0]!],
};
const references = [{ columns: ['pid'], table: 'participants', to: ['pid'] }];
const DATASET: DatasetDescription = {
  ...HOSTILE,
  keywords: ['homework'],
  tables: [people, { ...HOSTILE_TABLE, references }],
};

const ajv = new Ajv({ strict: false, allErrors: true });
const errorsOf = (schema: object, value: unknown) => {
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly categories?: readonly unknown[];
  readonly missingValues?: readonly { readonly value: string; readonly label: string }[];
  readonly labels: Readonly<Record<string, string>>;
}
interface Package {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly hash?: string;
    readonly schema: {
      readonly fields: readonly Field[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly unknown[];
    };
  }[];
}

describe('Data Package', () => {
  const found = JSON.parse(dataPackage(DATASET)) as Package;

  it('is valid by its JSON Schema, and found out where it is not', () => {
    expect(errorsOf(DATA_PACKAGE_SCHEMA, found)).toEqual([]);
    const broken = JSON.parse(JSON.stringify(found).replace('"type":"date"', '"type":"day"')) as unknown;
    expect(errorsOf(DATA_PACKAGE_SCHEMA, broken).length).toBeGreaterThan(0);
    const outside = { ...found, resources: [{ ...found.resources[0], path: '../up.csv' }] };
    expect(errorsOf(DATA_PACKAGE_SCHEMA, outside)).toContain(
      '/resources/0/path must match pattern "^(?![./~])(?!.*\\.\\./)(?!.*\\\\)(?!.*://).+$"',
    );
  });

  it('has types, codes and missing codes of every column', () => {
    const fields = found.resources[1]!.schema.fields;
    expect(fields.map(({ type }) => type)).toEqual([
      ...['string', 'integer', 'string', 'string', 'integer', 'number', 'boolean', 'date', 'integer'],
    ]);
    for (const [index, { name, codes = [], missing = [], label }] of HOSTILE_TABLE.columns.entries()) {
      const field = fields[index]!;
      expect(field).toMatchObject({ name, title: label.en, labels: label });
      expect(field.categories ?? []).toEqual(codes.map((code) => ({ value: code.value, label: code.label.en })));
      expect((field.missingValues ?? []).slice(1)).toEqual(
        missing.map((code) => ({ value: String(code.value), label: code.label.en })),
      );
    }
  });

  it('has keys, references and the hash of each file', () => {
    const [first, second] = found.resources;
    expect(first).toMatchObject({
      name: 'participants',
      hash: `sha256:${'ab'.repeat(32)}`,
      schema: { primaryKey: ['pid'] },
    });
    expect(second!.schema.foreignKeys).toEqual([
      { fields: ['pid'], reference: { resource: 'participants', fields: ['pid'] } },
    ]);
  });
});

describe('Psych-DS', () => {
  const found = JSON.parse(psychDsDescription(DATASET)) as {
    readonly variableMeasured: readonly { readonly name: string; readonly disambiguatingDescription: string }[];
  };

  it('is JSON-LD in the words of schema.org', () => {
    expect(errorsOf(PSYCH_DS_SCHEMA, found)).toEqual([]);
    expect(errorsOf(PSYCH_DS_SCHEMA, { ...found, variableMeasured: [] })).not.toEqual([]);
    expect(errorsOf(PSYCH_DS_SCHEMA, { ...found, madeUp: 1 })).not.toEqual([]);
  });

  it('measures every column of every file, once each', () => {
    const names = found.variableMeasured.map(({ name }) => name);
    expect([...names].sort()).toEqual(
      [...new Set(DATASET.tables.flatMap(({ columns }) => columns.map(({ name }) => name)))].sort(),
    );
    expect(found.variableMeasured[0]!.disambiguatingDescription).toBe('In participants, visits');
  });

  it('knows the names of our files', () => {
    expect(csvPath('HW-01', 'adverse_events')).toBe('data/study-HW01_description-adverseevents_data.csv');
    for (const { file } of DATASET.tables) expect(file.path).toMatch(PSYCH_DS_FILE);
    expect('data/participants.csv').not.toMatch(PSYCH_DS_FILE);
  });
});
