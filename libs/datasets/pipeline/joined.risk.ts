import { anonymity, type Column, encode, uniqueShare, decode } from '#deidentification';
import type { DatasetSpecification } from '../contract/dataset.format.ts';
import type { JoinedRisk } from '../contract/risk.assessment.ts';
import { kOfDataset, leaves } from '../specification/dataset.checks.ts';
import { ExportRefused } from './export.refused.ts';
import type { PeoplePassage } from './people.passage.ts';

/** One release and who is in it. */
export interface ReleasedPeople {
  readonly releaseId: string;
  readonly specification: DatasetSpecification;
  readonly passage: Pick<PeoplePassage, 'people' | 'decision' | 'courses'>;
}

/**
 * What somebody knows who holds both releases, the worst taken: that they can tell which rows are of one person. Values
 * that one release suppresses may stand in the other.
 */
export function joinedRisk(earlier: ReleasedPeople, now: ReleasedPeople): JoinedRisk {
  const before = new Map(earlier.passage.people.map(({ participantId }, place) => [participantId, place]));
  const both = now.passage.people.flatMap(({ participantId }, place) => {
    const other = before.get(participantId);
    return other === undefined ? [] : [{ place, other }];
  });
  const columns = [
    ...now.passage.decision.quasi.map((column) =>
      at(
        column,
        'now',
        both.map(({ place }) => place),
      ),
    ),
    ...earlier.passage.decision.quasi.map((column) =>
      at(
        column,
        'before',
        both.map(({ other }) => other),
      ),
    ),
  ];
  const found = anonymity(columns, now.specification.missing, both.length);
  const sameKey = earlier.specification.releaseKeyId === now.specification.releaseKeyId;
  const courses = both.filter(({ place, other }) => {
    const course = now.passage.courses[place] ?? '';
    return course !== '' && course === earlier.passage.courses[other];
  });
  const shares = uniqueShare(courses.map(({ place }) => now.passage.courses[place] ?? ''));
  return {
    releaseId: earlier.releaseId,
    index: earlier.specification.index,
    sameKey,
    k: both.length === 0 ? 0 : found.k,
    uniques: found.uniques,
    joinable: sameKey ? both.length : Math.round(shares * courses.length),
    added: added(earlier.specification, now.specification),
  };
}

function at(column: Column, which: string, places: readonly number[]): Column {
  const cells = decode(column);
  return encode(
    `${which} ${column.name}`,
    places.map((place) => cells[place] ?? null),
  );
}

/** Columns that leave now and did not leave before. */
function added(before: DatasetSpecification, now: DatasetSpecification): string[] {
  return Object.entries(now.tables).flatMap(([table, { columns }]) =>
    Object.entries(columns)
      .filter(([column, rule]) => leaves(rule) && !leaves(before.tables[table]?.columns[column]))
      .map(([column]) => `${table}.${column}`),
  );
}

/**
 * A signed assessment of one release says nothing about another: it lets the join through only where it names it.
 * @throws ExportRefused where a recipient who holds both could tell people apart
 */
export function refuseJoined(joined: readonly JoinedRisk[], specification: DatasetSpecification): void {
  const k = kOfDataset(specification);
  const { riskAssessment, assessedWith = [] } = specification;
  const signed = riskAssessment === undefined ? [] : assessedWith;
  const problems = joined
    .filter((risk) => risk.k > 0 && risk.k < k && !signed.includes(risk.releaseId))
    .map(
      (risk) =>
        `together with release ${risk.releaseId}, which ${specification.recipient} has, k is ${risk.k}, not ${k}` +
        (risk.added.length === 0 ? '' : ` (new: ${risk.added.slice(0, 10).join(', ')})`),
    );
  if (problems.length > 0)
    throw new ExportRefused('join', 'joined-risk', [
      ...problems,
      'ask for the same columns, or name the release in assessedWith, beside a signed riskAssessment that speaks of it',
    ]);
}
