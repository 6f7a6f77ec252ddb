import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { DatasetDescription, DescribedTable } from '../description/dataset.description.ts';
import type { Cell } from '../file.column.ts';
import { batchOf, HOSTILE, HOSTILE_ROWS, HOSTILE_TABLE, LINE_ENDS } from '../hostile.specification.ts';
import { type OdmAuditEntry, odmMoment } from './odm.audit.ts';
import { odmDocument, type OdmOptions } from './odm.document.ts';

const ROWS = [...HOSTILE_ROWS, LINE_ENDS];
const AMENDMENTS: DescribedTable = {
  name: 'protocol_amendments',
  title: { en: 'Amendments' },
  grain: { en: 'one row an amendment' },
  key: ['version'],
  rows: 1,
  file: { path: 'data/amendments.csv' },
  columns: [{ name: 'version', label: { en: 'Version' }, type: 'integer' }],
};
const DATASET: DatasetDescription = { ...HOSTILE, tables: [AMENDMENTS, HOSTILE_TABLE] };

const AUDIT: readonly OdmAuditEntry[] = [
  { row: 0, change: 'recorded', role: 'clinician', source: 'web', reason: null, when: 3 },
  { row: 0, change: 'corrected', role: 'coordinator', source: 'web', reason: 'typed <7> & meant 8', when: 4 },
  { row: 2, change: 'recorded', role: 'participant', source: 'phone-offline', reason: '', when: null },
  { row: 9, change: 'recorded', role: 'participant', source: 'web', reason: null, when: '2026-03-09' },
];

async function* inBatches<Item>(items: readonly Item[], size: number): AsyncGenerator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

async function* batches(rows: readonly (readonly Cell[])[], size: number) {
  for await (const part of inBatches(rows, size)) yield batchOf(part, part[0]!.length);
}

const options = (rows: readonly (readonly Cell[])[], audit?: readonly OdmAuditEntry[], size = 4): OdmOptions => ({
  protocol: 'HW-01@7',
  asOfDate: '2026-04-01',
  software: { name: 'Intersession', version: '0.1.0' },
  clock: 'week',
  rows: {
    protocol_amendments: { read: () => batches([[2]], 1) },
    visits: {
      read: () => batches(rows, size),
      ...(audit === undefined ? {} : { audit: () => inBatches(audit, 2) }),
    },
  },
});

async function written(dataset: DatasetDescription, own: OdmOptions): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of odmDocument(dataset, own)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const folder = import.meta.dirname;
const file = (path: string) => ({ fileName: path.split('/').at(-1)!, contents: readFileSync(path, 'utf8') });

async function faults(xml: string, schema = join(folder, 'odm-1-3-2.subset.xsd'), beside = ['xml.xsd']) {
  const found = await validateXML({
    xml: [{ fileName: 'odm.xml', contents: xml }],
    schema: [file(schema)],
    preload: beside.map((name) => file(join(schema, '..', name))),
  });
  return found.errors.map(({ message }) => message);
}

/** CDISC's own, where somebody installed it: `ODM1-3-2.xsd` and what it imports, in the folder of the reference data. */
const OFFICIAL = join(process.env['INTERSESSION_REFERENCE_DATA'] ?? '', 'odm-1-3-2', 'ODM1-3-2.xsd');

/** Attribute as XML readers give it. */
const entity = (text: string) =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('CDISC ODM 1.3.2', () => {
  it.each([
    ['a snapshot', undefined],
    ['audit records', AUDIT],
  ])('with %s is valid by the schema of the part we use', async (_, audit) => {
    expect(await faults(await written(DATASET, options(ROWS, audit)))).toEqual([]);
  });

  it('is found out where it is not', async () => {
    const xml = await written(DATASET, options(ROWS, AUDIT));
    const broken = [
      xml.replace('DataType="double"', 'DataType="real"'),
      xml.replace('<ItemDef OID="IT.visits.arm"', '<ItemDef OID="IT.visits.other"'),
      xml.replace('TransactionType="Insert"', 'TransactionType="Create"'),
      xml.replace(/<DateTimeStamp>[^<]*</, '<DateTimeStamp>week 3<'),
      xml.replace('<Protocol>', '<Include/><Protocol>'),
    ];
    for (const [index, text] of broken.entries()) {
      expect(text).not.toBe(xml);
      expect([index, (await faults(text)).length > 0]).toEqual([index, true]);
    }
  });

  (existsSync(OFFICIAL) ? it : it.skip)(
    'is valid by the schema of CDISC [skipped where it is not installed]',
    async () => {
      const beside = ['ODM1-3-2-foundation.xsd', 'xml.xsd', 'xmldsig-core-schema.xsd'];
      expect(await faults(await written(DATASET, options(ROWS, AUDIT)), OFFICIAL, beside)).toEqual([]);
    },
  );

  it('gives back every value, nothing for a missing one, and why where there is a code', async () => {
    const xml = await written(DATASET, options(ROWS));
    const groups = [...xml.matchAll(/<ItemGroupData ItemGroupOID="IG.visits"[^>]*>(.*?)<\/ItemGroupData>/gs)];
    expect(groups).toHaveLength(ROWS.length);
    for (const [index, [, group]] of groups.entries())
      for (const [column, { name, missing = [] }] of HOSTILE_TABLE.columns.entries()) {
        const cell = ROWS[index]![column] ?? null;
        const [item] =
          group!.match(new RegExp(`<ItemData ItemOID="IT.visits.${name}".*?(?:/>|</ItemData>)`, 's')) ?? [];
        if (cell === null) expect(item).toBeUndefined();
        else if (missing.some(({ value }) => value === cell)) {
          expect(item).toContain('IsNull="Yes"');
          expect(item).toContain(`<FlagValue CodeListOID="CLM.visits.${name}">${String(cell)}</FlagValue>`);
        } else expect(entity(/ Value="([^"]*)"/s.exec(item!)![1]!)).toBe(String(cell));
      }
  });

  it('has labels, wordings, codes and missing codes in every language', async () => {
    const xml = await written(DATASET, options(ROWS));
    expect(xml).toContain('<TranslatedText xml:lang="sv">PHQ-9, summa</TranslatedText>');
    expect(xml).toContain('<Question><TranslatedText xml:lang="en">What got in the way, &quot;if anything&quot;?');
    expect(xml).toMatch(
      /<CodeList OID="CLM.visits.phq9_total"[^>]*DataType="integer"><CodeListItem CodedValue="-77"[^>]*><Decode>.*?suppressed/,
    );
    expect(xml).toContain('<Alias Context="de-identification" Name="level 1; 1 cell suppressed"/>');
  });

  it('says who changed what kind of record when, and nobody’s name', async () => {
    const xml = await written(DATASET, options(ROWS, AUDIT));
    expect(xml).toContain('FileType="Transactional"');
    expect([...xml.matchAll(/<User OID="([^"]*)"/g)].map(([, oid]) => oid)).toEqual([
      'U.clinician',
      'U.coordinator',
      'U.participant',
    ]);
    expect(xml).toMatch(
      /TransactionType="Update"><AuditRecord [^>]*><UserRef UserOID="U.coordinator"\/><LocationRef LocationOID="L.STUDY"\/><DateTimeStamp>1900-01-29T00:00:00Z<\/DateTimeStamp><ReasonForChange>typed &lt;7&gt; &amp; meant 8<\/ReasonForChange><SourceID>corrected; web; week 4<\/SourceID><\/AuditRecord><\/ItemGroupData>/,
    );
    expect(xml.match(/<AuditRecord /g)).toHaveLength(4);
    expect(odmMoment(null, 'day')).toBe('1900-01-01T00:00:00Z');
    expect(odmMoment(5, 'session')).toBe('1900-01-06T00:00:00Z');
    expect(odmMoment('2026-03-09', 'week')).toBe('2026-03-09T00:00:00Z');
  });

  it('has the same bytes however rows and audit are cut into batches', async () => {
    expect(await written(DATASET, options(ROWS, AUDIT, 1))).toBe(await written(DATASET, options(ROWS, AUDIT, 100)));
  });

  it('refuses what XML cannot hold, a row of nobody, and rows that are not there', async () => {
    const of = (column: number, cell: Cell) =>
      written(DATASET, options([ROWS[0]!.map((own, index) => (index === column ? cell : own))]));
    await expect(of(2, 'a\u0000b')).rejects.toThrow('column visits.note: a text that XML cannot hold');
    await expect(of(2, '\ud800')).rejects.toThrow('column visits.note: a text that XML cannot hold');
    await expect(of(0, null)).rejects.toThrow('column visits.pid: a row says of nobody');
    await expect(of(4, 1.5)).rejects.toThrow('column phq9_total: row 0 of its batch holds no integer');
    await expect(written(DATASET, { ...options(ROWS), rows: {} })).rejects.toThrow('has no rows to read');
  });
});
