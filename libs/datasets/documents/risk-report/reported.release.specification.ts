/** A made-up release of 240 people, its figures worked out by the library, for the specs of the documents. */
import {
  assess,
  type Assessment,
  type Column,
  encode,
  parseRelease,
  specialUniques,
  suppressLocally,
  tableOf,
} from '#deidentification';
import { DatasetSpecification } from '../../contract/dataset.format.ts';
import type { RiskAssessment } from '../../contract/risk.assessment.ts';
import type { ReleasedColumn, ReleasedTable } from '../../contract/table.definition.ts';
import type { ReportedRelease } from './risk-report.page.ts';

/** The same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PEOPLE = 240;
const draw = numbers(7);
const pick = <Value>(values: readonly Value[], skew = 1.6): Value =>
  values[Math.floor(draw() ** skew * values.length)]!;
const rows = Array.from({ length: PEOPLE }, () => ({
  site: pick(['Leeds', 'York', 'Bath']),
  sex: draw() < 0.02 ? 'x' : draw() < 0.6 ? 'f' : 'm',
  age: pick(['18–39', '40–59', '60 or more'], 1.4),
  reason: pick(['completed', 'moved', 'burden', 'symptoms'], 2),
}));

const release = (() => {
  const parsed = parseRelease({
    format: 'intersession.release/1',
    protocol: 'HW-01@7',
    index: 184_223,
    tier: 'controlled',
    recipient: 'lab-x',
    purpose: 'Dose and outcome',
    unit: 'participant',
    releaseKeyId: 'rk-2026-03',
    columns: {
      site: { role: 'quasi' },
      sex: { role: 'quasi' },
      age_band: { role: 'quasi' },
      end_reason: { role: 'sensitive', l: { kind: 'entropy', min: 1.1 }, t: 0.6 },
    },
    model: { k: 5 },
    formats: ['csv'],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.release;
})();

const column = (name: string, of: (row: (typeof rows)[number]) => string): Column => encode(name, rows.map(of));
const raw = [column('site', ({ site }) => site), column('sex', ({ sex }) => sex), column('age_band', ({ age }) => age)];
const table = tableOf([...raw, column('end_reason', ({ reason }) => reason)]);
const suppressed = suppressLocally(raw, { k: 5, missing: 'own-value' });
if (suppressed.outcome === 'unreachable') throw new Error('k cannot be reached');
const assessed = (quasi: readonly Column[]): Assessment => assess(quasi, table, release, new Map());
const before = assessed(raw);
const after = assessed(suppressed.columns);
const suda = specialUniques(raw, 2);

export const RISK: RiskAssessment = {
  format: 'intersession.risk/1',
  releaseId: 'hw-01-r3',
  people: PEOPLE,
  k: { wanted: 5, source: 'tier' },
  quasi: raw.map(({ name }) => ({
    column: `participants.${name}`,
    hierarchy: name === 'age_band' ? 'age10' : null,
    level: name === 'age_band' ? 1 : 0,
    suppressed: suppressed.byColumn[name] ?? 0,
    cells: PEOPLE,
  })),
  features: ['sessions_attended', 'drop_out_week'],
  before,
  after,
  output: after,
  suppressedShare: suppressed.cells / (raw.length * PEOPLE),
  maxSuppressed: 0.05,
  suda: {
    specialUniques: suda.scores.filter((score) => score > 0).length,
    byColumn: Object.fromEntries(
      suda.contributions.map(({ column: name, percent }) => [`participants.${name}`, percent / 100]),
    ),
  },
  trajectoryUniqueness: { before: 0.262, after: 0.004 },
  withheldCourses: 3,
  groups: [
    { by: 'arm', group: 'A', people: 121, suppressed: 0.021 },
    { by: 'arm', group: 'B', people: 119, suppressed: 0.019 },
    { by: 'site', group: 'Leeds', people: 130, suppressed: 0.012 },
    { by: 'site', group: 'York', people: 98, suppressed: 0.018 },
    { by: 'site', group: 'Bath', people: null, suppressed: null },
  ],
  therapists: { count: 14, fewestPeople: 11 },
  smallCells: { threshold: 11, small: 2, complementary: 3 },
  joined: [
    {
      releaseId: 'hw-01-r1',
      index: 90_112,
      sameKey: false,
      k: 5,
      uniques: 0,
      joinable: 12,
      added: ['participants.end_reason'],
    },
  ],
  signedAssessment: null,
};

const released = (name: string, label: string): ReleasedColumn => ({
  name,
  label: { en: label },
  type: 'text',
  rule: { role: 'open' },
  treatment: { en: 'as it is' },
});

const participants: ReleasedTable = {
  name: 'participants',
  title: { en: 'Participants' },
  grain: { en: 'one row a participant' },
  key: ['pid'],
  references: [],
  columns: [
    released('pid', 'Pseudonym'),
    released('site', 'Site'),
    released('sex', 'Sex'),
    released('age_band', 'Age at enrolment'),
    released('end_reason', 'Reason for leaving'),
  ],
  rows: PEOPLE,
  read: async function* () {},
};

export const REPORTED: ReportedRelease = {
  releaseId: 'hw-01-r3',
  specification: DatasetSpecification.parse({
    format: 'intersession.dataset/1',
    title: 'Dose and outcome',
    studyId: 'HW-01',
    protocol: 'HW-01@7',
    index: 184_223,
    tier: 'controlled',
    recipient: 'lab-x',
    purpose: 'Whether more homework goes with better outcomes, by the primary definition',
    releaseKeyId: 'rk-2026-03',
    tables: {},
  }),
  study: { title: 'Homework in CBT for depression (HW-01)', protocolVersion: 7 },
  logIndex: 184_223,
  asOfDate: '2026-03-31',
  erasureEpoch: 2,
  risk: RISK,
  tables: [participants],
};
