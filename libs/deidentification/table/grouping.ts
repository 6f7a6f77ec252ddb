/** Rows that share their codes in several columns, numbered densely. The one hot loop under every measure here. */

/** A column to group by: codes from −1, below `cardinality`; `map`, where given, is applied to codes from 0. */
export interface GroupedColumn {
  readonly codes: Int32Array;
  readonly cardinality: number;
  /** No code is −1: keys stay smaller. */
  readonly complete?: boolean;
  readonly map?: Int32Array | undefined;
}

/** For each row the number of its group; groups are numbered by first appearance. */
export interface Grouping {
  readonly of: Int32Array;
  readonly count: number;
}

const LARGEST_KEY = 0x7fff_ffff;
/** Up to here a table indexed by the key is cheaper than hashing: 128 MiB. */
const LARGEST_TABLE = 1 << 25;

/** Groups rows that agree in every column; a missing value agrees with a missing value. No column: one group. */
export function groupRows(columns: readonly GroupedColumn[], rows: number): Grouping {
  let keys: Int32Array = new Int32Array(rows);
  let radix = 1;
  for (const column of columns) {
    const width = column.complete === true ? Math.max(column.cardinality, 1) : column.cardinality + 1;
    if (width === 1) continue;
    if (radix * width > LARGEST_KEY) {
      const dense = numbered(keys, radix);
      keys = dense.of;
      radix = Math.max(dense.count, 1);
    }
    if (radix * width > LARGEST_KEY) {
      const paired = numberPairs(keys, mapped(column));
      keys = paired.of;
      radix = Math.max(paired.count, 1);
      continue;
    }
    append(keys, column, width);
    radix *= width;
  }
  return numbered(keys, radix);
}

/** How many rows each group has. */
export function groupSizes({ of, count }: Grouping): Int32Array {
  const sizes = new Int32Array(count);
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row] ?? 0;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return sizes;
}

/** The first row of each group. */
export function firstRows({ of, count }: Grouping): Int32Array {
  const first = new Int32Array(count);
  for (let row = of.length - 1; row >= 0; row -= 1) first[of[row] ?? 0] = row;
  return first;
}

function append(keys: Int32Array, { codes, map, complete }: GroupedColumn, width: number): void {
  const [rows, offset] = [keys.length, complete === true ? 0 : 1];
  if (map === undefined) {
    for (let row = 0; row < rows; row += 1) keys[row] = (keys[row] ?? 0) * width + (codes[row] ?? 0) + offset;
    return;
  }
  // Shifted by one, so that a missing value needs no branch.
  const shifted = new Int32Array(map.length + 1);
  for (let code = 0; code < map.length; code += 1) shifted[code + 1] = (map[code] ?? 0) + offset;
  for (let row = 0; row < rows; row += 1) keys[row] = (keys[row] ?? 0) * width + (shifted[(codes[row] ?? 0) + 1] ?? 0);
}

function mapped({ codes, map }: GroupedColumn): Int32Array {
  return map === undefined ? codes : codes.map((code) => (code < 0 ? code : (map[code] ?? 0)));
}

/** Numbers keys below `radix` densely. */
function numbered(keys: Int32Array, radix: number): Grouping {
  return radix <= LARGEST_TABLE && radix <= 64 * keys.length + 1024 ? numberByTable(keys, radix) : numberByHash(keys);
}

function numberByTable(keys: Int32Array, radix: number): Grouping {
  const table = new Int32Array(radix);
  const of = new Int32Array(keys.length);
  let count = 0;
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    let number = table[key] ?? 0;
    if (number === 0) {
      count += 1;
      number = count;
      table[key] = number;
    }
    of[row] = number - 1;
  }
  return { of, count };
}

function capacityFor(rows: number): number {
  let capacity = 16;
  while (capacity < rows * 2) capacity *= 2;
  return capacity;
}

function numberByHash(keys: Int32Array): Grouping {
  const rows = keys.length;
  const capacity = capacityFor(rows);
  const mask = capacity - 1;
  const slots = new Int32Array(capacity);
  const groupKeys = new Int32Array(rows);
  const of = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const key = keys[row] ?? 0;
    let slot = scatter(key) & mask;
    let number = slots[slot] ?? 0;
    while (number !== 0 && groupKeys[number - 1] !== key) {
      slot = (slot + 1) & mask;
      number = slots[slot] ?? 0;
    }
    if (number === 0) {
      groupKeys[count] = key;
      count += 1;
      number = count;
      slots[slot] = number;
    }
    of[row] = number - 1;
  }
  return { of, count };
}

/** As `numberByHash`, for keys too wide for one integer. */
function numberPairs(high: Int32Array, low: Int32Array): Grouping {
  const rows = high.length;
  const mask = capacityFor(rows) - 1;
  const slots = new Int32Array(mask + 1);
  const [groupHigh, groupLow, of] = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)];
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const [one, other] = [high[row] ?? 0, low[row] ?? 0];
    let slot = scatter(Math.imul(one, 31) ^ scatter(other)) & mask;
    let number = slots[slot] ?? 0;
    while (number !== 0 && (groupHigh[number - 1] !== one || groupLow[number - 1] !== other)) {
      slot = (slot + 1) & mask;
      number = slots[slot] ?? 0;
    }
    if (number === 0) {
      groupHigh[count] = one;
      groupLow[count] = other;
      count += 1;
      number = count;
      slots[slot] = number;
    }
    of[row] = number - 1;
  }
  return { of, count };
}

/** The finaliser of MurmurHash3, shortened. */
function scatter(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x85eb_ca6b);
  return mixed ^ (mixed >>> 13);
}
