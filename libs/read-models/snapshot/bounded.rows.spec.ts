import { describe, expect, it } from '@jest/globals';
import { intervalsOf, timedScores } from '../board/lagged.rows.ts';
import { boundedRows, MOST_ROWS } from './bounded.rows.ts';
import type { ReadSnapshot } from './read-snapshot.ts';
import { TooManyRows } from './read.error.ts';

const STATEMENT = { what: 'rows of a spec', columns: 'a', from: 'rows WHERE study = $1', tail: 'ORDER BY a' };

/** A snapshot of a table with as many rows, that keeps what it is asked. */
function tableOf(rows: number): { readonly asked: string[]; readonly snapshot: Pick<ReadSnapshot, 'sql'> } {
  const asked: string[] = [];
  const sql = <Raw extends object>(text: string): Promise<Raw[]> => {
    asked.push(text);
    const most = Number(/LIMIT (\d+)/.exec(text)?.[1] ?? rows);
    const answer: object[] = text.includes('count(*)') ? [{ rows: Math.min(rows, most) }] : [];
    return Promise.resolve(answer as Raw[]);
  };
  return { asked, snapshot: { sql } };
}

describe('rows of an analysis', () => {
  it('are counted before they are fetched, and fetched up to the limit', async () => {
    const { asked, snapshot } = tableOf(3);
    await boundedRows(snapshot, STATEMENT, ['s'], 3);
    expect(asked).toEqual([
      'SELECT count(*)::int AS rows FROM (SELECT 1 FROM rows WHERE study = $1 LIMIT 4) AS counted',
      'SELECT a FROM rows WHERE study = $1 ORDER BY a',
    ]);
  });

  it('are refused beyond it with a code, before any is fetched', async () => {
    const { asked, snapshot } = tableOf(4);
    const refused = boundedRows(snapshot, STATEMENT, ['s'], 3);
    await expect(refused).rejects.toMatchObject({ code: 'TooManyRows', what: 'rows of a spec', most: 3 });
    await expect(refused).rejects.toThrow('rows of a spec are more than 3');
    expect(asked).toHaveLength(1);
  });

  it('of a million are refused by every reader of homework and outcomes', async () => {
    const { asked, snapshot } = tableOf(1_000_000);
    const place = { studyId: 's', siteId: null };
    const homework = { definitionId: 'standard', version: 0, denominator: 'as-adjusted' } as const;
    const outcome = { instrumentId: 'phq-9', informant: 'client' } as const;
    await expect(intervalsOf(snapshot, place, homework)).rejects.toBeInstanceOf(TooManyRows);
    await expect(timedScores(snapshot, place, outcome)).rejects.toBeInstanceOf(TooManyRows);
    expect(asked.filter((text) => text.includes('LIMIT'))).toHaveLength(asked.length);
    expect(MOST_ROWS).toBeLessThan(1_000_000);
  });
});
