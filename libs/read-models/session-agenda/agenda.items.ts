import type { SealedText } from '../kernel/row.columns.ts';
import type { AssignmentTermsColumns } from '../assignments/assignment-terms.columns.ts';

/** Why something is on the agenda, in the order in which it is taken up. */
export type AgendaKind =
  'question' | 'to-review' | 'skipped' | 'unknown' | 'proposal' | 'not-begun' | 'goal-without-homework';

/** What became of one piece of homework since the last session. */
export interface AgendaHomework {
  readonly assignmentId: string;
  readonly title: SealedText;
  /** For whom the homework is meant. */
  readonly visibility: AssignmentTermsColumns['visibility'];
  readonly status: string;
  readonly unanswered: number;
  readonly full: number;
  readonly part: number;
  readonly alternative: number;
  readonly unable: number;
  readonly abandoned: number;
  /** Obligations that fell due, by what came of them. */
  readonly notDone: number;
  readonly unreported: number;
  /** Means since the last session; null where nothing was rated. */
  readonly difficulty: number | null;
  readonly helpfulness: number | null;
  readonly barriers: readonly string[];
  readonly reviewed: boolean;
  readonly goalIds: readonly string[];
}

export interface AgendaGoal {
  readonly goalId: string;
  readonly statement: SealedText;
  readonly attainment: number | null;
}

/** One thing to talk about: homework or a goal, never both. */
export interface AgendaItem {
  readonly kind: AgendaKind;
  readonly homework: AgendaHomework | null;
  readonly goal: AgendaGoal | null;
}

const ORDER: readonly AgendaKind[] = [
  ...(['question', 'to-review', 'skipped', 'unknown', 'proposal', 'not-begun'] as const),
  'goal-without-homework',
];

/** The agenda of the next session, from what was tried, skipped and why. Homework can be on it for more than one reason. */
export function agendaItems(homework: readonly AgendaHomework[], goals: readonly AgendaGoal[]): readonly AgendaItem[] {
  const served = new Set(
    homework.filter(({ status }) => status === 'active' || status === 'proposed').flatMap(({ goalIds }) => goalIds),
  );
  const items = [
    ...homework.flatMap((each) => kindsOf(each).map((kind): AgendaItem => ({ kind, homework: each, goal: null }))),
    ...goals
      .filter(({ goalId }) => !served.has(goalId))
      .map((goal): AgendaItem => ({ kind: 'goal-without-homework', homework: null, goal })),
  ];
  return items.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

function kindsOf(homework: AgendaHomework): readonly AgendaKind[] {
  const { status, unanswered, notDone, unreported, reviewed } = homework;
  const tried = homework.full + homework.part + homework.alternative + homework.unable + homework.abandoned;
  if (status === 'proposed') return unanswered > 0 ? ['question', 'proposal'] : ['proposal'];
  const kinds: AgendaKind[] = unanswered > 0 ? ['question'] : [];
  if (tried > 0 && !reviewed) kinds.push('to-review');
  if (notDone > 0 && !reviewed) kinds.push('skipped');
  if (unreported > 0) kinds.push('unknown');
  if (status === 'active' && tried + notDone + unreported === 0) kinds.push('not-begun');
  return kinds;
}
