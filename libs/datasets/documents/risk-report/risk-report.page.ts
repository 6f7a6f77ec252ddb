import { markup, type Markup, wordsIn } from '#formats';
import type { DatasetRelease } from '../../contract/archive.contract.ts';
import type { RiskAssessment } from '../../contract/risk.assessment.ts';
import { intruderChecklist } from './intruder.checklist.ts';
import { facts, paragraph, section, STYLE } from './page.parts.ts';
import { alsoProtected, courses, earlierReleases, losses } from './report.consequences.ts';
import { oneIn, people, percent } from './report.figures.ts';
import {
  attackers,
  type ColumnLabel,
  groupSizes,
  knownOutside,
  rareCombinations,
  sensitiveValues,
} from './report.sections.ts';

export type ReportedRelease = Pick<
  DatasetRelease,
  'releaseId' | 'specification' | 'study' | 'logIndex' | 'asOfDate' | 'erasureEpoch' | 'risk' | 'tables'
>;

/**
 * The risk report as one HTML page, in plain English, to read on a screen or on paper: no script, nothing that is loaded.
 * Every figure is in `risk.json` beside it.
 */
export function riskReportPage(release: ReportedRelease): string {
  const { risk, study } = release;
  const label = labelsOf(release);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Risk report: ${study.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Risk report: ${study.title}</h1>
<div class="notice" role="note">
<p><strong>This is not a legal determination.</strong> It says how well people are hidden from somebody who knows certain things. Whether that is enough for this recipient and this purpose is for people to judge: the data controller, the ethics board, and whoever signs below.</p>
</div>
${inShort(risk)}${whatAndWhom(release)}${knownOutside(risk, label)}${groupSizes(risk)}${attackers(risk)}${sensitiveValues(risk, label)}${rareCombinations(risk, label)}${courses(risk)}${losses(risk)}${earlierReleases(risk, label)}${alsoProtected(risk)}${intruderChecklist()}${definitions()}</main>
</body>
</html>
`;
  return page.text;
}

/** By `table.column` and by name of column alone. */
function labelsOf({ tables }: ReportedRelease): ColumnLabel {
  const labels = new Map<string, string>();
  for (const { name, columns } of tables)
    for (const column of columns) {
      labels.set(`${name}.${column.name}`, wordsIn(column.label, 'en'));
      if (!labels.has(column.name)) labels.set(column.name, wordsIn(column.label, 'en'));
    }
  return (column) => labels.get(column) ?? column;
}

function inShort(risk: RiskAssessment): Markup {
  const { before, after, people: all, suppressedShare, k } = risk;
  const meets = after.anonymity.k >= k.wanted;
  return section(
    'short',
    'In short',
    markup`<p class="lead">The data are about ${people(all)}. Before anything was done, ${
      before.anonymity.uniques === 0 ? 'nobody' : people(before.anonymity.uniques)
    } stood alone by what somebody outside may know. Now ${
      after.anonymity.uniques === 0 ? 'nobody does' : `${after.anonymity.uniques} do`
    }: everybody shares those facts with at least ${Math.max(after.anonymity.k - 1, 0)} others.</p>`,
    paragraph(
      `Somebody who knows that a person is in the data, and knows all those facts about them, ${after.attackers.prosecutor.highest >= 1 ? 'can point at the right row for certain' : `points at the right row with a chance of at most ${oneIn(after.attackers.prosecutor.highest)}`}. To get there, ${percent(suppressedShare)} of those facts were hidden. Nobody was left out.`,
    ),
    paragraph(
      `${meets ? 'The data set meets' : 'THE DATA SET DOES NOT MEET'} the group size of ${k.wanted} that was asked for (${
        {
          tier: 'the usual one for this kind of access',
          specification: 'by its specification',
          'signed-assessment': 'below the usual one, by a signed assessment',
        }[k.source]
      }${risk.signedAssessment === null ? '' : `: ${risk.signedAssessment}`}).`,
    ),
    paragraph(readAgain(risk)),
  );
}

/** Whether the files say what was computed before they were written. */
function readAgain({ after, output }: RiskAssessment): string {
  const same =
    output.anonymity.k === after.anonymity.k &&
    output.anonymity.classes === after.anonymity.classes &&
    output.attackers.prosecutor.highest === after.attackers.prosecutor.highest;
  return same
    ? 'The figures were worked out again from the files, byte for byte as they leave, and are the same.'
    : `THE FILES SAY SOMETHING ELSE: read again, their smallest group is ${output.anonymity.k}. They must not leave.`;
}

function whatAndWhom({ releaseId, specification, logIndex, asOfDate, erasureEpoch }: ReportedRelease): Markup {
  const { recipient, purpose, tier, protocol, time, expires, blinded } = specification;
  const times = {
    'session-index': 'numbers of sessions only',
    'study-week': 'weeks since enrolment',
    'day-relative': 'days since enrolment',
    'shift-and-truncate': 'calendar dates, moved by a secret number of days for each person',
  } as const;
  return section(
    'what',
    'What goes to whom',
    facts([
      ['Data set', releaseId],
      ['Recipient', recipient],
      ['Purpose', purpose],
      ['Access', tier === 'public' ? 'public' : 'controlled: under conditions, to this recipient only'],
      ['May be kept until', expires ?? 'no date was set'],
      ['Arms', blinded ? 'not in the data set: the recipient is blind' : 'in the data set'],
      ['Times', times[time.mode]],
      ['Protocol', protocol],
      ['State of the record', `log index ${logIndex}, ${asOfDate}; ${people(erasureEpoch)} erased until then`],
    ]),
  );
}

function definitions(): Markup {
  return section(
    'definitions',
    'How it was measured',
    markup`<ul>
<li>One row is one person: sessions and answers are folded into one row before anything is counted.</li>
<li>k-anonymity: Samarati 2001, Sweeney 2002. l-diversity, distinct and entropy: Machanavajjhala et al. 2007. t-closeness: Li et al. 2007.</li>
<li>Prosecutor, journalist and marketer: El Emam &amp; Dankar 2008. Averages are over people, not over groups.</li>
<li>Special uniques: Elliot et al. 2002, Manning et al. 2008 (SUDA2).</li>
<li>Motivated intruder: UK Information Commissioner’s Office, guidance on anonymisation.</li>
</ul>`,
    paragraph('Every figure of this page is in risk.json beside it.'),
  );
}
