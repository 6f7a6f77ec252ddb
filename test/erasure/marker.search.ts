import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import pg from 'pg';

/** What a participant writes into every field that takes words, to be looked for later. */
export const MARKER = 'QXMARKERQX';

const spellings = [MARKER, Buffer.from(MARKER).toString('hex'), Buffer.from(MARKER).toString('base64url').slice(1, -2)];

/** Whether a text holds the marker, plainly or in a usual spelling of bytes. */
export const holdsMarker = (text: string): boolean => spellings.some((spelling) => text.includes(spelling));

/** Every value of every table of every schema, as text and, where bytes hold text, as that. */
export async function bytesOf(url: string): Promise<string> {
  const reader = new pg.Client({ connectionString: url });
  await reader.connect();
  try {
    const { rows: tables } = await reader.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await reader.query<{ text: string | null }>(
        `SELECT string_agg(t::text, ' ') AS text FROM ${name} t`,
      );
      texts.push(rows[0]?.text ?? '');
    }
    return texts.join('\n');
  } finally {
    await reader.end();
  }
}

/** Every file below a folder, their names too. @throws where there is none, so that nothing is searched in vain */
export async function filesOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(files.length).toBeGreaterThan(0);
  const contents = await Promise.all(files.map(async (file) => `${file}\n${await readFile(file, 'latin1')}`));
  return contents.join('\n');
}
