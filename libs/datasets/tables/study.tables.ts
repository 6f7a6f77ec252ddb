import type { Cell } from '#formats';
import { protectTable } from '#deidentification';
import { ParticipantFlowRow, ProtocolAmendmentRow, type ReadSnapshot } from '#read-models';
import type { ColumnDefinition, TableDefinition } from '../contract/table.definition.ts';
import { LEAVING_REASONS } from './code.lists.ts';
import { codeWords } from './code.words.ts';
import { studyRows } from './stored.rows.ts';
import { compare, type RuleInput } from './table.source.ts';

/** What tables of counts and of the study itself are made from. */
export interface StudyRequest {
  readonly snapshot: ReadSnapshot;
  readonly studyId: string;
  /** By participant; null where the recipient is blinded: then no count is by arm. */
  readonly arms: ReadonlyMap<string, string> | null;
  readonly isMadeUp: (participantId: string) => boolean;
  readonly threshold: number;
}

export interface StudyRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly small: number;
  readonly complementary: number;
}

/** A table that has no person: its cells are safe as they are made. */
export interface StudyTable {
  readonly definition: TableDefinition;
  readonly proposed: Readonly<Record<string, RuleInput>>;
  readonly rows: (request: StudyRequest) => Promise<StudyRows>;
}

/** Stands for a count that is not shown. */
export const SUPPRESSED_NUMBER = -77;

const STAGES = [
  'not-eligible',
  'eligible-not-enrolled',
  'enrolled',
  'left-intervention',
  'left-study',
  'completed',
] as const;

/** Where each person's way ended so far, each counted once: counts that add up can be protected. */
function endOf(row: ParticipantFlowRow): readonly [stage: (typeof STAGES)[number], reason: string] {
  if (row.enrolledAt === null) return row.eligible === false ? ['not-eligible', ''] : ['eligible-not-enrolled', ''];
  if (row.leftStudyAt !== null) return ['left-study', row.leftStudyReason ?? 'other'];
  if (row.completedAt !== null) return ['completed', ''];
  if (row.leftInterventionAt !== null) return ['left-intervention', row.leftInterventionReason ?? 'other'];
  return ['enrolled', ''];
}

const coded = (values: readonly string[]) => values.map((value) => ({ value, label: codeWords(value) }));
const flowColumns: readonly ColumnDefinition[] = [
  { name: 'arm', label: { en: 'Arm', sv: 'Arm' }, type: 'text' },
  { name: 'stage', label: { en: 'Where people are', sv: 'Var personerna är' }, type: 'text', codes: coded(STAGES) },
  { name: 'reason', label: { en: 'Reason', sv: 'Skäl' }, type: 'text', codes: coded(LEAVING_REASONS) },
  {
    name: 'n',
    label: { en: 'People', sv: 'Personer' },
    type: 'integer',
    missing: [{ value: SUPPRESSED_NUMBER, label: { en: 'suppressed', sv: 'undanhållet' } }],
    source: 'CONSORT 2025',
  },
];

async function flowRows({ snapshot, studyId, arms, isMadeUp, threshold }: StudyRequest): Promise<StudyRows> {
  const people = (await studyRows(snapshot, studyId, ParticipantFlowRow)).filter((row) => !isMadeUp(row.participantId));
  const armOf = (id: string): string => arms?.get(id) ?? '';
  const groups = [...new Set(people.map(({ participantId }) => armOf(participantId)))].sort(compare);
  const ends = new Map<string, number[]>();
  for (const row of people) {
    const end = endOf(row).join('/');
    const counts = ends.get(end) ?? groups.map(() => 0);
    const group = groups.indexOf(armOf(row.participantId));
    counts[group] = (counts[group] ?? 0) + 1;
    ends.set(end, counts);
  }
  const stages = [...ends].sort(([one], [other]) => compare(one, other));
  if (stages.length === 0) return { rows: [], small: 0, complementary: 0 };
  const found = protectTable(
    stages.map(([, counts]) => counts),
    { threshold, zeros: 'shown' },
  );
  const rows = stages.flatMap(([end], index) => {
    const [stage = '', reason = ''] = end.split('/');
    return groups.map((group, column): Cell[] => {
      const count = found.cells[index]?.[column]?.count ?? SUPPRESSED_NUMBER;
      return [group === '' ? null : group, stage, reason === '' ? null : reason, count];
    });
  });
  return { rows, small: found.small, complementary: found.complementary };
}

export const flowTable: StudyTable = {
  definition: {
    name: 'flow',
    title: { en: 'Flow of participants', sv: 'Deltagarflöde' },
    grain: { en: 'One arm and stage; everybody is counted once', sv: 'En arm och ett läge; var och en räknas en gång' },
    columns: flowColumns,
    key: ['arm', 'stage', 'reason'],
    references: [],
  },
  proposed: { arm: { role: 'open' }, stage: { role: 'open' }, reason: { role: 'open' }, n: { role: 'open' } },
  rows: flowRows,
};

export const amendmentsTable: StudyTable = {
  definition: {
    name: 'protocol_amendments',
    title: { en: 'Protocol versions', sv: 'Protokollversioner' },
    grain: { en: 'One version', sv: 'En version' },
    columns: [
      { name: 'version', label: { en: 'Version', sv: 'Version' }, type: 'integer' },
      { name: 'changes', label: { en: 'What changed', sv: 'Vad som ändrades' }, type: 'text' },
      { name: 'reason', label: { en: 'Why', sv: 'Varför' }, type: 'text' },
    ],
    key: ['version'],
    references: [],
  },
  proposed: {
    version: { role: 'open' },
    changes: { role: 'drop', reason: 'free words' },
    reason: { role: 'drop', reason: 'free words' },
  },
  rows: async ({ snapshot, studyId }) => {
    const versions = await studyRows(snapshot, studyId, ProtocolAmendmentRow);
    const rows = [...versions].sort((one, other) => one.version - other.version);
    return {
      rows: rows.map(({ version, changes, reason }): Cell[] => [version, changes, reason]),
      ...{ small: 0, complementary: 0 },
    };
  },
};
