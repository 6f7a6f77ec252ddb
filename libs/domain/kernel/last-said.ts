/**
 * What was last said of each name, newest first. A log may hold thousands of entries about as many names: adding one is
 * cheap, finding one walks back. Names are whatever people chose, `constructor` too.
 */
export interface Said<Value> {
  readonly name: string;
  readonly value: Value;
  readonly before: Said<Value> | undefined;
}

/** The last word on a name; nothing when there is none. */
export function lastSaid<Value>(said: Said<Value> | undefined, name: string): Value | undefined {
  let word = said;
  while (word !== undefined && word.name !== name) word = word.before;
  return word?.value;
}
