import type { Markup } from '#formats';
import type { RiskAssessment } from '../../contract/risk.assessment.ts';
import { barChart } from './bars.svg.ts';
import { dataTable, number, paragraph, picture, section, words } from './page.parts.ts';
import { attackerGroups, figure, oneIn, people, percent, sizeGroups } from './report.figures.ts';

/** What a column is called, for people. */
export type ColumnLabel = (column: string) => string;

const FEATURES: Readonly<Record<RiskAssessment['features'][number], string>> = {
  sessions_attended: 'how many sessions the person attended',
  drop_out_week: 'the week in which the person dropped out',
  attendance: 'which sessions the person attended and which not',
  therapist: 'which of the (renamed) therapists the person saw',
};

export function knownOutside({ quasi, features }: RiskAssessment, label: ColumnLabel): Markup {
  const rows = quasi.map(({ column, hierarchy, level, suppressed, cells }) => [
    words(label(column)),
    words(hierarchy === null || level === 0 ? 'as it is' : `made coarser: ${hierarchy}, level ${level}`),
    number(suppressed),
    number(cells === 0 ? '–' : percent(suppressed / cells)),
  ]);
  const head = [words('What'), words('How it leaves'), number('Values hidden'), number('Share')];
  return section(
    'known',
    'What somebody outside may know',
    paragraph(
      'Somebody who met a participant, or holds another register, may know some facts about them. The report takes it that they know all of these at once. A hidden value is marked as hidden, apart from one that was never there.',
    ),
    rows.length === 0
      ? paragraph('No column of this data set counts as known outside.')
      : dataTable('Facts counted as known', head, rows),
    features.length === 0
      ? null
      : paragraph(`They may also know ${features.map((feature) => FEATURES[feature]).join('; ')}.`),
  );
}

export function groupSizes({ before, after, k }: RiskAssessment): Markup {
  const [was, is] = [before.anonymity, after.anonymity];
  const summary = `Before, ${people(was.uniques)} stood alone and the smallest group had ${people(was.k)}. Now ${is.uniques} stand alone and the smallest group has ${people(is.k)}.`;
  const row = (name: string, of: (assessment: typeof was) => string | number) => [
    words(name),
    number(of(was)),
    number(of(is)),
  ];
  return section(
    'groups',
    'How many people look alike',
    paragraph(
      `People who share all those facts form a group: nobody can say who is who within it. The size of the smallest group is called k. Here k was to be at least ${k.wanted}.`,
    ),
    paragraph(summary),
    chart('sizes', 'People by the size of their group', summary, sizeGroups(before, after, k.wanted)),
    dataTable(
      'Groups in figures',
      [words('What'), number('Before'), number('After')],
      [
        row('Smallest group (k)', (own) => own.k),
        row('People who stand alone (sample uniques)', (own) => own.uniques),
        row('Groups', (own) => own.classes),
        row('People', (own) => own.rows),
      ],
    ),
  );
}

const chart = (
  id: string,
  title: string,
  summary: string,
  groups: Parameters<typeof barChart>[0]['groups'],
): Markup[] => (groups.length === 0 ? [] : [picture(barChart({ id, title, summary, groups }), title)]);

export function attackers({ before, after }: RiskAssessment): Markup {
  const [was, is] = [before.attackers, after.attackers];
  const highest = [percent(was.prosecutor.highest), percent(is.prosecutor.highest)];
  return section(
    'attackers',
    'Three people who might try',
    paragraph(
      'The risk is the chance of pointing at the right row. It is the highest for one person, and the average over everybody.',
    ),
    attackerTable(was, is),
    is.journalist === null
      ? paragraph(
          'No register of the population is known here, so that the journalist’s risk cannot be worked out. It is never above the prosecutor’s.',
        )
      : null,
    chart(
      'risks',
      'The same as bars',
      `The highest risk was ${highest[0]} and is ${highest[1]}.`,
      attackerGroups(before, after),
    ),
  );
}

type Attackers = RiskAssessment['after']['attackers'];

function attackerTable(was: Attackers, is: Attackers): Markup {
  const line = (who: string, highest: readonly (number | undefined)[], average: number | undefined) => [
    words(who),
    ...highest.map((risk) => number(risk === undefined ? '–' : oneIn(risk))),
    number(average === undefined ? '–' : percent(average)),
  ];
  return dataTable(
    'Risk of being found',
    [words('Who tries'), number('Highest, before'), number('Highest, after'), number('Average, after')],
    [
      line(
        'Prosecutor: knows that a certain person is in the data',
        [was.prosecutor.highest, is.prosecutor.highest],
        is.prosecutor.average,
      ),
      line(
        'Journalist: wants to show that anybody can be found, with a register of everybody',
        [was.journalist?.highest, is.journalist?.highest],
        is.journalist?.average,
      ),
      line('Marketer: tries everybody, and is content with some', [undefined, undefined], is.marketer),
    ],
  );
}

export function sensitiveValues({ after }: RiskAssessment, label: ColumnLabel): Markup {
  const rows = Object.entries(after.sensitive).map(([column, own]) => [
    words(label(column)),
    number(figure(own.distinct)),
    number(figure(own.entropy)),
    number(own.t.toFixed(3)),
    words(own.unmet.length === 0 ? 'yes' : own.unmet.join('; ')),
  ]);
  return section(
    'sensitive',
    'What could be learnt without finding anybody',
    paragraph(
      'If everybody in a group has the same answer, that answer is known of each of them. l says how many different answers the poorest group has (counted, and weighed by how even they are). t says how far the answers of a group are from those of everybody, from 0 (the same) to 1.',
    ),
    rows.length === 0
      ? paragraph('No column of this data set counts as sensitive.')
      : dataTable(
          'Sensitive columns',
          [words('Column'), number('l, counted'), number('l, entropy'), number('t'), words('As asked for')],
          rows,
        ),
  );
}

export function rareCombinations({ suda }: RiskAssessment, label: ColumnLabel): Markup {
  const shares = Object.entries(suda.byColumn).sort(([, one], [, other]) => other - one);
  const longest = Math.max(...shares.map(([, share]) => share), 0);
  const groups = shares
    .filter(([, share]) => share > 0)
    .map(([column, share]) => ({
      label: label(column),
      bars: [{ series: 'after' as const, length: share / longest, text: percent(share) }],
    }));
  return section(
    'suda',
    'Rare combinations',
    paragraph(
      suda.specialUniques === 0
        ? 'Nobody stands alone in this data set, so that no combination of facts singles anybody out.'
        : `${people(suda.specialUniques)} can be singled out by few facts (special uniques, SUDA). The columns that matter most for it:`,
    ),
    chart(
      'shares',
      'Share of each column in what singles people out',
      groups.map((group) => `${group.label}: ${group.bars[0]?.text}`).join('; '),
      groups,
    ),
  );
}
