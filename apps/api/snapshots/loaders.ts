import DataLoader from 'dataloader';
import type { Page, ReadSnapshot } from '#read-models';

type Batch<Value> = (snapshot: ReadSnapshot, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

const loaders = new WeakMap<ReadSnapshot, Map<string, unknown>>();

/**
 * One data loader per snapshot and `name`; fields that ask the same of different parents are answered together.
 * @param name says what is asked, arguments included: loaders of one name must be given the same `batch`
 */
export function loaderOf<Value>(
  snapshot: ReadSnapshot,
  name: string,
  batch: Batch<Value>,
): DataLoader<string, Value | undefined> {
  const known = loaders.get(snapshot) ?? new Map<string, unknown>();
  loaders.set(snapshot, known);
  const present = known.get(name) as DataLoader<string, Value | undefined> | undefined;
  if (present !== undefined) return present;
  const made = new DataLoader<string, Value | undefined>(
    async (ids) => {
      const found = await batch(snapshot, ids);
      return ids.map((id) => found.get(id));
    },
    { maxBatchSize: 1_000 },
  );
  known.set(name, made);
  return made;
}

const NOTHING: Page<never> = { edges: [], hasNextPage: false, hasPreviousPage: false, total: async () => 0 };

/** A page of children of one parent; asked together with those of the other parents of the same field. */
export async function childPage<Row extends object>(
  snapshot: ReadSnapshot,
  name: string,
  parentId: string,
  batch: Batch<Page<Row>>,
): Promise<Page<Row>> {
  return (await loaderOf(snapshot, name, batch).load(parentId)) ?? NOTHING;
}
