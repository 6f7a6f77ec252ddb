import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isLoopback } from '../config/config.ts';

/** Addresses that no push service has (IANA special-purpose registries): whoever named one would have us knock on our own doors. */
const OURS = new BlockList();
for (const [network, prefix] of [
  ...[['0.0.0.0', 8] as const, ['10.0.0.0', 8] as const, ['100.64.0.0', 10] as const, ['127.0.0.0', 8] as const],
  ...[
    ['169.254.0.0', 16] as const,
    ['172.16.0.0', 12] as const,
    ['192.0.0.0', 24] as const,
    ['192.0.2.0', 24] as const,
  ],
  ...[
    ['192.88.99.0', 24] as const,
    ['192.168.0.0', 16] as const,
    ['198.18.0.0', 15] as const,
    ['198.51.100.0', 24] as const,
  ],
  ...[['203.0.113.0', 24] as const, ['224.0.0.0', 4] as const, ['240.0.0.0', 4] as const],
]) {
  OURS.addSubnet(network, prefix, 'ipv4');
}
/** Global unicast of IPv6: all else is ours, or nobody’s. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
/** Within it: tunnels to IPv4 addresses, documentation, and IETF assignments. */
for (const [network, prefix] of [
  ...[['2001::', 23] as const, ['2001:db8::', 32] as const, ['2002::', 16] as const, ['3fff::', 20] as const],
]) {
  OURS.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address is one that a push service can have. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  if (isIP(address) === 4) return !OURS.check(address, 'ipv4');
  return isIP(address) === 6 && GLOBAL.check(address, 'ipv6') && !OURS.check(address, 'ipv6');
}

/**
 * Why a push subscription cannot lead to an address; nothing where it can. A phone says where its push service is, so any
 * address might be named: only https on its own port to a public name is taken, and `checkedLookup` looks again at what the
 * name stands for when a message goes out.
 * @param demonstration whether http on this computer may do, as in a demonstration and in specs
 */
export function endpointFlaw(endpoint: string, demonstration: boolean): string | undefined {
  if (!URL.canParse(endpoint) || endpoint.length > 2_000) return 'is not an address';
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (username !== '' || password !== '') return 'holds a name or a password';
  if (demonstration && protocol === 'http:' && isLoopback(host)) return undefined;
  if (protocol !== 'https:') return 'must begin with https';
  if (port !== '') return 'must use the port of https';
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : 'is a private address';
  return host.includes('.') && !/\.(local|localhost|internal|lan|home\.arpa)\.?$/i.test(host)
    ? undefined
    : 'is a private address';
}

/** The name stands for an address of this network. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** Resolves names as ever, and refuses those that lead into private networks, however they resolved before. */
export const checkedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return callback(error ?? new Error('no address'), '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new PrivateAddress('leads to a private address'), '', 0);
    }
    if (options.all === true) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
