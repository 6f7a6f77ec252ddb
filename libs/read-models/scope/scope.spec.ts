import { describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { readModelEntities } from '../read-models.entities.ts';
import { ScopedTables } from './scoped.statement.ts';
import { TABLE_ACCESS } from './table.access.ts';

/** What the engine reads for its own ends, and `ScopedTables` cuts down by itself. */
const FACTS = ['facts', 'fact_people'];

describe('every table of the read models', () => {
  it('has a line that says who sees which of its rows', async () => {
    const entities = await Promise.all(
      (await readdir('libs/read-models', { recursive: true }))
        .filter((name) => name.endsWith('.row.ts'))
        .map(async (name) => /@Entity\('(\w+)'\)/.exec(await readFile(`libs/read-models/${name}`, 'utf8'))?.[1] ?? []),
    );
    const tables = entities.flat();
    expect(tables.length).toBe(readModelEntities.length);
    expect(tables.filter((name) => TABLE_ACCESS[name] === undefined && !FACTS.includes(name))).toEqual([]);
  });

  it('is asked for by statements that go through the snapshot, and by its plain name', async () => {
    const files = (await readdir('libs/read-models', { recursive: true })).filter((name) => name.endsWith('.query.ts'));
    const texts = await Promise.all(
      files.map(async (name) => [name, await readFile(`libs/read-models/${name}`, 'utf8')]),
    );
    const around = texts.filter(([, text]) => /DataSource|QueryRunner|\bpg\b|public\.|read_models_/.test(String(text)));
    expect(around.map(([name]) => name)).toEqual([]);
  });
});

describe('a scoped statement', () => {
  const scoped = new ScopedTables([], 'read_models_1', new Map());

  it('is refused where it reaches for tables by another way than their names', () => {
    for (const text of [
      'SELECT * FROM public.events',
      'SELECT * FROM read_models_2.arms',
      'WITH arms AS (SELECT 1) SELECT * FROM arms',
      'DELETE FROM arms',
      'SELECT * FROM "public" . "events"',
    ]) {
      expect(() => scoped.statement(text, [])).toThrow('plain names');
    }
  });
});
