import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DomainEvent, Fact } from '#domain';
import { projections } from '#read-models';
import { at, DAY, exampleHistory } from '../read-models/example.log.ts';
import {
  BTHEB_FILE,
  BTHEB_SOURCE,
  compareBtheB,
  compareSgdata,
  SGDATA_FILE,
  SGDATA_SOURCE,
} from './formulas.reference.ts';
import { missingData, referenceFile, withoutRows } from './reference.data.ts';
import { disagreements, type ReferenceLine, referenceTable } from './reference.table.ts';

const folder = mkdtemp(join(tmpdir(), 'reference-'));
afterAll(async () => rm(await folder, { recursive: true, force: true }));

describe.each([
  ['BtheB', BTHEB_FILE, BTHEB_SOURCE, compareBtheB],
  ['sgdata', SGDATA_FILE, SGDATA_SOURCE, compareSgdata],
] as const)('%s', (name, path, source, compare: (file: string) => Promise<readonly ReferenceLine[]>) => {
  const file = referenceFile(path);
  if (file === undefined) console.warn(missingData(path, source));
  const either = file === undefined ? it.skip : it;

  either('agrees in every line', async () => {
    const lines = await compare(file ?? '');
    expect({ table: referenceTable(lines), wrong: disagreements(lines) }).toMatchObject({ wrong: 0 });
  });

  either('disagrees when rows of the file are missing', async () => {
    const copy = join(await folder, `${name}.csv`);
    await withoutRows(file ?? '', copy, 3);
    expect(disagreements(await compare(copy))).toBeGreaterThan(0);
  });
});

describe('the read model of sudden gains', () => {
  const file = referenceFile(SGDATA_FILE);
  const either = file === undefined ? it.skip : it;

  either('finds in events what the formula finds in the file', async () => {
    const rows = parse<Record<string, string>>(await readFile(file ?? '', 'utf8'), { columns: true });
    const gains = rows.map((row) => gainsOf(sessionFacts(row)));
    expect(gains.flat()).toHaveLength(24);
    expect(gains.filter((own) => own.length > 0)).toHaveLength(15);
    expect(gains.flat().filter((gain) => 'reversed' in gain && gain.reversed === true)).toHaveLength(4);
  });
});

const PERSON = 's1:p1';

function gainsOf(facts: readonly Fact[]): readonly object[] {
  const model = projections.find(({ name }) => name === 'sudden_gains');
  if (model?.kind !== 'derivation') throw new Error('there is no such derivation');
  return model.derive({ participantId: PERSON, facts, study: [], knownUntil: at(500 * DAY) });
}

/** Twelve weekly sessions as events, a missing score as a missed measure; baseline and follow-up besides. */
function sessionFacts(row: Readonly<Record<string, string>>): readonly Fact[] {
  const enrolled = { participantId: PERSON, studyId: 's1', code: 'p1', timeZone: 'UTC', protocolVersion: 1 };
  const measures = ['s0', ...Array.from({ length: 12 }, (_, n) => `s${n + 1}`), 'fu1', 'fu2'].flatMap((name, week) =>
    fact(`measure-${name}`, week, measured(name, row[`bdi_${name}`] ?? 'NA')),
  );
  return [...fact(`participant-${PERSON}`, 0, { type: 'ParticipantEnrolled', data: enrolled }), ...measures];
}

function fact(stream: string, week: number, event: DomainEvent): readonly Fact[] {
  return exampleHistory(stream, [{ ...event, metadata: { occurredAt: at(week * 7 * DAY), participantId: PERSON } }]);
}

function measured(name: string, cell: string): DomainEvent {
  const about = {
    measureId: name,
    participantId: PERSON,
    instrument: { instrumentId: 'bdi', version: 1 },
    occasion: name,
  };
  if (cell === 'NA') return { type: 'MeasureMissed', data: { ...about, reason: 'did-not-attend' } };
  const timing = /^s[1-9]/.test(name) ? 'before-session' : 'unknown';
  const told = { items: {}, reportedTotal: Number(cell), timing, informant: 'client' } as const;
  return { type: 'MeasureRecorded', data: { ...about, ...told } };
}
