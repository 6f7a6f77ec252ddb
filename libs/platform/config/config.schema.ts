import { isIP } from 'node:net';
import { z } from 'zod';
import { flawOfKurrentUrl } from '#event-store';
import { messageVariables } from './message.variables.ts';
import { isLoopbackName, urlOf, variableNotes, wholeNumber } from './variable.notes.ts';

export { type VariableNote, variableNotes } from './variable.notes.ts';

const path = z
  .string()
  .max(4096)
  .refine((text) => !text.includes('\0'));
function isAddressRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

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
  DATA_DIR: path.optional().register(variableNotes, {
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
  KEY_DESTRUCTION_LEDGER: path.optional().register(variableNotes, {
    purpose:
      'File that remembers whose key was destroyed, so that a restored backup does not bring erased content back. Best kept apart from the data and their backups.',
    expected: 'the path of a file; a relative one starts at the current folder',
    absent: '`key-destruction.jsonl` in DATA_DIR',
  }),
  RATING_KEYS_DIR: path.optional().register(variableNotes, {
    purpose:
      'Folder of scoring keys for rating forms whose authors keep the scoring to themselves. Without a key such ratings are shown raw.',
    expected: 'the path of a folder; a relative one starts at the current folder',
    absent: '`rating-keys` in DATA_DIR, if there is one',
  }),
  INSTRUMENT_TEXTS_DIR: path.optional().register(variableNotes, {
    purpose:
      'Folder of instrument wordings that are under licences of their own. Without a file the instrument is scored all the same, and its items say that the text is not installed.',
    expected: 'the path of a folder; a relative one starts at the current folder',
    absent: '`instrument-texts` in the project',
  }),
  ATTACHMENT_MEGABYTES: wholeNumber(1, 2_000).default(25).register(variableNotes, {
    purpose: 'Largest photo, recording or other attachment that is taken, in megabytes (1,000,000 bytes).',
    expected: 'a whole number from 1 to 2000',
    absent: '`25`',
  }),
  MASTER_KEY_ALSO: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional()
    .register(variableNotes, {
      purpose:
        'While the master key is changed: the other one of the two, so that processes with either read what both have wrapped. See `npm run cli -- keys rotate --help`.',
      expected: '32 bytes in base64 (44 characters), other than the master key',
      absent: 'one master key',
      secret: true,
    }),
  PUBLIC_URL: urlOf('https', 'http')
    .refine((text) => ['', '/'].includes(new URL(text).pathname) && !new URL(text).search && !new URL(text).username)
    .optional()
    .register(variableNotes, {
      purpose:
        'Address under which browsers reach this server, where that is not HOST and PORT: behind a proxy that speaks TLS. Links that are handed out begin with it, and an OpenID Connect provider sends back to it.',
      expected: 'https://name or, on this computer only, http://localhost:port, without a path',
      absent: 'HOST and PORT, by http',
    }),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9A-Fa-f.:/]+(,[0-9A-Fa-f.:/]+)*$/)
    .refine((text) => text.split(',').every(isAddressRange))
    .optional()
    .register(variableNotes, {
      purpose:
        'Proxies whose word about the address of a caller is taken (X-Forwarded-For). Attempts to sign in are counted by that address.',
      expected: 'IP addresses or ranges such as 10.0.0.0/8, separated by commas',
      absent: 'none: the address of the connection counts',
    }),
  SECOND_FACTOR: z.enum(['required', 'optional']).default('required').register(variableNotes, {
    purpose:
      'Whether staff and operators who sign in by password must have an authenticator. The people of a demonstration need none.',
    expected: 'required or optional',
    absent: '`required`',
  }),
  SESSION_IDLE_MINUTES: wholeNumber(1, 1_440).default(30).register(variableNotes, {
    purpose: 'After how long without a request staff have to sign in again.',
    expected: 'a whole number of minutes from 1 to 1440',
    absent: '`30`',
  }),
  SESSION_HOURS: wholeNumber(1, 720).default(12).register(variableNotes, {
    purpose: 'After how long staff have to sign in again however busy they were.',
    expected: 'a whole number of hours from 1 to 720',
    absent: '`12`',
  }),
  PARTICIPANT_SESSION_DAYS: wholeNumber(1, 730).default(365).register(variableNotes, {
    purpose: 'How long the phone of a participant or caregiver stays signed in; a quarter of it where it is not used.',
    expected: 'a whole number of days from 1 to 730',
    absent: '`365`',
  }),
  SIGN_IN_CODE_HOURS: wholeNumber(1, 336).default(48).register(variableNotes, {
    purpose: 'How long a code that is handed out to a participant or caregiver can be used.',
    expected: 'a whole number of hours from 1 to 336',
    absent: '`48`',
  }),
  OIDC_ISSUER: urlOf('https', 'http')
    .refine((text) => new URL(text).protocol === 'https:' || isLoopbackName(new URL(text).hostname))
    .optional()
    .register(variableNotes, {
      purpose: 'OpenID Connect provider that staff may sign in with. Needs OIDC_CLIENT_ID.',
      expected: 'the https address of an issuer, as its discovery document names it (http on this computer only)',
      absent: 'no provider',
    }),
  OIDC_CLIENT_ID: z.string().min(1).max(500).optional().register(variableNotes, {
    purpose:
      'What the provider knows this installation as. It sends back to /sign-in/openid/callback below PUBLIC_URL.',
    expected: 'the client id',
    absent: 'no provider',
  }),
  OIDC_CLIENT_SECRET: z.string().min(1).max(2_000).optional().register(variableNotes, {
    purpose: 'Secret of the client, where the provider gave one.',
    expected: 'the client secret',
    absent: 'a public client, with PKCE alone',
    secret: true,
  }),
  OIDC_NAME: z
    .string()
    .regex(/^[^\p{Cc}<>]{1,60}$/u)
    .default('your organisation')
    .register(variableNotes, {
      purpose: 'What the button of the sign-in page calls the provider.',
      expected: 'at most 60 characters',
      absent: '`your organisation`',
    }),
  ...messageVariables,
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
