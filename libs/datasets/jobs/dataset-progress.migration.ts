import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far releases are that are being made: a report, not a record. */
export class CreateDatasetProgress1767225690000 implements MigrationInterface {
  readonly name = 'CreateDatasetProgress1767225690000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE dataset_progress (
        study_id text COLLATE "C" NOT NULL,
        release_id text COLLATE "C" NOT NULL,
        stage text NOT NULL,
        rows bigint NOT NULL,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (study_id, release_id)
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dataset_progress');
  }
}

export const datasetMigrations = [CreateDatasetProgress1767225690000];
