let latest = 0;

/**
 * A UUID of version 7 (RFC 9562) that sorts behind every earlier one of this page, also where the clock is set back or many are
 * made in a millisecond. The library that does the same weighs three times as much, and the first load has no room for it.
 */
export function orderedId(): string {
  latest = Math.max(Date.now(), latest + 1);
  const time = latest.toString(16).padStart(12, '0');
  const [, ...random] = crypto.randomUUID().slice(14).split('-');
  const noise = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  const third = `7${(noise & 0xfff).toString(16).padStart(3, '0')}`;
  return [time.slice(0, 8), time.slice(8), third, ...random].join('-');
}
