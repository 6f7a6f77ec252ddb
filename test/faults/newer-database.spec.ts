import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, type Database, openDatabase } from '#platform';
import { killPostgres, ProgramProcess } from './program.process.ts';

const UNKNOWN = 'AddCaseloads2000000000000';
let folder: string;
let dataDir: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newer '));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  const config = { dataDir, database: { kind: 'embedded' as const, poolSize: 4, runAs: undefined } };
  database = await openDatabase({ config, log: createLog({ level: 'silent', format: 'json' }) });
}, 160_000);
afterAll(async () => {
  await database.close();
  await killPostgres(join(dataDir, 'postgres'));
  await rm(folder, { recursive: true, force: true });
});

/** Every table of the database with its columns. */
async function schema(): Promise<readonly object[]> {
  const { rows } = await database.pool.query<object>(
    `SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2, 3`,
  );
  return rows;
}

describe('a database that a newer version has migrated', () => {
  it.each([
    ['api', []],
    ['cli', ['rebuild', '--all']],
    ['cli', ['import', '--mapping', 'examples/imports/g-icbt.mapping.json', 'package.json']],
  ] as const)(
    'is refused by the %s (%j) with the migration it does not know, and left as it is',
    async (program, parameters) => {
      await database.pool.query(`INSERT INTO migrations (timestamp, name) VALUES (2000000000000, $1)`, [UNKNOWN]);
      const before = await schema();
      const { code, said } = await new ProgramProcess(program, { dataDir, parameters }).ended;
      expect(code).toBe(1);
      expect(said).toContain('was migrated by a newer version of Intersession');
      expect(said).toContain(UNKNOWN);
      expect(said).toContain('Nothing was changed. Start the newer version, or use another database.');
      expect(said).not.toMatch(/\n\s+at /);
      expect(await schema()).toEqual(before);
      await database.pool.query('DELETE FROM migrations WHERE name = $1', [UNKNOWN]);
    },
  );
});
