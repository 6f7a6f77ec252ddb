import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { describe, meanInterval } from '#statistics';
import { chosenInstrument, type ScoreChoice, scoresOf } from '../outcome-summary/outcome.scores.ts';
import type { PersonScore } from '../outcome-summary/score.pairs.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf, short } from './board.table.ts';

export interface OutcomeCourseQuestion extends ScoreChoice {
  /** Of one site; of all where there is none. */
  readonly siteId: string | null;
}

/** Means on every occasion with their intervals: of everybody together, or arm by arm. @throws InvalidRead */
export class OutcomeCourse extends Query<BoardTable> {
  /** @param arms participant → arm, for a reader who may know them; everybody is one group where there is none */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly question: OutcomeCourseQuestion,
    readonly arms: ReadonlyMap<string, string>,
  ) {
    super();
  }
}

type Scores = ReadonlyMap<string, readonly PersonScore[]>;
const EVERYBODY = 'SELECT participant_id AS person, site_id AS site FROM flow WHERE study_id = $1';

@QueryHandler(OutcomeCourse)
export class OutcomeCourseHandler implements IQueryHandler<OutcomeCourse> {
  async execute({ snapshot, question, arms }: OutcomeCourse): Promise<BoardTable> {
    const { instrument } = await chosenInstrument(snapshot, question);
    const scores = await ofSite(snapshot, question, await scoresOf(snapshot, question, instrument));
    const groups = groupedBy(arms, scores);
    const measured = [...scores.values()].filter((own) => own.length > 0).length;
    const better = instrument.better === 'lower' ? 'lower is better' : 'higher is better';
    return {
      title: `${instrument.title} over time`,
      definition: `mean total of ${instrument.id} version ${instrument.version} as ${question.informant} tells it, on each occasion, with its 95 % interval by t; ${better}; ${arms.size === 0 ? 'arms are masked or none is allocated' : 'by arm'}`,
      denominator: 'everybody enrolled who has a total on the occasion',
      n: measured,
      excluded: measured === scores.size ? [] : [{ reason: 'no-total-at-all', people: scores.size - measured }],
      columns: columnsOf(
        ['arm', 'empty where arms are masked, or the person has none'],
        ['occasion', 'of the schedule'],
        ['day', 'median, since enrolment'],
        ['n', 'people with a total'],
        ['mean', 'points'],
        ['lower', 'points, 95 %'],
        ['upper', 'points, 95 %'],
        ['SD', 'points'],
        ['enrolled', 'people'],
      ),
      rows: [...groups].flatMap(([arm, own]) => courseOf(arm, own)),
      figures: { instrument: instrument.title, better: instrument.better, byArm: arms.size > 0 },
    };
  }
}

async function ofSite(
  snapshot: ReadSnapshot,
  { studyId, siteId }: OutcomeCourseQuestion,
  scores: Scores,
): Promise<Scores> {
  if (siteId === null) return scores;
  const people = await snapshot.sql<{ person: string; site: string | null }>(EVERYBODY, [studyId]);
  const there = new Set(people.flatMap(({ person, site }) => (site === siteId ? [person] : [])));
  return new Map([...scores].filter(([person]) => there.has(person)));
}

/** Arms in the order of their names; whoever has none comes last. */
function groupedBy(arms: ReadonlyMap<string, string>, scores: Scores): ReadonlyMap<string | null, Scores> {
  const names = [...new Set(arms.values())].sort();
  const groups = new Map<string | null, Map<string, readonly PersonScore[]>>();
  for (const name of [...names, null]) groups.set(name, new Map());
  for (const [person, own] of scores) groups.get(arms.get(person) ?? null)?.set(person, own);
  return new Map([...groups].filter(([, people]) => people.size > 0));
}

/** The last total of everybody on each occasion, in the order of the days on which they are usually taken. */
function courseOf(arm: string | null, scores: Scores) {
  const names = new Set([...scores.values()].flatMap((own) => own.map(({ occasion }) => occasion)));
  const occasions = [...names].map((occasion) => {
    const taken = [...scores.values()].flatMap((own) => own.findLast((each) => each.occasion === occasion) ?? []);
    const totals = taken.map(({ total }) => total);
    const { n, mean, sd } = describe(totals);
    const { median: day } = describe(taken.map((each) => each.day));
    return { occasion, day: day ?? 0, n, mean, sd, interval: meanInterval(totals) };
  });
  return occasions
    .sort((one, other) => one.day - other.day || (one.occasion < other.occasion ? -1 : 1))
    .map(({ occasion, day, n, mean, sd, interval }) => [
      ...[arm, occasion, day, n, short(mean), short(interval?.lower ?? null), short(interval?.upper ?? null)],
      ...[short(sd), scores.size],
    ]);
}
