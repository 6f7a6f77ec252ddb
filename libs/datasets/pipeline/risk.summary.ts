import {
  type Assessment,
  columnsOfRole,
  decode,
  specialUniques,
  SUPPRESSED,
  uniqueShare,
  type Column,
} from '#deidentification';
import type { GroupEffect, JoinedRisk, RiskAssessment } from '../contract/risk.assessment.ts';
import { featuresOf, kOfDataset } from '../specification/dataset.checks.ts';
import { compare } from '../tables/table.source.ts';
import type { PeoplePassage } from './people.passage.ts';

export interface RiskParts {
  readonly releaseId: string;
  readonly passage: PeoplePassage;
  readonly output: Assessment;
  readonly outputCourses: readonly string[];
  readonly joined: readonly JoinedRisk[];
  readonly smallCells: RiskAssessment['smallCells'];
}

/** Everything the risk report says. Counts of groups below the threshold are hidden here too. */
export function riskSummary(parts: RiskParts): RiskAssessment {
  const { releaseId, passage, output, outputCourses, joined, smallCells } = parts;
  const { decision, people, request, courses } = passage;
  const { specification } = request;
  const cells = decision.quasi.length * people.length;
  const taken = Object.values(decision.suppressed).reduce((sum, count) => sum + count, 0);
  const withheld = decision.withheld.filter(Boolean).length;
  return {
    format: 'intersession.risk/1',
    releaseId,
    people: people.length,
    k: { wanted: kOfDataset(specification), source: sourceOf(specification) },
    quasi: quasiOf(passage),
    features: featuresOf(specification),
    before: decision.before,
    after: decision.after,
    output,
    suppressedShare: cells === 0 ? 0 : taken / cells,
    maxSuppressed: specification.model.maxSuppressed,
    suda: sudaOf(decision.quasi, people.length),
    trajectoryUniqueness: { before: sharedBy(courses), after: sharedBy(outputCourses) },
    withheldCourses: hidden(withheld, specification.smallCell),
    groups: groupsOf(passage),
    therapists: therapistsOf(passage),
    smallCells,
    joined,
    signedAssessment: specification.riskAssessment ?? null,
  };
}

function sourceOf({ model, riskAssessment }: PeoplePassage['request']['specification']): RiskAssessment['k']['source'] {
  if (model.k === undefined) return 'tier';
  return riskAssessment === undefined ? 'specification' : 'signed-assessment';
}

const sharedBy = (courses: readonly string[]): number => uniqueShare(courses.filter((course) => course !== ''));

/** A count as it may be told: none but 0 below the threshold. */
const hidden = (count: number, threshold: number): number | null => (count > 0 && count < threshold ? null : count);

function quasiOf({ decision, people }: PeoplePassage): RiskAssessment['quasi'] {
  const rules = new Map(columnsOfRole(decision.release, 'quasi').map(({ column, rule }) => [column, rule]));
  return decision.quasi.map(({ name }) => {
    const rule = rules.get(name);
    return {
      column: name,
      hierarchy: rule?.hierarchy ?? null,
      level: rule?.level ?? 0,
      suppressed: decision.suppressed[name] ?? 0,
      cells: people.length,
    };
  });
}

const MOST_SUDA = 3;

function sudaOf(quasi: readonly Column[], people: number): RiskAssessment['suda'] {
  if (quasi.length === 0 || people === 0) return { specialUniques: 0, byColumn: {} };
  const found = specialUniques(quasi, Math.min(MOST_SUDA, Math.max(quasi.length - 1, 1)));
  return {
    specialUniques: found.scores.filter((score) => score > 0).length,
    byColumn: Object.fromEntries(found.contributions.map(({ column, percent }) => [column, percent / 100])),
  };
}

/** What suppression does to arms and sites: the groups that an analysis compares. */
function groupsOf(passage: PeoplePassage): GroupEffect[] {
  const { people, request, decision } = passage;
  const { blinded, smallCell } = request.specification;
  const taken = people.map(
    (_, place) => decision.quasi.filter((column) => decodeAt(column, place) === SUPPRESSED).length,
  );
  const effects = (by: GroupEffect['by'], groupOf: (place: number) => string | null): GroupEffect[] => {
    const groups = new Map<string, number[]>();
    people.forEach((_, place) => {
      const group = groupOf(place);
      if (group !== null) groups.set(group, [...(groups.get(group) ?? []), place]);
    });
    return [...groups]
      .sort(([one], [other]) => compare(one, other))
      .map(([group, places]) => {
        const count = hidden(places.length, smallCell);
        const cells = places.length * decision.quasi.length;
        const suppressed = places.reduce((sum, place) => sum + (taken[place] ?? 0), 0);
        return { by, group, people: count, suppressed: count === null || cells === 0 ? null : suppressed / cells };
      });
  };
  // Under the names they leave by: a site that is generalised or left out is not told here either.
  const site = decision.quasi.find(({ name }) => name === 'participants.site');
  const arm = decision.quasi.find(({ name }) => name === 'arms.arm');
  return [
    ...(site === undefined ? [] : effects('site', (place) => decodeAt(site, place))),
    ...(blinded || arm === undefined ? [] : effects('arm', (place) => decodeAt(arm, place))),
  ];
}

const decodeAt = ({ codes, values }: Column, place: number): string | null => values[codes[place] ?? -1] ?? null;

function therapistsOf({ decision, request }: PeoplePassage): RiskAssessment['therapists'] {
  const column = decision.quasi.find(({ name }) => name === 'therapist');
  if (column === undefined) return null;
  const counts = new Map<string, number>();
  for (const name of decode(column))
    if (name !== null && name !== SUPPRESSED) counts.set(name, (counts.get(name) ?? 0) + 1);
  const fewest = Math.min(...counts.values());
  return {
    count: counts.size,
    fewestPeople: counts.size === 0 ? null : hidden(fewest, request.specification.smallCell),
  };
}
