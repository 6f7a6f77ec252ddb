import { AppendOutcomeUnknown, isPassing, StoreUnavailable } from '#event-store';
import { type DataSource, In, IsNull, Not, QueryFailedError } from 'typeorm';
import type { MasterKeyCheck, ParticipantKeyStore, StoredKey } from './key-store.port.ts';
import { MasterKeyCheckRow, ParticipantKeyRow } from './participant-key.entity.ts';

const REWRAPPED_AT_ONCE = 500;

/**
 * Wrapped keys in PostgreSQL. The data source must know `sealingEntities` and have run `sealingMigrations`. A server that is away
 * or full makes a StoreUnavailable, as it does of the log; for a destruction, which may have happened, an AppendOutcomeUnknown.
 */
export class PostgresKeyStore implements ParticipantKeyStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  async read(participantIds: readonly string[]): Promise<readonly StoredKey[]> {
    return reaching(() => this.#source.manager.findBy(ParticipantKeyRow, { participantId: In(participantIds) }));
  }

  async insert({ participantId, masterKeyId, wrappedKey }: StoredKey & { readonly wrappedKey: Buffer }): Promise<void> {
    const row = { participantId, masterKeyId, wrappedKey, createdAt: () => 'now()', destroyedAt: null };
    const insert = this.#source.createQueryBuilder().insert().into(ParticipantKeyRow).values(row).orIgnore();
    await reaching(() => insert.execute());
  }

  async destroy(participantIds: readonly string[], masterKeyId: string): Promise<void> {
    const destruction = this.#source.query(
      `INSERT INTO participant_keys (participant_id, master_key_id, wrapped_key, created_at, destroyed_at)
       SELECT id, $2, NULL, now(), now() FROM unnest($1::text[]) AS id ORDER BY id
       ON CONFLICT (participant_id) DO UPDATE SET wrapped_key = NULL, destroyed_at = now()
       WHERE participant_keys.destroyed_at IS NULL`,
      [participantIds, masterKeyId],
    );
    await reaching(() => destruction, AppendOutcomeUnknown);
  }

  async destroyed(): Promise<readonly string[]> {
    const rows = await this.#source.manager.find(ParticipantKeyRow, {
      select: { participantId: true },
      where: { destroyedAt: Not(IsNull()) },
    });
    return rows.map(({ participantId }) => participantId);
  }

  async wrappedByOthers(masterKeyId: string): Promise<readonly (StoredKey & { readonly wrappedKey: Buffer })[]> {
    const where = { masterKeyId: Not(masterKeyId), wrappedKey: Not(IsNull()) };
    const rows = await reaching(() => this.#source.manager.find(ParticipantKeyRow, { where, take: REWRAPPED_AT_ONCE }));
    return rows.flatMap(({ wrappedKey, ...key }) => (wrappedKey === null ? [] : [{ ...key, wrappedKey }]));
  }

  async rewrap({ participantId, wrappedKey }: StoredKey, after: Omit<StoredKey, 'participantId'>): Promise<void> {
    const statement = `UPDATE participant_keys SET master_key_id = $1, wrapped_key = $2 WHERE participant_id = $3 AND wrapped_key = $4`;
    await reaching(() =>
      this.#source.query(statement, [after.masterKeyId, after.wrappedKey, participantId, wrappedKey]),
    );
  }

  async replaceCheck({ masterKeyId, checkValue }: MasterKeyCheck): Promise<void> {
    await this.#source.query('UPDATE master_key_check SET master_key_id = $1, check_value = $2', [
      masterKeyId,
      checkValue,
    ]);
  }

  async keepCheck(check: MasterKeyCheck): Promise<MasterKeyCheck> {
    const row = { only: true, ...check };
    await this.#source.createQueryBuilder().insert().into(MasterKeyCheckRow).values(row).orIgnore().execute();
    return this.#source.manager.findOneByOrFail(MasterKeyCheckRow, { only: true });
  }
}

/** @throws StoreUnavailable, or what stands for it, when the server is away; sending the command again is safe then */
async function reaching<Result>(
  work: () => Promise<Result>,
  Away: typeof StoreUnavailable | typeof AppendOutcomeUnknown = StoreUnavailable,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
    throw isPassing(cause) ? new Away('the keys of participants cannot be reached', { cause }) : error;
  }
}
