import { type Markup, markup } from '#formats';
import type { GroupEffect, RiskAssessment } from '../../contract/risk.assessment.ts';
import { dataTable, number, paragraph, section, words } from './page.parts.ts';
import { people, percent } from './report.figures.ts';
import type { ColumnLabel } from './report.sections.ts';

export function courses({ trajectoryUniqueness: unique, withheldCourses, people: all }: RiskAssessment): Markup {
  return section(
    'courses',
    'Courses of treatment',
    paragraph(
      'Which sessions somebody attended, and when, is a pattern that few share. Somebody who knows a person’s appointments may look for that pattern.',
    ),
    paragraph(
      `As recorded, the course of ${percent(unique.before)} of people is theirs alone. As it leaves, it is that of ${percent(unique.after)}.`,
    ),
    withheldCourses === null
      ? null
      : paragraph(
          `The sessions of ${withheldCourses} of ${people(all)} were withheld for that reason. Those people are still in the data set.`,
        ),
  );
}

export function losses({ groups, suppressedShare, maxSuppressed }: RiskAssessment): Markup {
  const table = (by: GroupEffect['by'], caption: string) => {
    const own = groups.filter((group) => group.by === by);
    if (own.length === 0) return null;
    const rows = own.map(({ group, people: count, suppressed }) => [
      words(group),
      number(count),
      number(suppressed === null ? null : percent(suppressed)),
    ]);
    return dataTable(caption, [words(by === 'arm' ? 'Arm' : 'Site'), number('People'), number('Values hidden')], rows);
  };
  return section(
    'losses',
    'What hiding values costs',
    paragraph(
      `${percent(suppressedShare)} of the facts counted as known are hidden; at most ${percent(maxSuppressed)} were allowed. Nobody was left out: leaving out whoever is rare would undo the randomisation. If far more is hidden in one arm or at one site than in another, comparisons between them may be biased.`,
    ),
    table('arm', 'By arm'),
    table('site', 'By site'),
    groups.some(({ people: count }) => count === null)
      ? paragraph('“Not shown” stands for a count that is small, or from which a small one could be worked out.')
      : null,
  );
}

export function earlierReleases({ joined }: RiskAssessment, label: ColumnLabel): Markup {
  const head = [
    'Earlier data set',
    'Same pseudonyms',
    'Smallest group of both together',
    'Alone',
    'People who can be joined',
    'Columns added',
  ];
  const rows = joined.map((own) => [
    words(`${own.releaseId} (log index ${own.index})`),
    words(own.sameKey ? 'yes: columns add up' : 'no'),
    number(own.k),
    number(own.uniques),
    number(own.joinable),
    words(own.added.length === 0 ? 'none' : own.added.map(label).join(', ')),
  ]);
  return section(
    'earlier',
    'What this recipient already has',
    joined.length === 0
      ? paragraph('No earlier data set of this study went to this recipient.')
      : markup`${paragraph('Two data sets may tell together what neither tells alone. Each earlier one was laid beside this one.')}${dataTable(
          'Joined with earlier data sets',
          head.map((text, index) => (index > 1 && index < 5 ? number(text) : words(text))),
          rows,
        )}`,
  );
}

export function alsoProtected({ therapists, smallCells }: RiskAssessment): Markup {
  const { threshold, small, complementary } = smallCells;
  const [fewest, count] = [therapists?.fewestPeople ?? null, therapists?.count ?? 0];
  return section(
    'others',
    'Therapists, and small counts',
    paragraph(
      therapists === null
        ? 'This data set does not tell therapists apart.'
        : `${count} therapists are in the data under new names that mean nothing elsewhere.${fewest === null ? '' : ` The one with the fewest participants has ${fewest}.`}`,
    ),
    paragraph(
      `In tables of counts, counts below ${threshold} are not shown: ${small} of them here. ${complementary} others are not shown because small ones could be worked out from them.`,
    ),
  );
}
