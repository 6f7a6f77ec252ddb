/** An archive of a simulated trial in every format, read by programs that others wrote. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { documentWriters } from '#datasets';
import {
  DATA_PACKAGE_SCHEMA,
  PSYCH_DS_FILE,
  PSYCH_DS_SCHEMA,
} from '../../libs/formats/packages/descriptor.schemas.specification.ts';
import { HAS_PSPP, HAS_R, mourn, readAllWithR, runPspp } from '../../libs/formats/statistics.programs.specification.ts';
import { ExportScene, specificationOf, USUAL } from './export.scene.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly missingValues?: readonly { readonly value: string }[];
}
interface Package {
  readonly resources: readonly {
    readonly path: string;
    readonly name: string;
    readonly rowCount: number;
    readonly schema: { readonly fields: readonly Field[] };
  }[];
}

/** Few people can have no more. */
const SIGNED = { riskAssessment: 'RA-1', model: { k: 2, maxSuppressed: 0.2 } } as const;

let scene: ExportScene;
let place: string;
let descriptor: Package;
const read = (path: string) => readFileSync(join(place, path), 'utf8');

beforeAll(async () => {
  mourn(HAS_R, 'R with haven');
  mourn(HAS_PSPP, 'PSPP');
  scene = await ExportScene.open();
  await scene.record();
  const formats = ['csv', 'sav', 'parquet', 'psych-ds', 'odm'] as const;
  const languages = ['en', 'sv'];
  place = scene.place('all formats');
  const specification = specificationOf(await scene.ready(), USUAL, { ...SIGNED, formats: [...formats], languages });
  await scene.export(specification, 'all formats', { documents: documentWriters });
  descriptor = JSON.parse(read('datapackage.json')) as Package;
}, 120_000);
afterAll(() => scene.close());

const tableOf = (resource: string) => resource.replaceAll('-', '_');
/** A number in one form, whoever wrote it. */
const shown = (cell: string, { type }: Field) =>
  cell !== '' && (type === 'integer' || type === 'number') ? String(Number(cell)) : cell;
/** What the CSV says of a column, without the apostrophe in front of what a spreadsheet would run. */
const cellsOf = (path: string, field: Field) =>
  parse<Record<string, string>>(read(path), { columns: true }).map((row) =>
    shown(row[field.name]!.replace(/^'(?='*[=+\-@])/, ''), field),
  );

describe('an archive in every format', () => {
  it('has descriptors that are valid, and every table in them', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    for (const [schema, value] of [
      [DATA_PACKAGE_SCHEMA, descriptor],
      [PSYCH_DS_SCHEMA, JSON.parse(read('dataset_description.json')) as unknown],
    ] as const) {
      const validate = ajv.compile(schema);
      validate(value);
      expect(validate.errors ?? []).toEqual([]);
    }
    const files = readdirSync(join(place, 'data')).filter((name) => name.endsWith('.csv'));
    expect(descriptor.resources.map(({ path }) => path).sort()).toEqual(files.map((name) => `data/${name}`).sort());
    for (const { path } of descriptor.resources) expect(path).toMatch(PSYCH_DS_FILE);
  });

  it('has an ODM file that is valid', async () => {
    const folder = join(process.cwd(), 'libs/formats/odm');
    const file = (name: string) => ({ fileName: name, contents: readFileSync(join(folder, name), 'utf8') });
    const found = await validateXML({
      xml: [{ fileName: 'odm.xml', contents: read('odm.xml') }],
      schema: [file('odm-1-3-2.subset.xsd')],
      preload: [file('xml.xsd')],
    });
    expect(found.errors.map(({ message }) => message)).toEqual([]);
    for (const { name, rowCount } of descriptor.resources) {
      const start = `<ItemGroupData ItemGroupOID="IG\\.${tableOf(name)}"(?: ItemGroupRepeatKey="\\d+")?(?: TransactionType="Insert")?>`;
      const groups = read('odm.xml').match(new RegExp(start, 'g'));
      expect([name, groups?.length ?? 0]).toEqual([name, rowCount]);
    }
  });

  it('tells in ODM who entered each row by role, and what was corrected', () => {
    const odm = read('odm.xml');
    expect(odm).toContain('FileType="Transactional"');
    const rowsOf = (table: string) =>
      odm.match(new RegExp(`ItemGroupOID="IG\\.${table}"[^>]*TransactionType="Insert">`, 'g'));
    for (const table of ['sessions', 'assignments', 'attempts', 'outcomes']) {
      const told = odm.match(
        new RegExp(
          `ItemGroupOID="IG\\.${table}"[^>]*TransactionType="Insert"><AuditRecord[^>]*><UserRef UserOID="[^"]+"/>`,
          'g',
        ),
      );
      expect([table, told?.length]).toEqual([table, rowsOf(table)?.length]);
    }
    expect(odm).toMatch(
      /TransactionType="Update"><AuditRecord.*?<ReasonForChange>[a-z-]+<\/ReasonForChange><SourceID>corrected; [a-z-]+; week \d+</,
    );
    expect(odm).toMatch(/<DisplayName>[a-z-]+<\/DisplayName>/);
  });

  it('has Parquet files with the cells of the CSV files', async () => {
    for (const { path, name, schema } of descriptor.resources) {
      const bytes = readFileSync(join(place, `data/${tableOf(name)}.parquet`));
      const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
      for (const field of schema.fields) {
        const found = rows.map((row) => {
          const cell = row[field.name] as string | number | bigint | boolean | Date | null;
          return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell);
        });
        expect([name, field.name, found]).toEqual([name, field.name, cellsOf(path, field)]);
      }
    }
  });

  (HAS_R ? it : it.skip)('is read by its R scripts, and its .sav files by haven, alike', () => {
    const tables = descriptor.resources.map(({ name }) => tableOf(name));
    const scripts = readAllWithR(
      place,
      Object.fromEntries(tables.map((name) => [name, `source("scripts/${name}.R"); ${name}`])),
    );
    const savs = readAllWithR(
      place,
      Object.fromEntries(tables.map((name) => [name, `haven::read_sav("data/${name}.sav", user_na = TRUE)`])),
    );
    for (const { path, name, schema } of descriptor.resources) {
      const [script, sav] = [scripts[tableOf(name)]!, savs[tableOf(name)]!];
      for (const field of schema.fields) {
        const told = cellsOf(path, field);
        const plain = (cells: readonly (string | null)[]) => cells.map((cell) => shown(cell ?? '', field));
        expect([name, field.name, plain(script[field.name]!.cells)]).toEqual([name, field.name, told]);
        const numbers =
          field.type === 'boolean' ? told.map((cell) => cell.replace('true', '1').replace('false', '0')) : told;
        expect([name, field.name, plain(sav[field.name]!.cells)]).toEqual([name, field.name, numbers]);
        const missing = (field.missingValues ?? []).map(({ value }) => value).filter((value) => value !== '');
        expect([name, field.name, script[field.name]!.missing]).toEqual([name, field.name, missing]);
        expect([name, field.name, sav[field.name]!.missing]).toEqual([name, field.name, missing]);
      }
    }
  });

  (HAS_R && HAS_PSPP ? it : it.skip)('is read by its SPSS syntax', () => {
    runPspp(place, 'scripts/participants.sps', 'read.sav');
    const { ours, theirs } = readAllWithR(place, {
      ours: 'haven::read_sav("data/participants.sav", user_na = TRUE)',
      theirs: 'haven::read_sav("read.sav", user_na = TRUE)',
    });
    for (const [column, { cells, missing, label }] of Object.entries(ours!))
      expect([column, theirs![column]]).toMatchObject([column, { cells, missing, label }]);
  });
});
