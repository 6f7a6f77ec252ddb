import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hierarchyOf } from '../hierarchy/hierarchy.ts';
import { numberHierarchy } from '../hierarchy/interval.hierarchies.ts';
import { anonymity } from '../risk/k-anonymity.ts';
import { SUPPRESSED } from '../suppression/suppressed.value.ts';
import { columnsOf, decode, encode, encodeNumbers, type Table, tableOf } from '../table/column.ts';
import type { RulesFor } from './column.rules.ts';
import { deidentify } from './de-identification.ts';
import { parseRelease } from './release.parser.ts';
import { RELEASE_FORMAT, type ReleaseSpecification, type ReleaseSpecificationInput } from './release.schema.ts';

interface Person {
  readonly participantId: string;
  readonly email: string;
  readonly age: number;
  readonly site: string | null;
  readonly phq9Total: number | null;
  readonly journal: { readonly sealed: string };
}

const columns = {
  participantId: { role: 'pseudonym', unit: 'participant' },
  email: { role: 'identifier' },
  age: { role: 'quasi', hierarchy: 'age5', level: 1 },
  site: { role: 'quasi', cost: 5 },
  phq9Total: { role: 'sensitive', l: { kind: 'distinct', min: 2 }, distance: 'ordered', t: 0.9 },
  journal: { role: 'freetext', export: 'length' },
} satisfies RulesFor<Person>;

/** Each is a type that has to be `false`: rules that must not compile. */
type Refused<Rules> = Rules extends RulesFor<Person> ? true : false;
const unclassified: Refused<Omit<typeof columns, 'age'>> = false;
const published: Refused<Omit<typeof columns, 'journal'> & { journal: { role: 'open' } }> = false;
const misread: Refused<Omit<typeof columns, 'age'> & { age: { role: 'freetext'; export: 'length' } }> = false;

const input: ReleaseSpecificationInput = {
  format: RELEASE_FORMAT,
  protocol: 'HW-01@7',
  index: 184_223,
  tier: 'controlled',
  recipient: 'lab-x',
  purpose: 'Dose and outcome',
  unit: 'participant',
  releaseKeyId: 'rk-2026-03',
  columns,
  formats: ['csv'],
};

function release(changes: Partial<ReleaseSpecificationInput> = {}): ReleaseSpecification {
  const parsed = parseRelease({ ...input, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.release;
}

const errorsOf = (changes: object): string[] => {
  const parsed = parseRelease({ ...input, ...changes });
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path}: ${message}`);
};

const hierarchies = new Map(
  [
    numberHierarchy('age5', { from: 18, to: 90, widths: [5, 10] }),
    hierarchyOf('sites', [
      ['Leeds', '*'],
      ['York', '*'],
    ]),
  ].map((hierarchy) => [hierarchy.name, hierarchy]),
);

function study(rows: number, ageOf: (row: number) => number = (row) => 20 + (row % 10)): Table {
  const all = Array.from({ length: rows }).map((_, row) => row);
  return tableOf([
    encode(
      'participantId',
      all.map((row) => `P-${row}`),
    ),
    encode(
      'email',
      all.map((row) => `${row}@example.org`),
    ),
    encodeNumbers('age', all.map(ageOf)),
    encode(
      'site',
      all.map((row) => (row % 2 === 0 ? 'Leeds' : 'York')),
    ),
    encodeNumbers(
      'phq9Total',
      all.map((row) => (row * 7) % 28),
    ),
    encodeNumbers(
      'journal',
      all.map((row) => row * 100),
    ),
  ]);
}

describe('release specifications', () => {
  it('do not compile without a rule for every column, or with one that does not fit it', () => {
    expect([unclassified, published, misread]).toEqual([false, false, false]);
  });

  it('fill in the usual limits', () => {
    expect(release()).toMatchObject({
      randomised: true,
      smallCell: 11,
      missing: 'own-value',
      time: { mode: 'study-week' },
    });
    expect(release().model).toEqual({ maxSuppressed: 0.05 });
  });

  it.each([
    [{ format: 'intersession.release/2' }, 'format: is version 2; this program reads up to 1: it needs a newer one'],
    [{ format: 'something/1' }, 'format: is not "intersession.release/1"'],
    [{ format: undefined }, 'format: is missing; write "intersession.release/1"'],
    [{ tier: 'public', model: { k: 5 } }, 'model.k: is 5; a public release takes 11'],
    [{ model: { k: 3 } }, 'model.k: is 3; below 5 a signed riskAssessment is needed'],
    [{ index: -1 }, 'index: Too small'],
    [{ colums: {} }, 'colums: is not a field of the format'],
    [{ columns: {} }, 'columns: are 0'],
    [{ columns: { age: { role: 'quasi', level: 2 } } }, 'columns.age.hierarchy: is missing'],
    [{ columns: { age: { role: 'secret' } } }, 'columns.age.role: Invalid'],
    [{ columns: { phq: { role: 'sensitive', distance: 'hierarchical' } } }, 'columns.phq.hierarchy: is missing'],
    [{ time: { mode: 'date' } }, 'time.mode: Invalid'],
    [{ formats: ['csv', 'csv'] }, 'formats: name one twice'],
    [{ model: { maxSuppressed: 0.5 } }, 'model.maxSuppressed: Too big'],
  ])('refuse %j by its field', (changes, message) => {
    expect(errorsOf(changes).join('\n')).toContain(message);
  });

  it('let a signed assessment stand for a lower k under controlled access', () => {
    expect(release({ model: { k: 3 }, riskAssessment: 'RA-2026-1' }).model.k).toBe(3);
  });

  it('answer anything with errors, never with a fault', () => {
    for (const hostile of [null, [], 7, '', '{', '[]', 'x'.repeat(1_000_001), { format: RELEASE_FORMAT }])
      expect(parseRelease(hostile)).toMatchObject({ ok: false });
    expect(parseRelease(`{"format":"${RELEASE_FORMAT}","__proto__":{"a":1}}`)).toMatchObject({ ok: false });
    fc.assert(fc.property(fc.jsonValue(), (value) => parseRelease(value).ok === false));
    expect(parseRelease(JSON.stringify(input)).ok).toBe(true);
  });
});

describe('de-identification', () => {
  it('drops identifiers, generalises, assesses before and after, and keeps everybody', () => {
    const found = deidentify(study(60), release(), hierarchies);
    if (found.outcome === 'refused') throw new Error(found.problems.join());
    expect(found.table.rows).toBe(60);
    expect(found.dropped).toEqual(['email']);
    expect(decode(columnsOf(found.table, ['age'])[0]!).slice(0, 6)).toEqual([
      '20–24',
      '20–24',
      '20–24',
      '20–24',
      '20–24',
      '25–29',
    ]);
    expect([found.before.anonymity.k, found.after.anonymity.k]).toEqual([6, 12]);
    expect(found.after.attackers.prosecutor.highest).toBeLessThanOrEqual(0.2);
    expect(found.after.sensitive['phq9Total']).toMatchObject({ distance: 'ordered', unmet: [] });
  });

  it('refuses a column that nobody classified, and a rule for none', () => {
    const table = tableOf([...study(60).columns, encode('postcode', Array<string>(60).fill('LS1'))]);
    expect(deidentify(table, release(), hierarchies)).toMatchObject({
      reason: 'unclassified',
      problems: ['columns.postcode is in the table and has no rule'],
    });
    const less = tableOf(study(60).columns.filter(({ name }) => name !== 'site'));
    expect(deidentify(less, release(), hierarchies)).toMatchObject({
      problems: ['columns.site has a rule and is not in the table'],
    });
  });

  it('refuses a hierarchy that does not cover a value, or is not there', () => {
    expect(
      deidentify(
        study(60, () => 12),
        release(),
        hierarchies,
      ),
    ).toMatchObject({
      reason: 'hierarchy',
      problems: ['hierarchy age5: does not cover 1 of 1 values of column age'],
    });
    expect(deidentify(study(60), release(), new Map())).toMatchObject({
      problems: ['hierarchy age5: is not among those of the protocol'],
    });
  });

  it('suppresses a few cells rather than a person', () => {
    const lone = study(60, (row) => (row === 59 ? 80 : 20 + (row % 10)));
    const found = deidentify(lone, release({ missing: 'wildcard' }), hierarchies);
    if (found.outcome === 'refused') throw new Error(found.problems.join());
    expect(found.suppressed).toEqual({ age: 1, site: 0 });
    expect(found.table.rows).toBe(60);
    const after = columnsOf(found.table, ['age', 'site']);
    expect(decode(after[0]!)[59]).toBe(SUPPRESSED);
    expect(anonymity(after, 'wildcard').k).toBeGreaterThanOrEqual(5);
  });

  it('answers a trial of 12 people with what would have to go, not with fewer people', () => {
    const found = deidentify(
      study(12, (row) => 20 + row * 5),
      release(),
      hierarchies,
    );
    expect(found).toMatchObject({ outcome: 'refused', reason: 'too-much-suppressed' });
    expect(found.outcome === 'refused' && found.problems[1]).toMatch(/^columns\.age gives 12 cells/);
    expect(deidentify(study(4), release(), hierarchies)).toMatchObject({ reason: 'k-unreachable' });
  });

  it('refuses what a class would give away', () => {
    const same = tableOf(
      study(60).columns.map((column) =>
        column.name === 'phq9Total' ? encodeNumbers('phq9Total', Array<number>(60).fill(9)) : column,
      ),
    );
    expect(deidentify(same, release(), hierarchies)).toMatchObject({
      reason: 'sensitive',
      problems: ['columns.phq9Total is distinct 1-diverse, not 2'],
    });
    const strict = { ...columns, phq9Total: { role: 'sensitive', t: 0.001, distance: 'ordered' } } as const;
    expect(deidentify(study(60), release({ columns: strict }), hierarchies)).toMatchObject({ reason: 'sensitive' });
    expect(deidentify(study(60), release({ model: { k: 5, maxRisk: 0.05 } }), hierarchies)).toMatchObject({
      reason: 'risk',
    });
  });

  it('takes a table without people or without quasi-identifiers', () => {
    expect(deidentify(study(0), release(), hierarchies)).toMatchObject({ outcome: 'released', table: { rows: 0 } });
    const table = tableOf(columnsOf(study(60), ['phq9Total']));
    const only = { phq9Total: columns.phq9Total };
    expect(deidentify(table, release({ columns: only }), hierarchies)).toMatchObject({
      outcome: 'released',
      after: { anonymity: { k: 60, classes: 1 } },
    });
  });
});
