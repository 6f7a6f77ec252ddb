/**
 * Stored shapes are never edited. When one changes, its version rises and an upcaster lifts each older version by one
 * step; when a type is renamed, the historic name stays readable for ever.
 */
export interface Upcasts {
  /** Historic name → today's name. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Today's name → stored version → data of the next version. */
  readonly lifts: Readonly<Record<string, Readonly<Record<number, (data: unknown) => unknown>>>>;
}

export const NO_UPCASTS: Upcasts = { renamed: {}, lifts: {} };

export class UnreadableEvent extends Error {}

/**
 * Lifts stored data to the current version of its type.
 * @throws UnreadableEvent when a step is missing or the event was written by a newer version of the software.
 */
export function upcast(
  upcasts: Upcasts,
  type: string,
  stored: { version: number; data: unknown },
  current: number,
): unknown {
  if (stored.version > current)
    throw new UnreadableEvent(`${type} version ${stored.version} is newer than this software`);
  let { data } = stored;
  for (let version = stored.version; version < current; version += 1) {
    const lift = upcasts.lifts[type]?.[version];
    if (lift === undefined) throw new UnreadableEvent(`${type} version ${version} has no upcaster`);
    data = lift(data);
  }
  return data;
}
