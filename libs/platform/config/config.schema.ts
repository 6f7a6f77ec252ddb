import { z } from 'zod';
import { flawOfKurrentUrl } from '#event-store';

/** What the configuration page and a refusal say about a variable. */
export interface VariableNote {
  /** What it is for. */
  readonly purpose: string;
  /** Completes "expected …". */
  readonly expected: string;
  /** What holds when it is absent, in words. */
  readonly absent: string;
  /** Its value never appears in an error or a log. */
  readonly secret?: true;
}

export const variableNotes = z.registry<VariableNote>();

const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(lowest).max(highest));

const urlOf = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)));

/** Every environment variable that Intersession reads; the one source of their types, refusals and documentation. */
export const environmentSchema = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/)
    .default('127.0.0.1')
    .register(variableNotes, {
      purpose:
        'Address the server listens on. `127.0.0.1` serves this computer only; any address that others can reach needs MASTER_KEY or MASTER_KEY_FILE.',
      expected: 'a host name or an IP address without a port',
      absent: '`127.0.0.1`',
    }),
  PORT: wholeNumber(0, 65_535).default(3000).register(variableNotes, {
    purpose: 'Port the server listens on. `0` takes any free one.',
    expected: 'a whole number from 0 to 65535',
    absent: '`3000`',
  }),
  DATA_DIR: z
    .string()
    .max(4096)
    .refine((text) => !text.includes('\0'))
    .optional()
    .register(variableNotes, {
      purpose: 'Folder of everything that must survive a restart: the embedded PostgreSQL and local files.',
      expected: 'the path of a folder; a relative one starts at the current folder',
      absent: '`.data` in the project',
    }),
  DATABASE_URL: urlOf('postgres', 'postgresql').optional().register(variableNotes, {
    purpose: 'A PostgreSQL server (14 or newer) to use instead of the embedded one.',
    expected: 'postgres://user:password@host:port/database',
    absent: 'the embedded PostgreSQL',
    secret: true,
  }),
  DATABASE_POOL_SIZE: wholeNumber(2, 500).default(20).register(variableNotes, {
    purpose:
      'Connections that one process may hold to PostgreSQL, besides two that hold its place among the processes that run the projections.',
    expected: 'a whole number from 2 to 500',
    absent: '`20`',
  }),
  EMBEDDED_POSTGRES_USER: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/)
    .optional()
    .register(variableNotes, {
      purpose:
        'When started as root: the unprivileged operating-system user that runs the embedded PostgreSQL, which refuses to run as root. Data that exist already stay with their owner.',
      expected: 'the name of an operating-system user other than root',
      absent: 'the first that exists of `intersession`, `postgres`, `nobody`',
    }),
  EVENTSTORE_URL: z
    .string()
    .max(4096)
    .refine((text) => flawOfKurrentUrl(text) === undefined)
    .optional()
    .register(variableNotes, {
      purpose:
        'A KurrentDB or EventStoreDB (23.10 or newer) that keeps the events, alone or as a cluster. PostgreSQL then holds the read models, the log index and the keys.',
      expected:
        'esdb://user:password@host:2113?tls=true, or kurrentdb://, esdb+discover:// or kurrentdb+discover:// (several hosts with commas between them; options: tls, tlsCAFile, userCertFile, userKeyFile, defaultDeadline, keepAliveInterval, keepAliveTimeout, discoveryInterval, gossipTimeout, maxDiscoverAttempts, connectionName)',
      absent: 'events live in PostgreSQL',
      secret: true,
    }),
  PROJECTIONS: z.enum(['here', 'elsewhere']).default('here').register(variableNotes, {
    purpose:
      'Whether the server runs the projections and the numbering of the log itself. `elsewhere` leaves them to processes of their own (`npm run projector`), which always do.',
    expected: 'here or elsewhere',
    absent: '`here`',
  }),
  MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional()
    .register(variableNotes, {
      purpose:
        'Key that wraps the keys of sealed content. Make one with `openssl rand -base64 32`, and keep a copy apart from the data: without it sealed content cannot be read.',
      expected: '32 bytes in base64 (44 characters)',
      absent: 'MASTER_KEY_FILE; else a published demonstration key, only on loopback with the embedded database',
      secret: true,
    }),
  MASTER_KEY_FILE: z.string().max(4096).optional().register(variableNotes, {
    purpose: 'Path of a file that holds the master key, instead of MASTER_KEY.',
    expected: 'the path of a readable file holding 32 bytes in base64 (44 characters)',
    absent: 'MASTER_KEY',
  }),
  KEY_DESTRUCTION_LEDGER: z
    .string()
    .max(4096)
    .refine((text) => !text.includes('\0'))
    .optional()
    .register(variableNotes, {
      purpose:
        'File that remembers whose key was destroyed, so that a restored backup does not bring erased content back. Best kept apart from the data and their backups.',
      expected: 'the path of a file; a relative one starts at the current folder',
      absent: '`key-destruction.jsonl` in DATA_DIR',
    }),
  DEMONSTRATION_PARTICIPANTS: wholeNumber(0, 1_000).default(60).register(variableNotes, {
    purpose:
      'How many simulated people the demonstration trial has. Recorded at the first start, on loopback with the embedded database only.',
    expected: 'a whole number from 0 (no trial) to 1000',
    absent: '`60`',
  }),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .register(variableNotes, {
      purpose: 'Least severe level that is logged. No level logs participant data.',
      expected: 'one of silent, fatal, error, warn, info, debug, trace',
      absent: '`info`',
    }),
  LOG_FORMAT: z.enum(['pretty', 'json']).optional().register(variableNotes, {
    purpose: 'Lines for people or for machines.',
    expected: 'pretty or json',
    absent: '`pretty` on a terminal, else `json`',
  }),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development').register(variableNotes, {
    purpose: 'Kind of installation.',
    expected: 'one of development, production, test',
    absent: '`development`',
  }),
  SHUTDOWN_SECONDS: wholeNumber(0, 3600).default(10).register(variableNotes, {
    purpose: 'How long requests under way may take to finish when the server is stopped.',
    expected: 'a whole number of seconds from 0 to 3600',
    absent: '`10`',
  }),
});

export type Environment = z.infer<typeof environmentSchema>;
