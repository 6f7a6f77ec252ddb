import { describe, expect, it } from '@jest/globals';
import type { Batch } from '#formats';
import type { DatasetRelease } from '../contract/archive.contract.ts';
import type { ReleasedColumn, ReleasedTable } from '../contract/table.definition.ts';
import { documentWriters } from './document.writers.ts';
import { percent, oneIn } from './risk-report/report.figures.ts';
import { REPORTED, RISK } from './risk-report/reported.release.specification.ts';
import { riskReportPage } from './risk-report/risk-report.page.ts';

const batches: readonly Batch[] = [
  {
    rows: 2,
    columns: [
      ['P-1', 'P-2'],
      ['Leeds', '(suppr.)'],
      [3, -77],
    ],
  },
  { rows: 1, columns: [['P-3'], ['Bath, upper'], [null]] },
];
const words = (en: string) => ({ en });
const columns: readonly ReleasedColumn[] = [
  {
    name: 'pid',
    label: words('Pseudonym'),
    type: 'text',
    rule: { role: 'pseudonym', unit: 'participant' },
    treatment: words('pseudonym'),
  },
  {
    name: 'site',
    label: words('Site'),
    type: 'text',
    missing: [{ value: '(suppr.)', label: words('suppressed') }],
    rule: { role: 'quasi', level: 0, cost: 1 },
    treatment: words('as it is'),
  },
  {
    name: 'end_week',
    label: words('Week of leaving'),
    type: 'integer',
    unit: 'wk',
    missing: [{ value: -77, label: words('suppressed') }],
    rule: { role: 'time', quasi: true },
    treatment: words('week of the study'),
  },
];
const table: ReleasedTable = {
  name: 'participants',
  title: words('Participants'),
  grain: words('one row a participant'),
  key: ['pid'],
  references: [{ columns: ['site'], table: 'sites', to: ['site'] }],
  columns,
  rows: 3,
  read: async function* () {
    yield* batches;
  },
  audit: async function* () {
    yield [{ row: 1, change: 'corrected', role: 'coordinator', source: 'web', reason: 'typing error', when: 4 }];
  },
};
const release: DatasetRelease = {
  ...REPORTED,
  tables: [table],
  ledgerRoot: 'ab'.repeat(32),
  software: { name: 'Intersession', version: '0.1.0' },
  files: [{ path: 'data/participants.csv', sha256: 'cd'.repeat(32), bytes: 60, rows: 3 }],
  dropped: [],
};

async function textOf(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  if (bytes instanceof Uint8Array) return Buffer.from(bytes).toString('utf8');
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function filesOf(own: DatasetRelease): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const writer of documentWriters)
    for (const { path, bytes } of await writer.write(own)) found[path] = await textOf(bytes);
  return found;
}

describe('documents of a release', () => {
  it('are codebook, descriptors, scripts, ODM and risk report, the same bytes each time', async () => {
    const files = await filesOf(release);
    expect(Object.keys(files)).toEqual([
      ...['codebook.csv', 'codebook.json', 'codebook.en.html', 'datapackage.json', 'dataset_description.json'],
      ...['R', 'do', 'sas', 'sps'].map((kind) => `scripts/participants.${kind}`),
      ...['odm.xml', 'risk-report.html'],
    ]);
    expect(await filesOf(release)).toEqual(files);
  });

  it('all follow from the same columns: labels and missing codes in each', async () => {
    const files = await filesOf(release);
    for (const path of Object.keys(files).filter((name) => name !== 'risk-report.html'))
      expect([path, files[path]!.includes('Week of leaving')]).toEqual([path, true]);
    expect(files['scripts/participants.sps']).toContain('MISSING VALUES end_week (-77).');
    // One byte for an apostrophe that may stand in front.
    expect(files['scripts/participants.sps']).toContain('site A12');
    expect(files['odm.xml']).toContain('<FlagValue CodeListOID="CLM.participants.end_week">-77</FlagValue>');
    expect(files['odm.xml']).toContain('SourceID>corrected; web; week 4<');
    expect(files['datapackage.json']).toContain(`"hash": "sha256:${'cd'.repeat(32)}"`);
    expect(files['datapackage.json']).not.toContain('"foreignKeys"');
    expect(files['codebook.json']).not.toContain('"rule"');
  });

  it('names the table whose file was not written, and the column that no document can hold', async () => {
    await expect(filesOf({ ...release, files: [] })).rejects.toThrow(
      'participants: its CSV file is not among those written',
    );
    const wide = { ...table, columns: [columns[0]!, { ...columns[1]!, name: 'p id' }] };
    await expect(filesOf({ ...release, tables: [wide] })).rejects.toThrow('column participants.p id: no name');
  });
});

describe('risk report', () => {
  const page = riskReportPage(REPORTED);

  it('says what an ethics board asks, and that it is no legal determination', () => {
    for (const text of [
      'This is not a legal determination.',
      `shares those facts with at least ${RISK.after.anonymity.k - 1} others`,
      'Age at enrolment',
      'Prosecutor, highest',
      'Special uniques',
      'As recorded, the course of 26.2 % of people is theirs alone. As it leaves, it is that of 0.4 %.',
      'The sessions of 3 of 240 people were withheld',
      'hw-01-r1 (log index 90112)',
      '14 therapists',
      'motivated intruder',
      'the same.',
    ])
      expect(page.toLowerCase()).toContain(text.toLowerCase());
  });

  it('hides what is not to be shown, and escapes what others wrote', () => {
    expect(page).toMatch(
      /<th scope="row">Bath<\/th><td class="number">not shown<\/td><td class="number">not shown<\/td>/,
    );
    const evil = riskReportPage({
      ...REPORTED,
      study: { ...REPORTED.study, title: '</title><script>alert(1)</script>' },
      specification: { ...REPORTED.specification, recipient: '<img src=x>' },
    });
    expect(evil).not.toMatch(/<script|<img/);
  });

  it('does not hide that k was missed, or that the files say something else', () => {
    const anonymity = { ...RISK.after.anonymity, k: 3 };
    const missed = riskReportPage({ ...REPORTED, risk: { ...RISK, after: { ...RISK.after, anonymity } } });
    expect(missed).toContain('THE DATA SET DOES NOT MEET the group size of 5');
    expect(missed).toContain('THE FILES SAY SOMETHING ELSE');
    expect(page).not.toContain('THE FILES SAY SOMETHING ELSE');
  });

  it('counts everybody in the histogram, before and after', () => {
    const bars = page.slice(page.indexOf('id="sizes-title"'), page.indexOf('Groups in figures'));
    const counts = [...bars.matchAll(/>(\d+) (?:people|person)<\/text>/g)].map(([, count]) => Number(count));
    expect(counts.filter((_, index) => index % 2 === 0).reduce((sum, count) => sum + count)).toBe(240);
    expect(counts.filter((_, index) => index % 2 === 1).reduce((sum, count) => sum + count)).toBe(240);
  });

  it('says figures as people do', () => {
    expect([oneIn(1), oneIn(1 / 11), oneIn(2 / 5), oneIn(0)]).toEqual(['certain', '1 in 11', '1 in 2.5', 'none']);
    expect([percent(0.1234), percent(0.0001), percent(0)]).toEqual(['12.3 %', 'below 0.1 %', '0.0 %']);
  });
});
