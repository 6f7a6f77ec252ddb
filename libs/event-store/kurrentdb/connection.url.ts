/** What an operator may write in EVENTSTORE_URL, and what the client is given for it. */
import { StoreUnavailable } from '../port.ts';

/** KurrentDB is the later name of EventStoreDB: both speak the same protocol under either scheme. */
const SCHEMES: Readonly<Record<string, 'esdb' | 'esdb+discover'>> = {
  esdb: 'esdb',
  'esdb+discover': 'esdb+discover',
  kurrentdb: 'esdb',
  'kurrentdb+discover': 'esdb+discover',
};

const URL_PARTS = /^([a-z+]+):\/\/(?:([^@/?]*)@)?([^@/?]+)\/?(?:\?(.*))?$/s;
const HOST = /^[A-Za-z0-9._-]{1,253}(?::(\d{1,5}))?$/;
const CREDENTIALS = /^[^:@\s]+:[^:@\s]+$/;
const MILLISECONDS = /^\d{1,9}$/;
const PATH = /^[^\0]{1,4096}$/;
const TRUTH = /^(?:true|false)$/;

/** Options the client knows and this adapter has no quarrel with. It would print others, and the password with them. */
const OPTIONS: Readonly<Record<string, RegExp>> = {
  tls: TRUTH,
  tlscafile: PATH,
  usercertfile: PATH,
  userkeyfile: PATH,
  connectionname: /^[\w .:-]{1,100}$/,
  maxdiscoverattempts: /^\d{1,4}$/,
  discoveryinterval: MILLISECONDS,
  gossiptimeout: /^\d{1,4}$/,
  defaultdeadline: /^[1-9]\d{2,6}$/,
  keepaliveinterval: /^(?:-1|[1-9]\d{4,8})$/,
  keepalivetimeout: /^(?:-1|[1-9]\d{2,8})$/,
};

/** Options with one answer here, whatever the URL would like. */
const FIXED: Readonly<Record<string, { readonly only: string; readonly because: string }>> = {
  nodepreference: { only: 'leader', because: 'a reader behind a follower would not find what it has just written' },
  throwonappendfailure: { only: 'true', because: 'a refused append must not pass for one that happened' },
  tlsverifycert: { only: 'true', because: 'the client always verifies; give the authority with tlsCAFile' },
};

export interface ConnectionAddress {
  /** For the client; holds the credentials. */
  readonly connectionString: string;
  /** For people and logs: schemes and hosts, no credentials. */
  readonly shown: string;
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  /** ms that one call may take. */
  readonly deadline: number;
}

/** Whether a URL names KurrentDB or EventStoreDB, by its scheme alone. */
export function isKurrentUrl(url: string): boolean {
  return SCHEMES[url.slice(0, Math.max(0, url.indexOf('://')))] !== undefined;
}

/**
 * What is wrong with a URL, for the operator: no part of it that could be secret.
 * @returns undefined when nothing is
 */
export function flawOfKurrentUrl(url: string): string | undefined {
  if (!isKurrentUrl(url)) return `its scheme is none of ${Object.keys(SCHEMES).join(', ')}`;
  const parts = URL_PARTS.exec(url.trim());
  if (!parts) return 'it is not scheme://user:password@host:port,host:port?option=value';
  const [, , credentials, hosts = '', options] = parts;
  if (credentials !== undefined && !CREDENTIALS.test(credentials)) {
    return 'its credentials are not user:password, with : and @ in them written as %3A and %40';
  }
  const host = hosts.split(',').find((text) => !isHost(text));
  if (host !== undefined) return `${JSON.stringify(host)} is not host:port`;
  return flawOfOptions(options);
}

function isHost(text: string): boolean {
  const [, port = '2113'] = HOST.exec(text) ?? [undefined, '0'];
  return Number(port) > 0 && Number(port) < 65_536;
}

function flawOfOptions(text: string | undefined): string | undefined {
  const seen = new Set<string>();
  for (const [name, value] of optionsOf(text)) {
    const key = flat(name);
    const fixed = FIXED[key];
    if (fixed && flat(value) !== fixed.only) return `its option ${name} has to be ${fixed.only}: ${fixed.because}`;
    const pattern = OPTIONS[key];
    if (!fixed && !pattern) return `it has an option that is not known: ${JSON.stringify(name.slice(0, 40))}`;
    if (pattern && !pattern.test(value)) return `its option ${name} has a value that cannot be`;
    if (seen.has(key)) return `its option ${name} is there twice`;
    seen.add(key);
  }
  if (seen.has('usercertfile') !== seen.has('userkeyfile')) return 'userCertFile and userKeyFile go together';
  return undefined;
}

const flat = (text: string): string => text.trim().toLowerCase().replaceAll(/[_-]/g, '');

function optionsOf(text: string | undefined): (readonly [string, string])[] {
  if (text === undefined || text === '') return [];
  return text.split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, unescaped(value.join('='))] as const;
  });
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** @throws StoreUnavailable saying what is wrong with the URL, without its credentials */
export function readKurrentUrl(url: string): ConnectionAddress {
  const flaw = flawOfKurrentUrl(url);
  if (flaw !== undefined) throw new StoreUnavailable(`the URL of the event store cannot be used: ${flaw}`);
  const [, scheme = '', credentials, hosts = '', options] = URL_PARTS.exec(url.trim()) ?? [];
  const [username, password] = credentials?.split(':').map(unescaped) ?? [];
  const given = optionsOf(options).filter(([name]) => FIXED[flat(name)] === undefined);
  const deadline = Number(given.find(([name]) => flat(name) === 'defaultdeadline')?.[1] ?? 10_000);
  const named = given.some(([name]) => flat(name) === 'connectionname');
  const passed = [...given, ...(named ? [] : [['connectionName', 'intersession'] as const])];
  const query = passed.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const user = credentials === undefined ? '' : `${credentials}@`;
  return {
    connectionString: `${SCHEMES[scheme] ?? 'esdb'}://${user}${hosts}?${query}`,
    shown: `${scheme}://${hosts}`,
    credentials: username === undefined || password === undefined ? undefined : { username, password },
    deadline,
  };
}
