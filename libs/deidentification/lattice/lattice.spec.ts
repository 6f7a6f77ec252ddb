import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generalise, type Hierarchy, hierarchyOf } from '../hierarchy/hierarchy.ts';
import { equivalenceClasses } from '../risk/missing-values.ts';
import { decode, encode } from '../table/column.ts';
import { groupSizes } from '../table/grouping.ts';
import type { LossMeasure } from './information-loss.ts';
import type { LatticeColumn } from './lattice.evaluation.ts';
import { searchLattice } from './lattice.search.ts';

const person = hierarchyOf('person', [
  ['asian', 'person'],
  ['black', 'person'],
  ['white', 'person'],
]);
const zip = hierarchyOf('zip', [
  ['94138', '9413*', '941**'],
  ['94139', '9413*', '941**'],
  ['94141', '9414*', '941**'],
  ['94142', '9414*', '941**'],
]);

/** Samarati 2001, figure 3: the table PT of race and ZIP. */
const samarati: readonly LatticeColumn[] = [
  {
    column: encode('race', [...Array<string>(4).fill('asian'), ...Array<string>(4).fill('black'), 'white', 'white']),
    hierarchy: person,
  },
  {
    column: encode('zip', [
      ...['94138', '94139', '94141', '94142', '94138', '94139', '94141', '94142', '94138', '94139'],
    ]),
    hierarchy: zip,
  },
];

/** Suppressed records and loss at one node, cell by cell. */
function measured(columns: readonly LatticeColumn[], levels: readonly number[], k: number, loss: LossMeasure) {
  const coarse = columns.map(({ column, hierarchy }, index) => generalise(column, hierarchy, levels[index]!));
  const classes = equivalenceClasses(coarse);
  const sizes = groupSizes(classes);
  let [suppressed, sum] = [0, 0];
  for (const group of classes.of.keys()) {
    if (sizes[classes.of[group]!]! < k) {
      suppressed += 1;
      sum += columns.length;
    } else
      sum += cost(
        columns,
        coarse.map(decode).map((cells) => cells[group]!),
        levels,
        loss,
      );
  }
  return { suppressed, loss: classes.of.length === 0 ? 0 : sum / (classes.of.length * columns.length) };
}

function cost(
  columns: readonly LatticeColumn[],
  forms: readonly (string | null)[],
  levels: readonly number[],
  loss: LossMeasure,
) {
  return columns.reduce((sum, { hierarchy }, index) => {
    if (forms[index] === null) return sum;
    if (loss === 'precision') return sum + (hierarchy.height === 0 ? 0 : levels[index]! / hierarchy.height);
    const leaves = [...hierarchy.paths.values()].filter((path) => path[levels[index]!] === forms[index]).length;
    return sum + (hierarchy.paths.size < 2 ? 0 : (leaves - 1) / (hierarchy.paths.size - 1));
  }, 0);
}

function everyNode(columns: readonly LatticeColumn[]): number[][] {
  return columns.reduce<number[][]>(
    (nodes, { hierarchy }) =>
      nodes.flatMap((levels) => Array.from({ length: hierarchy.height + 1 }, (_, level) => [...levels, level])),
    [[]],
  );
}

describe('lattice search', () => {
  it("finds Samarati's minimal generalisations of PT for k = 2: <0, 1> without a suppressed record", () => {
    const found = searchLattice(samarati, { k: 2, maxSuppressed: 0, loss: 'precision' });
    expect(found).toMatchObject({ outcome: 'found', levels: [0, 1], suppressed: 0, loss: 0.25, nodes: 6 });
    expect(searchLattice(samarati, { k: 3, maxSuppressed: 0, loss: 'precision' })).toMatchObject({ levels: [1, 1] });
  });

  it('says what stays behind when no node will do', () => {
    expect(searchLattice(samarati, { k: 11, maxSuppressed: 0.5 })).toEqual({
      outcome: 'unreachable',
      suppressed: 10,
      nodes: 6,
    });
  });

  it('refuses what is no aim', () => {
    expect(() => searchLattice(samarati, { k: 0, maxSuppressed: 0 })).toThrow('k: 0');
    expect(() => searchLattice(samarati, { k: 2, maxSuppressed: 1.5 })).toThrow('maxSuppressed: 1.5');
    const deep = hierarchyOf('deep', [Array.from({ length: 60 }, () => 'x')]);
    const columns = Array.from({ length: 5 }, (_, index) => ({ column: encode(`c${index}`, ['x']), hierarchy: deep }));
    expect(() => searchLattice(columns, { k: 2, maxSuppressed: 0 })).toThrow('too many');
    expect(() =>
      searchLattice([{ column: encode('race', ['blue']), hierarchy: person }], { k: 1, maxSuppressed: 0 }),
    ).toThrow('hierarchy person: does not cover 1 of 1 values of column race');
  });

  it('finds what trying every node finds, and breaks ties by lowest levels', () => {
    const hierarchies: Hierarchy[] = [person, zip, hierarchyOf('flat', [['x'], ['y']])];
    const rows = fc.integer({ min: 1, max: 14 });
    const columns = rows.chain((count) =>
      fc.array(
        fc.constantFrom(...hierarchies).chain((hierarchy) =>
          fc
            .array(fc.option(fc.constantFrom(...hierarchy.paths.keys()), { nil: null, freq: 8 }), {
              minLength: count,
              maxLength: count,
            })
            .map((cells) => ({ hierarchy, cells })),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    );
    const aim = fc.record({
      k: fc.integer({ min: 1, max: 4 }),
      maxSuppressed: fc.constantFrom(0, 0.1, 0.3, 1),
      loss: fc.constantFrom<LossMeasure>('loss', 'precision'),
    });
    fc.assert(
      fc.property(columns, aim, (given, { k, maxSuppressed, loss }) => {
        const own = given.map(({ hierarchy, cells }, index) => ({ hierarchy, column: encode(`c${index}`, cells) }));
        const allowed = Math.floor(maxSuppressed * own[0]!.column.codes.length + 1e-9);
        const good = everyNode(own)
          .map((levels) => ({ levels, ...measured(own, levels, k, loss) }))
          .filter(({ suppressed }) => suppressed <= allowed);
        const found = searchLattice(own, { k, maxSuppressed, loss });
        expect(found.outcome).toBe(good.length > 0 ? 'found' : 'unreachable');
        if (found.outcome === 'unreachable') return;
        const least = Math.min(...good.map((node) => node.loss));
        expect(found.loss).toBeCloseTo(least, 9);
        const sum = (levels: readonly number[]) => levels.reduce((total, level) => total + level, 0);
        const ties = good
          .filter((node) => node.loss < least + 1e-9)
          .sort((a, b) => sum(a.levels) - sum(b.levels) || (a.levels.join() < b.levels.join() ? -1 : 1));
        expect(found.levels).toEqual(ties[0]!.levels);
        expect(found.suppressed).toBe(ties[0]!.suppressed);
      }),
      { numRuns: 300 },
    );
  });
});
