import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every entry holds the hash of the one before it. The lock lets one writer at a time take its number; it is held until
 * that writer's transaction ends, so numbers have no gaps. Columns beside the content are made from it and cannot say
 * anything else.
 */
const TABLE = `
  CREATE TABLE access_log (
    entry bigint PRIMARY KEY,
    content text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    recorded_at text COLLATE "C" NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'at') STORED,
    act text COLLATE "C" NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'act') STORED,
    outcome text COLLATE "C" NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'outcome') STORED,
    account_id text COLLATE "C" GENERATED ALWAYS AS (content::jsonb ->> 'accountId') STORED,
    subject_id text COLLATE "C" GENERATED ALWAYS AS (content::jsonb ->> 'subjectId') STORED,
    study_id text COLLATE "C" GENERATED ALWAYS AS (content::jsonb ->> 'studyId') STORED,
    site_id text COLLATE "C" GENERATED ALWAYS AS (content::jsonb ->> 'siteId') STORED,
    participant_id text COLLATE "C" GENERATED ALWAYS AS (content::jsonb ->> 'participantId') STORED
  )`;

const CHAIN = `
  CREATE FUNCTION chain_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE last record;
  BEGIN
    PERFORM pg_advisory_xact_lock(4719031204);
    SELECT a.entry, a.hash INTO last FROM access_log a ORDER BY a.entry DESC LIMIT 1;
    NEW.entry := COALESCE(last.entry, 0) + 1;
    NEW.previous_hash := COALESCE(last.hash, '\\x'::bytea);
    NEW.hash := sha256(NEW.previous_hash || convert_to(NEW.entry::text || ' ' || NEW.content, 'UTF8'));
    RETURN NEW;
  END $$`;

const REFUSE = `
  CREATE FUNCTION refuse_access_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the access log is only ever added to' USING ERRCODE = 'restrict_violation';
  END $$`;

const STATEMENTS = [
  TABLE,
  CHAIN,
  REFUSE,
  'CREATE TRIGGER access_log_chain BEFORE INSERT ON access_log FOR EACH ROW EXECUTE FUNCTION chain_access_log()',
  `CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_access_log_change()`,
  'CREATE INDEX access_log_of_participant ON access_log (participant_id, entry) WHERE participant_id IS NOT NULL',
  'CREATE INDEX access_log_of_study ON access_log (study_id, entry) WHERE study_id IS NOT NULL',
  'CREATE INDEX access_log_of_account ON access_log (account_id, entry)',
];

export class CreateAccessLog1767225680000 implements MigrationInterface {
  readonly name = 'CreateAccessLog1767225680000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_log');
    await runner.query('DROP FUNCTION chain_access_log');
    await runner.query('DROP FUNCTION refuse_access_log_change');
  }
}
