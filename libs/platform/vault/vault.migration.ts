import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVault1767225690000 implements MigrationInterface {
  readonly name = 'CreateVault1767225690000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity_vault (
        participant_id text COLLATE "C" PRIMARY KEY,
        study_id text COLLATE "C" NOT NULL,
        site_id text COLLATE "C" NOT NULL,
        sealed bytea NOT NULL,
        written_at timestamptz(3) NOT NULL,
        written_by text COLLATE "C" NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity_vault');
  }
}

export class CreateReach1767225700000 implements MigrationInterface {
  readonly name = 'CreateReach1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE push_subscriptions (
        participant_id text COLLATE "C",
        device_id text COLLATE "C",
        sealed bytea NOT NULL,
        registered_at timestamptz(3) NOT NULL,
        PRIMARY KEY (participant_id, device_id)
      )`);
    await runner.query(`
      CREATE TABLE calendar_feeds (
        participant_id text COLLATE "C" PRIMARY KEY,
        study_id text COLLATE "C" NOT NULL,
        token_digest bytea NOT NULL UNIQUE,
        made_at timestamptz(3) NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feeds');
    await runner.query('DROP TABLE push_subscriptions');
  }
}

/** For the data source that holds the vault. */
export const vaultMigrations = [CreateVault1767225690000, CreateReach1767225700000];
