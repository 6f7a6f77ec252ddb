import { describe, expect, it } from '@jest/globals';
import type { DatasetRelease } from '../contract/archive.contract.ts';
import type { ReleasedTable } from '../contract/table.definition.ts';
import { instrumentDocument } from './instrument.document.ts';
import { REPORTED } from './risk-report/reported.release.specification.ts';

const table = (ids: readonly string[]): ReleasedTable => ({
  ...{ name: 'outcomes', title: { en: 'Outcomes' }, grain: { en: 'one score' }, key: ['aid'], references: [] },
  columns: [
    {
      ...{ name: 'instrument', label: { en: 'Instrument' }, type: 'text', rule: { role: 'open' } },
      ...{ treatment: { en: 'as it is' }, missing: [{ value: '(suppr.)', label: { en: 'suppressed' } }] },
    },
  ],
  rows: ids.length,
  read: async function* () {
    yield { rows: ids.length, columns: [[...ids]] };
  },
  audit: async function* () {},
});

async function written(...ids: readonly string[]) {
  const provenance = { ledgerRoot: '', software: { name: 'intersession', version: '0' }, files: [], dropped: [] };
  const release: DatasetRelease = { ...REPORTED, ...provenance, tables: [table(ids)] };
  const files = await instrumentDocument.write(release);
  return files.map(({ path, bytes }) => [path, JSON.parse(new TextDecoder().decode(bytes as Uint8Array)) as unknown]);
}

describe('the questionnaires of an archive', () => {
  it('are those among the rows, in order, with their wording where it may be shipped', async () => {
    expect(await written('phq-9', 'ours', '(suppr.)', 'bdi', 'phq-9')).toEqual([
      [
        'instruments.json',
        {
          format: 'intersession.instruments/1',
          instruments: [
            expect.objectContaining({ id: 'bdi', described: true, citation: expect.stringContaining('Beck') }),
            { id: 'ours', described: false },
            expect.objectContaining({
              id: 'phq-9',
              answers: expect.arrayContaining([{ value: 3, label: 'Nearly every day' }]),
              items: expect.arrayContaining([
                { code: 'q1', text: 'Little interest or pleasure in doing things', min: 0, max: 3 },
              ]),
            }),
          ],
        },
      ],
    ]);
  });

  it('hold no wording whose licence does not let it leave', async () => {
    const [[, document] = []] = await written('isi');
    expect(JSON.stringify(document)).not.toContain('"text"');
  });

  it('are no file where no table tells of any', async () => {
    expect(await written()).toEqual([]);
  });
});
