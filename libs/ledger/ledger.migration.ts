import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `latest` is the latest recorded_at of the events up to and including this one, so that a time can be looked up. */
export class CreateLedger1767225601000 implements MigrationInterface {
  readonly name = 'CreateLedger1767225601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger (
        "index" bigint PRIMARY KEY CHECK ("index" > 0),
        position bigint NOT NULL UNIQUE,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        latest timestamptz(3) NOT NULL
      )`);
    await runner.query('CREATE INDEX ledger_latest ON ledger (latest, "index")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger');
  }
}

export const ledgerMigrations = [CreateLedger1767225601000];
