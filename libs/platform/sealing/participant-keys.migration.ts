import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateParticipantKeys1767225660000 implements MigrationInterface {
  readonly name = 'CreateParticipantKeys1767225660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE participant_keys (
        participant_id text COLLATE "C" PRIMARY KEY,
        master_key_id text NOT NULL,
        wrapped_key bytea,
        created_at timestamptz(3) NOT NULL,
        destroyed_at timestamptz(3),
        CONSTRAINT participant_key_or_destroyed CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL))
      )`);
    await runner.query(`
      CREATE TABLE master_key_check (
        "only" boolean PRIMARY KEY CONSTRAINT one_master_key CHECK ("only"),
        master_key_id text NOT NULL,
        check_value text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE master_key_check');
    await runner.query('DROP TABLE participant_keys');
  }
}
