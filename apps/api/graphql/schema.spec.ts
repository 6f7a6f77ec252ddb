import 'reflect-metadata';
import { readFile, readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLSchema, isInputObjectType, isObjectType, parse, validate } from 'graphql';
import { commandTypes } from './schema/command-schemas.ts';
import { buildApiSchema, schemaText } from './schema-text.ts';

/** Of accounts, of the access log and of the vault, which are not in the log of events; and what is read straight from it. */
const ASIDE = [
  'cancelSpecificationGrid',
  'closeCalendarFeed',
  'forgetPushDevice',
  'keepJournal',
  'openCalendarFeed',
  'registerPushDevice',
  'startSpecificationGrid',
  ...['calendarFeed', 'pushDevices', 'pushPublicKey', 'serverReport', 'specificationGrid'],
  'identity',
  'revealedArm',
  'recordIdentity',
  'voidOccurrences',
  'accessLog',
  'me',
  'readsOfMine',
  'createApiKey',
  'endSignIns',
  'handOutSignInCode',
  'revokeApiKey',
];

/** Sent by rules and clocks, never by people. */
const OF_PROCESSES = [
  ...['RaiseSafetyAlert', 'RecurSafetyAlert', 'SendSafetyAlert', 'EscalateSafetyAlert'],
  ...['NoticeMissedWork', 'TellClinician', 'RefuseDataset', 'ReleaseDataset', 'RecordAnalysisRun'],
];

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildApiSchema();
});

describe('the schema', () => {
  it('is the committed one', async () => {
    expect(await schemaText()).toBe(await readFile('schema.graphql', 'utf8'));
  });

  /** Files are sent to a route of their own. */
  const BY_ROUTE = ['AttachFile'];

  it('has a mutation for every command, called like it, and no other', () => {
    const people = commandTypes.filter((type) => !OF_PROCESSES.includes(type) && !BY_ROUTE.includes(type));
    const verbs = people.map((type) => type.charAt(0).toLowerCase() + type.slice(1));
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.filter((name) => !ASIDE.includes(name)).sort()).toEqual([...verbs].sort());
  });

  it('takes meta and input in every mutation and gives a receipt', () => {
    for (const { name, args, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      if (ASIDE.includes(name)) continue;
      expect([name, args.map((arg) => `${arg.name}: ${String(arg.type)}`), String(type)]).toEqual([
        name,
        [`input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`, 'meta: CommandMetaInput!'],
        'Receipt!',
      ]);
    }
  });

  /** What comes with the program and stands in no log. */
  const OF_THE_PROGRAM = ['builtInInstruments', 'datasetTables', 'ratingForms', 'scoreInstrument'];

  it('lets every first-level field but those of the present be asked as of a past moment', () => {
    const all = Object.values(schema.getQueryType()?.getFields() ?? {});
    const fields = all.filter(({ name }) => !ASIDE.includes(name));
    const present = fields.filter(({ args }) => !args.some(({ name }) => name === 'asOf')).map(({ name }) => name);
    expect(present).toEqual(['log', 'studies', ...OF_THE_PROGRAM].sort());
    const timeless = fields.filter(({ args }) => !args.some(({ name }) => name === 'afterPosition'));
    expect(timeless.map(({ name }) => name)).toEqual(OF_THE_PROGRAM);
  });

  it('never takes sealed content in another shape than text', () => {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isInputObjectType(type)) continue;
      const fields = Object.values(type.getFields()).map((field) => getNamedType(field.type).name);
      expect(fields.filter((name) => /Envelope|Erased|Sealed/.test(name))).toEqual([]);
    }
  });

  it('pages every list of rows', () => {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
      expect(Object.keys(type.getFields()).sort()).toEqual(['edges', 'logIndex', 'nodes', 'pageInfo', 'totalCount']);
    }
  });
});

describe('the queries of the README', () => {
  it('fit the schema', async () => {
    const readme = await readFile('README.md', 'utf8');
    const sent = [...readme.matchAll(/-d '(\{"query".*?\})'/gs)].map(([, body]) => body ?? '');
    expect(sent.length).toBeGreaterThan(0);
    for (const body of sent) {
      const { query } = JSON.parse(body) as { query: string };
      expect([query, validate(schema, parse(query)).map(({ message }) => message)]).toEqual([query, []]);
    }
  });
});

describe('the example queries', () => {
  it('fit the schema', async () => {
    const folder = 'examples/queries';
    const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const document = parse(await readFile(`${folder}/${file}`, 'utf8'));
      expect([file, validate(schema, document).map(({ message }) => message)]).toEqual([file, []]);
    }
  });
});
