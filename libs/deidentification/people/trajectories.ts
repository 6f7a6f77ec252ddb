import { type Column, encode, encodeNumbers, type Table, tableOf } from '../table/column.ts';

/** What of a person's course somebody who met them may know. */
export interface PersonCourse {
  readonly id: string;
  readonly site: string | null;
  /** Null where it is not known or not to be released. */
  readonly arm: string | null;
  readonly therapist: string | null;
  /** One for each session planned or held, in any order. */
  readonly sessions: readonly { readonly index: number; readonly week: number; readonly attended: boolean }[];
  /** Whether the person stayed until the end. */
  readonly completed: boolean;
}

/** Columns of `trajectoryTable`. */
export type TrajectoryFeature = 'sessions_attended' | 'drop_out_week' | 'attendance' | 'site' | 'arm' | 'therapist';

/**
 * One row a person: rows of a longitudinal table are not people, 250 of one participant would pass as k = 5.
 * `sessions_attended`; `drop_out_week`, the week of the last session attended of those who did not complete, 0 for those
 * who attended none, missing for completers; `attendance`, one letter a session by index ("110"); site, arm, therapist.
 * @returns In the order of the people given, with the features asked for.
 * @throws RangeError for a person who comes twice, or a session number that comes twice for one person.
 */
export function trajectoryTable(people: readonly PersonCourse[], features: readonly TrajectoryFeature[]): Table {
  if (new Set(people.map(({ id }) => id)).size !== people.length) throw new RangeError('people: one comes twice');
  people.forEach(({ sessions }, person) => {
    if (new Set(sessions.map(({ index }) => index)).size !== sessions.length)
      throw new RangeError(`people: session numbers of person ${person} come twice`);
  });
  return tableOf(features.map((feature) => featureColumn(people, feature)));
}

function featureColumn(people: readonly PersonCourse[], feature: TrajectoryFeature): Column {
  switch (feature) {
    case 'sessions_attended':
      return encodeNumbers(
        feature,
        people.map(({ sessions }) => sessions.filter(({ attended }) => attended).length),
      );
    case 'drop_out_week':
      return encodeNumbers(feature, people.map(dropOutWeek));
    case 'attendance':
      return encode(feature, people.map(attendance));
    case 'site':
    case 'arm':
    case 'therapist':
      return encode(
        feature,
        people.map((person) => person[feature]),
      );
  }
}

function dropOutWeek({ sessions, completed }: PersonCourse): number | null {
  if (completed) return null;
  return sessions.reduce((last, { week, attended }) => (attended ? Math.max(last, week) : last), 0);
}

function attendance({ sessions }: PersonCourse): string {
  const byIndex = [...sessions].sort((one, other) => one.index - other.index);
  return byIndex.map(({ attended }) => (attended ? '1' : '0')).join('');
}

/**
 * Share of units whose value is theirs alone: of people whose trajectory no other has, say.
 * @param keys One for each unit. 0 without any.
 */
export function uniqueShare(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const unique = [...counts.values()].filter((count) => count === 1).length;
  return keys.length === 0 ? 0 : unique / keys.length;
}
