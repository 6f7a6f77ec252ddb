import { BEGINNING, type Position } from '#event-store';
import type { DataSource } from 'typeorm';
import { FACTS } from '../runner/fact.recorder.ts';
import { inTransaction } from '../storage/connection.ts';
import { readCheckpoints } from './generation.store.ts';

/**
 * How far the newest build of live tables has come, whichever process makes it: everything up to the position is folded.
 * @returns undefined when none is being built
 */
export async function readBuildProgress(dataSource: DataSource): Promise<Position | undefined> {
  return inTransaction(dataSource, async (connection) => {
    const [newest] = await connection.sql<{ number: number }>(
      `SELECT number FROM public.read_model_generations WHERE kind = 'live' AND status = 'building' ORDER BY number DESC LIMIT 1`,
    );
    if (newest === undefined) return undefined;
    return (await readCheckpoints(connection, newest.number)).get(FACTS)?.position ?? BEGINNING;
  });
}
