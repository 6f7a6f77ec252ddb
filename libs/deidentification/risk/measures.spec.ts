import { describe, expect, it } from '@jest/globals';
import { encode, encodeNumbers, ordered, type Column } from '../table/column.ts';
import { attackerRisks, populationFrequencies } from './attacker-risk.ts';
import { anonymity } from './k-anonymity.ts';
import { diversity, hasEntropyDiversity, hasRecursiveDiversity, recursiveDiversityBound } from './l-diversity.ts';
import { equivalenceClasses, frequencies } from './missing-values.ts';
import {
  closeSalaries,
  diverseInpatients,
  household,
  inpatients,
  salaries,
  sweeney,
} from './published-examples.specification.ts';
import { sensitiveClasses } from './sensitive-classes.ts';
import { intrusionRisk, specialUniques } from './suda.ts';
import { tCloseness } from './t-closeness.ts';

const sensitive = (quasi: readonly Column[], column: Column) => sensitiveClasses(equivalenceClasses(quasi), column);

describe('k-anonymity', () => {
  it("is 2 in Sweeney's table, with four classes of two and one of three", () => {
    expect(anonymity(sweeney, 'own-value')).toEqual({
      k: 2,
      rows: 11,
      classes: 5,
      uniques: 0,
      histogram: [
        { size: 2, rows: 8 },
        { size: 3, rows: 3 },
      ],
    });
  });

  it("is 4 in Machanavajjhala's, and 1 with the condition known", () => {
    expect(anonymity(inpatients.slice(0, 2), 'own-value').k).toBe(4);
    expect(anonymity(inpatients, 'own-value')).toMatchObject({ k: 1, uniques: 2 });
  });

  it('reads missing values as their own value or as anything: f is 2, 2, 3 in table 4.2 of the IHSN guide', () => {
    const columns = [
      encode('gender', ['Male', 'Male', 'Male']),
      encode('education', ['Secondary complete', 'Secondary incomplete', null]),
      encode('labour', ['Employed', 'Employed', 'Employed']),
    ];
    expect([...frequencies(columns, 'wildcard')]).toEqual([2, 2, 3]);
    expect([...frequencies(columns, 'own-value')]).toEqual([1, 1, 1]);
    expect(anonymity(columns, 'wildcard')).toMatchObject({ k: 2, uniques: 0, classes: 3 });
  });

  it('has one class of all rows without quasi-identifiers, and k = 0 without rows', () => {
    expect(anonymity([], 'own-value', 12)).toMatchObject({ k: 12, classes: 1 });
    expect(anonymity([], 'own-value', 0)).toMatchObject({ k: 0, classes: 0 });
    expect(anonymity([encode('age', [])], 'wildcard')).toMatchObject({ k: 0, classes: 0, rows: 0 });
  });
});

describe('l-diversity', () => {
  const condition = (table: readonly Column[]) => sensitive(table.slice(0, 2), table[2]!);

  it('is 1 where everybody has cancer, 3 in the table the paper puts in its place', () => {
    expect(diversity(condition(inpatients))).toEqual({ distinct: 1, entropy: 1 });
    expect(diversity(condition(diverseInpatients)).distinct).toBe(3);
  });

  it('has entropy 2.83 for counts 1, 1, 2: entropy 2.8-diverse as the paper says, not 3', () => {
    const found = diversity(condition(diverseInpatients));
    expect(found.entropy).toBeCloseTo(2 * Math.SQRT2, 12);
    expect(hasEntropyDiversity(found, 2.8)).toBe(true);
    expect(hasEntropyDiversity(found, 3)).toBe(false);
  });

  it('does not lose whole numbers to rounding: m equal counts are entropy m-diverse', () => {
    for (let m = 1; m <= 60; m += 1) {
      const column = encode(
        'value',
        Array.from({ length: m * 7 }, (_, row) => String(row % m)),
      );
      const found = diversity(
        sensitive(
          [
            encode(
              'key',
              Array.from({ length: m * 7 }, () => 'a'),
            ),
          ],
          column,
        ),
      );
      expect(hasEntropyDiversity(found, m)).toBe(true);
      expect(hasEntropyDiversity(found, m + 0.01)).toBe(false);
    }
  });

  it('compares the most frequent value with the tail, not the least frequent: counts 5, 3, 2', () => {
    const key = encode(
      'key',
      Array.from({ length: 10 }, () => 'a'),
    );
    const classes = sensitive([key], encode('value', [...'aaaaabbbcc']));
    expect(recursiveDiversityBound(classes, 1)).toBe(0.5);
    expect(recursiveDiversityBound(classes, 2)).toBe(1);
    expect(recursiveDiversityBound(classes, 3)).toBe(2.5);
    expect(recursiveDiversityBound(classes, 4)).toBe(Infinity);
    expect(hasRecursiveDiversity(classes, 1, 2)).toBe(false);
    expect(hasRecursiveDiversity(classes, 1.01, 2)).toBe(true);
  });

  it('counts a missing value as a value, or leaves it out', () => {
    const key = encode('key', ['a', 'a', 'b']);
    const column = encode('value', ['x', null, null]);
    const classes = equivalenceClasses([key]);
    expect(diversity(sensitiveClasses(classes, column, 'own-value')).distinct).toBe(1);
    expect([...sensitiveClasses(classes, column, 'own-value').totals]).toEqual([1, 2]);
    expect([...sensitiveClasses(classes, column, 'left-out').offsets]).toEqual([0, 1, 1]);
    expect(diversity(sensitiveClasses(classes, encode('value', [null, null, null]), 'left-out'))).toEqual({
      distinct: 0,
      entropy: 0,
    });
  });
});

/** Parents by height, from the name of each value's ancestors. */
function tree(values: readonly string[], parents: Readonly<Record<string, readonly string[]>>): Int32Array[] {
  const heights = Object.values(parents)[0]!.length;
  return Array.from({ length: heights }, (_, height) =>
    encode(
      'tree',
      values.map((value) => parents[value]![height]!),
    ).codes.slice(),
  );
}

describe('t-closeness', () => {
  const quasi = ({ zip, age }: typeof salaries) => [encode('zip', zip), encode('age', age)];

  it("orders Li's salaries: 0.375 for the poorest class, 0.167 after the paper's generalisation", () => {
    const of = (table: typeof salaries) =>
      tCloseness(sensitive(quasi(table), encodeNumbers('salary', table.salary)), { kind: 'ordered' });
    expect(of(salaries)).toBeCloseTo(0.375, 12);
    expect(of(closeSalaries)).toBeCloseTo(1 / 6, 12);
  });

  // The paper states 0.278 for table 5. By its own words flu and bronchitis are 1/3 apart: then it is 8/27. Only a tree in
  // which they are 1/4 apart gives 5/18 = 0.278, to the digit.
  it("takes Li's diseases by their hierarchy: 8/27 by the distances of its text, its 0.278 by a tree one level higher", () => {
    const column = encode('disease', closeSalaries.disease);
    const closeness = (stomach: readonly string[], infection: readonly string[]) =>
      tCloseness(sensitive(quasi(closeSalaries), column), {
        kind: 'hierarchical',
        tree: tree(column.values, {
          'gastric ulcer': stomach,
          gastritis: stomach,
          'stomach cancer': stomach,
          flu: infection,
          pneumonia: infection,
          bronchitis: infection,
        }),
      });
    const [digestive, respiratory] = ['digestive system diseases', 'respiratory system diseases'];
    const text = closeness(['stomach diseases', digestive, 'any'], ['respiratory infection', respiratory, 'any']);
    expect(text).toBeCloseTo(8 / 27, 12);
    const higher = closeness(
      ['stomach diseases', digestive, digestive, 'any'],
      ['respiratory infection', respiratory, respiratory, 'any'],
    );
    expect(higher).toBeCloseTo(5 / 18, 12);
    expect(higher.toFixed(3)).toBe('0.278');
  });

  it('is the variational distance where all values are equally far', () => {
    const classes = sensitive([encode('key', ['a', 'a', 'b', 'b'])], encode('value', ['x', 'x', 'x', 'y']));
    expect(tCloseness(classes, { kind: 'equal' })).toBe(0.25);
    expect(tCloseness(classes, { kind: 'hierarchical', tree: [new Int32Array(2)] })).toBe(0.25);
  });

  it('refuses a tree that is not one', () => {
    const classes = sensitive([encode('key', ['a', 'b'])], encode('value', ['x', 'y']));
    const of = (levels: Int32Array[]) => tCloseness(classes, { kind: 'hierarchical', tree: levels });
    expect(() => of([])).toThrow('has no levels');
    expect(() => of([new Int32Array(1)])).toThrow('does not cover every value');
    expect(() => of([Int32Array.of(0, 1)])).toThrow('several roots');
  });

  it('needs the order of the values, not of their appearance', () => {
    const column = ordered(encode('salary', ['10', '9']), (one, other) => Number(one) - Number(other));
    expect(column.values).toEqual(['9', '10']);
    expect([...column.codes]).toEqual([1, 0]);
  });
});

describe('attackers', () => {
  it('states each definition: classes of 1, 1, 2', () => {
    const column = encode('key', ['a', 'b', 'c', 'c']);
    const own = frequencies([column], 'own-value');
    const population = populationFrequencies([column], [encode('key', [...'aabbbbcccccc'])], 'own-value');
    expect([...population]).toEqual([2, 4, 6, 6]);
    const risks = attackerRisks(own, 0.5, population);
    expect(risks.prosecutor).toEqual({ highest: 1, average: 3 / 4, aboveThreshold: 0.5 });
    expect(risks.averageOverClasses).toBeCloseTo(2.5 / 3, 12);
    expect(risks.journalist).toEqual({ highest: 0.5, average: (1 / 2 + 1 / 4 + 1 / 3) / 4, aboveThreshold: 0 });
    expect(risks.marketer).toBe(risks.journalist!.average);
    expect(attackerRisks(own, 0.5)).toMatchObject({ journalist: null, marketer: 3 / 4 });
  });

  it('refuses a population that the sample is not of, and a threshold that is no probability', () => {
    const column = encode('key', ['a', 'a']);
    expect(() => populationFrequencies([column], [encode('key', ['a'])], 'own-value')).toThrow('record 0');
    expect(() => populationFrequencies([column], [encode('age', ['a'])], 'own-value')).toThrow('column key');
    expect(() => attackerRisks(new Int32Array(1), 1.1)).toThrow('threshold');
    expect(() => attackerRisks(new Int32Array(1), 0.1, new Int32Array(2))).toThrow('population');
  });

  it('lets a wildcard of the sample agree with anybody', () => {
    const sample = [encode('key', [null, 'a']), encode('sex', ['f', 'f'])];
    const population = [encode('key', ['a', 'b', 'a']), encode('sex', ['f', 'f', 'm'])];
    expect(() => populationFrequencies(sample, population, 'wildcard')).toThrow('record 1');
    const larger = [encode('key', ['a', 'b', 'a']), encode('sex', ['f', 'f', 'f'])];
    expect([...populationFrequencies(sample, larger, 'wildcard')]).toEqual([3, 2]);
  });
});

describe('special uniques', () => {
  const keys = household.slice(0, 4);

  it('scores the records of the IHSN guide 6, 12, 6, 10', () => {
    const { scores, minimalUniques } = specialUniques(keys, 3);
    expect([...scores]).toEqual([0, 0, 6, 0, 12, 0, 6, 10, 0, 0]);
    expect(minimalUniques.filter(({ row }) => row === 4).map(({ columns }) => columns)).toEqual([
      [0],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it("shares a score among columns as sdcMicro's test does: 50, 37.5, 37.5 per cent", () => {
    const columns = [encodeNumbers('a', [2, 1, 1]), encodeNumbers('b', [0, 3, 0]), encodeNumbers('c', [0, 6, 0])];
    expect(specialUniques(columns, 2).contributions.map(({ percent }) => percent)).toEqual([50, 37.5, 37.5]);
  });

  it('gives the file as a whole 0.04 / (0.04 + 2 · 0.99 · 3) at a sampling fraction of 1 %', () => {
    expect(intrusionRisk(keys, 0.01)).toBeCloseTo(0.04 / (0.04 + 5.94), 12);
    expect(intrusionRisk([encode('a', ['x', 'x', 'x'])], 0.5)).toBeNull();
    expect(() => intrusionRisk(keys, 0)).toThrow('samplingFraction');
  });

  it('refuses sizes that the score is not defined for', () => {
    expect(() => specialUniques(keys, 4)).toThrow('from 1 to 3');
    expect(() => specialUniques(keys, 0)).toThrow('maxSize');
    expect(specialUniques([encode('a', ['x', 'y', 'y'])], 1).scores[0]).toBe(1);
  });
});
