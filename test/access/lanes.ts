/** How many questions are under way at a time: what answers them has its own turns. */
const LANES = 6;

/** Does everything, a few at a time, in any order. @throws what one of them throws */
export async function inLanes<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
