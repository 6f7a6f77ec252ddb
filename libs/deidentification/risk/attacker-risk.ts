import { type Column, ColumnError } from '../table/column.ts';
import type { MissingReading } from './missing-values.ts';

/** Chance of being singled out, from what an attacker is taken to know. Between 0 and 1. */
export interface AttackerRisk {
  /** Of the record most at risk. */
  readonly highest: number;
  /** Mean over records: what one expects to be found when each record is attacked. */
  readonly average: number;
  /** Share of records whose own risk is above the threshold that was given. */
  readonly aboveThreshold: number;
}

export interface AttackerRisks {
  /**
   * The attacker knows that the person is in the data: a record's risk is 1/f, f the records with its key. The average
   * over a partition is classes/rows (as ARX reports it).
   */
  readonly prosecutor: AttackerRisk;
  /**
   * The attacker does not know whether the person is in the data, and holds a register of the population: 1/F, F the
   * people of the population with that key. Null without a population.
   */
  readonly journalist: AttackerRisk | null;
  /** The expected share of all records that an attacker re-identifies who tries all: mean of 1/F, of 1/f without one. */
  readonly marketer: number;
  /** Mean over *classes* of 1/size: another "average" in use (pyCANON). Never below the average over records. */
  readonly averageOverClasses: number;
}

/**
 * Re-identification risk by the three attackers of El Emam & Dankar (JAMIA 15, 2008) and El Emam, Guide to the
 * De-Identification of Personal Health Information (2013), chapter 16.
 * @param sample f of each record, from `frequencies`.
 * @param population F of each record, from `populationFrequencies`, where a register is known.
 * @param threshold A record is at risk above it; 0.09 is 1/11.
 * @throws RangeError when the two are of different lengths or the threshold is no probability.
 */
export function attackerRisks(sample: Int32Array, threshold: number, population?: Int32Array): AttackerRisks {
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError(`threshold: ${threshold} is not between 0 and 1`);
  if (population !== undefined && population.length !== sample.length)
    throw new RangeError(`population: ${population.length} frequencies for ${sample.length} records`);
  const prosecutor = riskOf(sample, threshold);
  const journalist = population === undefined ? null : riskOf(population, threshold);
  return {
    prosecutor,
    journalist,
    marketer: (journalist ?? prosecutor).average,
    averageOverClasses: overClasses(sample),
  };
}

function riskOf(frequencies: Int32Array, threshold: number): AttackerRisk {
  const rows = frequencies.length;
  if (rows === 0) return { highest: 0, average: 0, aboveThreshold: 0 };
  let [highest, sum, above] = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    const risk = 1 / (frequencies[row] ?? 1);
    highest = Math.max(highest, risk);
    sum += risk;
    if (risk > threshold) above += 1;
  }
  return { highest, average: sum / rows, aboveThreshold: above / rows };
}

/** A record of a class of f is 1/f of a class. */
function overClasses(frequencies: Int32Array): number {
  let [weights, sum] = [0, 0];
  for (let row = 0; row < frequencies.length; row += 1) {
    const share = 1 / (frequencies[row] ?? 1);
    weights += share;
    sum += share * share;
  }
  return weights === 0 ? 0 : sum / weights;
}

/**
 * For each record of the sample, how many people of the population share its key.
 * @param missing `wildcard`: a missing value of the sample agrees with anybody. The population is read the same way.
 * @throws ColumnError naming a column of the sample that the population lacks; RangeError where a key is rarer in the
 * population than in the sample, which then is not a sample of it.
 */
export function populationFrequencies(
  sample: readonly Column[],
  population: readonly Column[],
  missing: MissingReading,
): Int32Array {
  const aligned = sample.map((column) => {
    const other = population.find(({ name }) => name === column.name);
    if (other === undefined) throw new ColumnError(column.name, 'is not in the population');
    return other;
  });
  const register = aligned.map(({ codes, values }) => Array.from(codes, (code) => values[code] ?? null));
  const people = countKeys(register, aligned[0]?.codes.length ?? 0);
  const own = sample.map(({ codes, values }) => Array.from(codes, (code) => values[code] ?? null));
  const rows = sample[0]?.codes.length ?? 0;
  const known = countKeys(own, rows);
  const matches = matcher(people, missing);
  const inSample = matcher(known, missing);
  return Int32Array.from({ length: rows }, (_, row) => {
    const key = keyOf(own, row);
    const found = matches(key);
    if (found < inSample(key))
      throw new RangeError(`record ${row}: its key is rarer in the population than in the sample`);
    return found;
  });
}

type Key = readonly (string | null)[];

const keyOf = (cells: readonly Key[], row: number): Key => cells.map((column) => column[row] ?? null);

interface KeyCount {
  readonly key: Key;
  people: number;
}

function countKeys(cells: readonly Key[], rows: number): Map<string, KeyCount> {
  const counts = new Map<string, KeyCount>();
  for (let row = 0; row < rows; row += 1) {
    const key = keyOf(cells, row);
    const text = JSON.stringify(key);
    const known = counts.get(text);
    if (known === undefined) counts.set(text, { key, people: 1 });
    else known.people += 1;
  }
  return counts;
}

function matcher(counts: ReadonlyMap<string, KeyCount>, missing: MissingReading): (key: Key) => number {
  const exact = (key: Key) => counts.get(JSON.stringify(key))?.people ?? 0;
  const holes = [...counts.values()].some(({ key }) => key.includes(null));
  if (missing === 'own-value') return exact;
  const agrees = (one: Key, other: Key) =>
    one.every((cell, index) => cell === null || other[index] === null || other[index] === cell);
  return (key) => {
    if (!holes && !key.includes(null)) return exact(key);
    return [...counts.values()].reduce((sum, other) => sum + (agrees(key, other.key) ? other.people : 0), 0);
  };
}
