import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { ReadSide } from '../../../test/read-models/read-side.ts';
import { exampleTerms } from '../../../test/read-models/example.log.ts';
import { termColumns } from '../assignments/assignment-terms.ts';
import { AssignmentVersionRow } from '../assignments/assignment-version.row.ts';
import { GenerationStore } from '../generations/generation.store.ts';
import { schemaOf } from '../generations/generation.ts';
import { Connection } from './connection.ts';
import { Table } from './table.ts';
import { insertRows, loadByKeys, upsertRows } from './table.writer.ts';

const ODD = ['tab\t', 'line\nfeed\r', 'back\\slash \\N \\.', 'quote " \' {a,b}', '漢🙂\u2028', ''];

function row(version: number, from: string): AssignmentVersionRow {
  const odd = ODD[version % ODD.length] ?? '';
  return {
    ...termColumns(
      {
        ...exampleTerms(),
        title: odd,
        due: { kind: 'by', at: from },
        dose: { amount: 0.1 + version / 3, unit: 'times' },
      },
      'UTC',
    ),
    ...{ assignmentId: 'a1', version, stream: 'assignment-a1', participantId: odd, studyId: null, siteId: null },
    ...{ status: 'in-force', initiatedBy: 'client', trigger: null, note: { erased: true } },
    ...{ collaborative: false, assignedAt: null, assignedDate: null, removed: [] },
    ...{ inForceFrom: from, inForceFromDate: from.slice(0, 10), inForceTo: null, recordedAt: from },
    foreseenObstacles: version % 2 === 0 ? [] : ['practical', 'dull-or-irrelevant'],
  };
}

describe('rows', () => {
  let side: ReadSide;
  let connection: Connection;
  beforeAll(async () => {
    side = await ReadSide.open(new MemoryEventStore());
    await (await side.running()).stop();
    const live = await new GenerationStore(side.dataSource).live();
    connection = await Connection.open(side.dataSource);
    await connection.query(`SET search_path TO ${schemaOf(live?.number ?? 0)}, public`);
  });
  afterAll(async () => {
    await connection.query('RESET search_path');
    await connection.close();
    await side.close();
  });

  it.each([
    ['a statement', 20, insertRows],
    ['COPY', 1_200, insertRows],
    ['an upsert', 20, upsertRows],
  ] as const)('come back as they went in by %s', async (_way, count, write) => {
    const table = new Table(side.dataSource, AssignmentVersionRow);
    const times = [
      '2026-03-02T09:00:00.001Z',
      '1969-12-31T23:59:59.999Z',
      '0001-01-01T00:00:00.000Z',
      '9999-12-31T23:59:59.999Z',
    ];
    const rows = Array.from({ length: count }, (_, n) => row(n + 1, times[n % times.length] ?? ''));
    await connection.query('BEGIN');
    await write(connection, table, rows);
    const keys = rows.map(({ assignmentId, version }) => ({ assignmentId, version }));
    const back = await loadByKeys(connection, table, keys);
    await connection.query('ROLLBACK');
    expect(back.sort((one, other) => one.version - other.version)).toEqual(rows);
  });
});
