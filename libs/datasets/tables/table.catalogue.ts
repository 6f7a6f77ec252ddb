import type { ColumnRule } from '#deidentification';
import { adherenceTable } from './adherence.table.ts';
import { adverseEventsTable } from './adverse-events.table.ts';
import { armsTable } from './arms.table.ts';
import { assignmentsTable } from './assignments.table.ts';
import { attemptsTable } from './attempts.table.ts';
import { intervalsTable } from './intervals.table.ts';
import { missingnessTable } from './missingness.table.ts';
import { occurrencesTable } from './occurrences.table.ts';
import { outcomeItemsTable } from './outcome-items.table.ts';
import { outcomesTable } from './outcomes.table.ts';
import { participantsTable } from './participants.table.ts';
import { personSummaryTable } from './person-summary.table.ts';
import { ratingsTable } from './ratings.table.ts';
import { reviewsTable } from './reviews.table.ts';
import { sessionsTable } from './sessions.table.ts';
import { amendmentsTable, flowTable, type StudyTable } from './study.tables.ts';
import { subscalesTable } from './subscales.table.ts';
import type { Kind, RuleInput, TableSource } from './table.source.ts';

/** Tables of people, in the order in which they stand in an archive. */
export const PEOPLE_TABLES: readonly TableSource[] = [
  participantsTable,
  armsTable,
  sessionsTable,
  assignmentsTable,
  occurrencesTable,
  attemptsTable,
  reviewsTable,
  ratingsTable,
  outcomesTable,
  subscalesTable,
  outcomeItemsTable,
  intervalsTable,
  personSummaryTable,
  adherenceTable,
  adverseEventsTable,
  missingnessTable,
];

/** Tables of counts, and of the study. */
export const STUDY_TABLES: readonly StudyTable[] = [flowTable, amendmentsTable];

/** Every column of a table with the kind that says which rules fit; undefined for a table there is not. */
export function columnsOfTable(
  table: string,
): ReadonlyMap<string, { readonly kind: Kind | 'count'; readonly proposed: RuleInput }> | undefined {
  const people = PEOPLE_TABLES.find(({ definition }) => definition.name === table);
  if (people !== undefined)
    return new Map(people.columns.map(({ definition, kind, proposed }) => [definition.name, { kind, proposed }]));
  const study = STUDY_TABLES.find(({ definition }) => definition.name === table);
  if (study === undefined) return undefined;
  return new Map(
    Object.entries(study.proposed).map(([name, proposed]) => [name, { kind: 'count' as const, proposed }]),
  );
}

const PLAIN: readonly ColumnRule['role'][] = ['identifier', 'drop', 'quasi', 'sensitive', 'open'];

/** Rules that fit a kind. A length in days is never open: intervals are enough to know a person again. */
export const ROLES_OF: Readonly<Record<Kind | 'count', readonly ColumnRule['role'][]>> = {
  person: ['pseudonym'],
  therapist: ['identifier', 'drop', 'pseudonym'],
  day: ['drop', 'time'],
  length: ['drop', 'interval'],
  freetext: ['identifier', 'drop', 'freetext'],
  arm: ['drop', 'quasi', 'open'],
  withheld: ['open'],
  category: PLAIN,
  text: PLAIN,
  number: PLAIN,
  integer: PLAIN,
  boolean: PLAIN,
  count: ['drop', 'open'],
};
