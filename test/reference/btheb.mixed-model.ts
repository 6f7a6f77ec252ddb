import { z } from 'zod';
import { isRefused, mixedModel } from '#statistics';
import { allPages, type ImportedPlatform, type Page } from './imported.platform.ts';
import { type ToldMeasure, totalsByPerson } from './measures.answers.ts';
import type { ReferenceLine } from './reference.table.ts';

interface ToldPerson {
  readonly participantId: string;
  readonly characteristics: unknown;
}

const characteristics = z.object({ antidepressant: z.boolean(), 'episode-length': z.string() });
const MONTHS = [2, 3, 5, 8] as const;

/** BDI on baseline, time, treatment, drug and length with a random intercept (Hothorn & Everitt, HSAUR3, ch. 13): term, estimate, standard error. */
const PUBLISHED = [
  ['bdi.pre', 0.63968, 0.07789],
  ['time', -0.70476, 0.14639],
  ['treatment, Beat the Blues', -2.32908, 1.67036],
  ['antidepressants', -2.824952, 1.726835],
  ['episode over 6 months', 0.19708, 1.63832],
] as const;

/** The published mixed model of Beat the Blues, fitted to what the platform answers. */
export async function mixedModelLines(
  { ask, position }: ImportedPlatform,
  measures: readonly ToldMeasure[],
  arms: ReadonlyMap<string, string>,
): Promise<readonly ReferenceLine[]> {
  const people = await allPages(async (after) => {
    const { participants } = await ask<{ participants: Page<ToldPerson> }>(
      `query ($after: String, $position: Position!) {
         participants(studyId: "btheb", first: 500, after: $after, afterPosition: $position) {
           nodes { participantId characteristics } pageInfo { hasNextPage endCursor }
         }
       }`,
      { after, position },
    );
    return participants;
  });
  const totals = totalsByPerson(measures);
  const rows = people.flatMap(({ participantId: person, characteristics: told }) => {
    const { antidepressant, 'episode-length': length } = characteristics.parse(told);
    const own = totals.get(person);
    return MONTHS.map((month) => ({
      ...{ person, month, outcome: own?.get(`month-${month}`) ?? null, before: own?.get('baseline') ?? null },
      treated: Number(arms.get(person) === 'BtheB'),
      ...{ drug: Number(antidepressant), long: Number(length === 'over-6-months') },
    }));
  });
  const term = (name: string, read: (row: (typeof rows)[number]) => number | null) => ({
    name,
    values: rows.map(read),
  });
  const model = mixedModel(
    {
      outcome: rows.map(({ outcome }) => outcome),
      person: rows.map(({ person }) => person),
      terms: [
        term('bdi.pre', ({ before }) => before),
        term('time', ({ month }) => month),
        term('treatment, Beat the Blues', ({ treated }) => treated),
        term('antidepressants', ({ drug }) => drug),
        term('episode over 6 months', ({ long }) => long),
      ],
    },
    { likelihood: 'ML' },
  );
  if (isRefused(model)) throw new Error(`the mixed model was refused: ${model.detail}`);
  const line = (what: string, ours: number | undefined, published: number, decimals: number): ReferenceLine => ({
    ...{ what: `mixed model: ${what}`, ours: ours ?? Number.NaN, published, decimals },
  });
  const found = (name: string) => model.coefficients.find((each) => each.name === name);
  return [
    line('rows', model.rows, 280, 0),
    line('people', model.people, 97, 0),
    ...PUBLISHED.flatMap(([name, estimate, error]) => [
      line(name, found(name)?.estimate, estimate, 4),
      line(`  standard error`, found(name)?.standardError, error, 4),
    ]),
    line('SD between people', model.personSd, 6.984, 3),
    line('SD within people', model.residualSd, 5.014, 3),
    line('log-likelihood', model.logLikelihood, -935.746, 3),
  ];
}
