import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCOUNTS = `
  CREATE TABLE accounts (
    account_id uuid PRIMARY KEY,
    kind text NOT NULL CONSTRAINT account_kind CHECK (kind IN ('staff', 'participant', 'caregiver', 'operator')),
    subject_id text COLLATE "C" NOT NULL,
    name_digest bytea UNIQUE,
    sealed_name bytea,
    password_hash text,
    password_changed_at timestamptz(3),
    totp_secret bytea,
    totp_confirmed boolean NOT NULL DEFAULT false,
    totp_last_step bigint NOT NULL DEFAULT -1,
    demonstration boolean NOT NULL DEFAULT false,
    created_at timestamptz(3) NOT NULL,
    created_by text NOT NULL,
    disabled_at timestamptz(3),
    CONSTRAINT one_account_a_subject UNIQUE (kind, subject_id),
    CONSTRAINT account_name_and_digest CHECK ((name_digest IS NULL) = (sealed_name IS NULL))
  )`;

const ACCOUNT_KEY = `
  CREATE TABLE account_key (
    "only" boolean PRIMARY KEY CONSTRAINT one_account_key CHECK ("only"),
    master_key_id text NOT NULL,
    wrapped_key bytea NOT NULL
  )`;

const SESSIONS = `
  CREATE TABLE sign_in_sessions (
    session_id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    token_digest bytea NOT NULL UNIQUE,
    stage text NOT NULL CONSTRAINT session_stage CHECK (stage IN ('open', 'second-factor', 'enrol')),
    second_factor boolean NOT NULL,
    created_at timestamptz(3) NOT NULL,
    authenticated_at timestamptz(3) NOT NULL,
    last_seen_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    idle_seconds integer NOT NULL,
    way text NOT NULL,
    device text NOT NULL,
    address_class text NOT NULL,
    ended_at timestamptz(3),
    end_reason text
  )`;

const API_KEYS = `
  CREATE TABLE api_keys (
    key_id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    secret_digest bytea NOT NULL UNIQUE,
    label text NOT NULL,
    read_only boolean NOT NULL,
    studies text[],
    permissions text[],
    created_at timestamptz(3) NOT NULL,
    created_by text NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    last_used_at timestamptz(3),
    revoked_at timestamptz(3)
  )`;

const CODES = `
  CREATE TABLE one_time_codes (
    code_id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    purpose text NOT NULL CONSTRAINT code_purpose CHECK (purpose IN ('sign-in', 'reset')),
    code_digest bytea NOT NULL UNIQUE,
    created_at timestamptz(3) NOT NULL,
    created_by text NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    used_at timestamptz(3),
    revoked_at timestamptz(3)
  )`;

const OPENID = [
  `CREATE TABLE openid_links (
    issuer text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    linked_at timestamptz(3) NOT NULL,
    PRIMARY KEY (issuer, subject)
  )`,
  `CREATE TABLE openid_invitations (
    email_digest bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    created_by text NOT NULL,
    expires_at timestamptz(3) NOT NULL
  )`,
];

const ATTEMPTS = `
  CREATE TABLE sign_in_attempts (
    bucket text COLLATE "C" PRIMARY KEY,
    failures integer NOT NULL,
    last_failed_at timestamptz(3) NOT NULL
  )`;

const INDEXES = [
  'CREATE INDEX sign_in_sessions_of_account ON sign_in_sessions (account_id, created_at)',
  'CREATE INDEX api_keys_of_account ON api_keys (account_id)',
  'CREATE INDEX one_time_codes_of_account ON one_time_codes (account_id)',
];

/** Newest first; each needs those after it. */
const TABLES = [
  ...['sign_in_attempts', 'openid_invitations', 'openid_links', 'one_time_codes', 'api_keys', 'sign_in_sessions'],
  ...['account_key', 'accounts'],
];

export class CreateAccounts1767225670000 implements MigrationInterface {
  readonly name = 'CreateAccounts1767225670000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [ACCOUNTS, ACCOUNT_KEY, SESSIONS, API_KEYS, CODES, ...OPENID, ATTEMPTS, ...INDEXES];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
