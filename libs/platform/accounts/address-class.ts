import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Where a call came from, as coarsely as a record may keep it. */
export type AddressClass = 'this computer' | 'private network' | 'internet' | 'unknown';

const OWN = new BlockList();
OWN.addSubnet('127.0.0.0', 8);
OWN.addAddress('::1', 'ipv6');

/** RFC 1918, RFC 4193, RFC 3927, RFC 6598. */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
PRIVATE.addSubnet('169.254.0.0', 16);
PRIVATE.addSubnet('100.64.0.0', 10);
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/** @param address of the other end, as Node gives it */
export function addressClass(address: string | undefined): AddressClass {
  const plain = plainAddress(address);
  const family = isIPv4(plain) ? 'ipv4' : isIPv6(plain) ? 'ipv6' : undefined;
  if (family === undefined) return 'unknown';
  if (OWN.check(plain, family)) return 'this computer';
  return PRIVATE.check(plain, family) ? 'private network' : 'internet';
}

/** What attempts are counted by: an IPv4 address, or the first 64 bits of an IPv6 one, which one household has to itself. */
export function addressGroup(address: string | undefined): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head.split(':').filter((part) => part !== '');
  const last = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

const plainAddress = (address = ''): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
