import { readFile } from 'node:fs/promises';
import { type RecoveryLine, recoveryResult, type RecoveryResult } from '../apps/cli/recovery.report.ts';

/** What `npm run cli -- recovery --json docs/recovery.json` found. */
const RESULT = 'docs/recovery.json';

const INTRODUCTION = `# Does the model find what was planted?

Before a model is believed about people, it should be seen to find an effect that is known. This study draws made-up trials of
100 people whose effect of homework on the next outcome is planted, hides it in noise, and asks each estimator for it.

- **Standardised**: Y(k+1) = a + 0.4·Y(k) − 0.2·H(k) + e over 8 intervals, complete.
- **PHQ-9**: the law of the simulated trial: nine weekly whole totals from 0 to 27, homework in thirds, 4 % of measures missing,
  drop-out of 3.5 % a week; −1.6 points when all homework of a week is done rather than none. Severity returns half-way to a
  person’s level each week (persistence 0.5), or never (a random walk, as in the demonstration trial).
- **Feedback**: what symptoms do to later homework. Positive: the worse a week, the more homework in the next; negative: less.

The primary model is \`laggedModel\` of \`libs/statistics\`: forward orthogonal deviations, two collapsed lags, robust errors,
occasion means taken out. The comparator is what papers report: homework about its whole-course person mean, in a mixed model.

![Bias and coverage of each estimator](images/recovery.svg)`;

const READING = `## What this says

- Where outcomes return to a person’s level, the primary model is close to unbiased and its 95 % intervals hold the truth as
  often as they say, with and without feedback. The small bias that remains in the PHQ-9 trial is that of whole, bounded
  totals: they hold a little error, and the model takes the total before as exact.
- The comparator is right only without feedback. With it, the whole-course mean holds homework that came *after* the outcome,
  and the intervals are narrow about the wrong number.
- **Where outcomes are a random walk, the primary model is not to be relied on.** Past levels then say little about later change:
  the instruments are weak, and estimates are drawn towards least squares. A fit says so (\`caution\`) when the interval of
  persistence reaches 0.9. The comparator is no way out: under feedback it is wrong there too.`;

const FOOTER = `This page is generated from \`docs/recovery.json\` by \`npm run generate\`; that file by
\`npm run cli -- recovery --json docs/recovery.json\`.`;

async function result(): Promise<RecoveryResult> {
  return recoveryResult.parse(JSON.parse(await readFile(RESULT, 'utf8')));
}

/** Markdown of docs/recovery.md. */
export async function recoveryPage(): Promise<string> {
  const { seeds, lines } = await result();
  const head = [
    '| design | feedback | estimator | planted | mean | bias | SD of estimates | mean SE | 95 % intervals that hold it |',
    '| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  const rows = lines.map(
    ({ title, feedback, estimator, truth, mean, bias, spread, standardError, coverage }) =>
      `| ${title} | ${feedback} | ${estimator} | ${truth} | ${[mean, bias, spread, standardError].map((value) => value.toFixed(3)).join(' | ')} | ${coverage.toFixed(1)} % |`,
  );
  const table = [`## ${seeds.toLocaleString('en')} trials of each design`, [...head, ...rows].join('\n')];
  return [INTRODUCTION, READING, ...table, FOOTER, ''].join('\n\n');
}

const MARKS = ['●', '◆', '■', '▲'];
/** Okabe & Ito (2008): told apart by colour-blind readers; shapes differ too. */
const COLOURS = ['#0072b2', '#009e73', '#d55e00', '#cc79a7'];
const SIZE = { width: 900, left: 250, gap: 40, row: 74, top: 70 } as const;

/** SVG of docs/images/recovery.svg: one row a design, bias in shares of the planted effect to the left, coverage to the right. */
export async function recoveryPicture(): Promise<string> {
  const { lines } = await result();
  const designs = [...new Set(lines.map(({ design }) => design))];
  const estimators = [...new Set(lines.map(({ estimator }) => estimator))];
  const half = (SIZE.width - SIZE.left - SIZE.gap - 20) / 2;
  const bias = scale(-1, 1, SIZE.left, half);
  const covered = scale(0, 100, SIZE.left + half + SIZE.gap, half);
  const height = SIZE.top + designs.length * SIZE.row + 50;
  const marks = lines.map((line) => {
    const y = SIZE.top + designs.indexOf(line.design) * SIZE.row + 16 + estimators.indexOf(line.estimator) * 13;
    const style = estimators.indexOf(line.estimator);
    const share = Math.max(-1, Math.min(1, line.bias / Math.abs(line.truth)));
    return [mark(bias(share), y, style), mark(covered(line.coverage), y, style)].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Bias and coverage of four estimators over nine designs">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    legend(estimators),
    band(covered(93), covered(97), height),
    axis(bias, [-1, -0.5, 0, 0.5, 1], {
      height,
      title: 'bias, as a share of the effect',
      label: (value) => `${value * 100} %`,
    }),
    axis(covered, [0, 25, 50, 75, 95], {
      height,
      title: '95 % intervals that hold the truth',
      label: (value) => `${value} %`,
    }),
    ...designs.map((design, place) =>
      name(
        lines.find((line) => line.design === design),
        place,
      ),
    ),
    ...marks,
    '</svg>',
    '',
  ].join('\n');
}

type Scale = (value: number) => number;

function scale(low: number, high: number, left: number, width: number): Scale {
  return (value) => left + ((value - low) / (high - low)) * width;
}

function mark(x: number, y: number, style: number): string {
  return `<text x="${x.toFixed(1)}" y="${y}" text-anchor="middle" dominant-baseline="central" fill="${COLOURS[style] ?? '#000'}">${MARKS[style] ?? '●'}</text>`;
}

function legend(estimators: readonly string[]): string {
  return estimators
    .map(
      (title, place) =>
        `${mark(24 + (place % 2) * 330, 18 + Math.floor(place / 2) * 20, place)}<text x="${36 + (place % 2) * 330}" y="${18 + Math.floor(place / 2) * 20}" dominant-baseline="central">${title}</text>`,
    )
    .join('');
}

function band(from: number, to: number, height: number): string {
  return `<rect x="${from.toFixed(1)}" y="${SIZE.top}" width="${(to - from).toFixed(1)}" height="${height - SIZE.top - 44}" fill="#d9ead3"/>`;
}

function axis(
  at: Scale,
  ticks: readonly number[],
  { height, title, label }: { height: number; title: string; label: (value: number) => string },
): string {
  const bottom = height - 44;
  const lines = ticks.map(
    (tick) =>
      `<line x1="${at(tick).toFixed(1)}" x2="${at(tick).toFixed(1)}" y1="${SIZE.top}" y2="${bottom}" stroke="${tick === 0 || tick === 95 ? '#555' : '#ddd'}"/><text x="${at(tick).toFixed(1)}" y="${bottom + 16}" text-anchor="middle" fill="#444">${label(tick)}</text>`,
  );
  const middle = ((at(ticks[0] ?? 0) + at(ticks.at(-1) ?? 0)) / 2).toFixed(1);
  return `${lines.join('')}<text x="${middle}" y="${bottom + 36}" text-anchor="middle">${title}</text>`;
}

function name(line: RecoveryLine | undefined, place: number): string {
  if (line === undefined) return '';
  const y = SIZE.top + place * SIZE.row;
  const feedback =
    line.feedback === 0 ? 'no feedback' : `feedback ${line.feedback > 0 ? '+' : '−'}${Math.abs(line.feedback)}`;
  return `<line x1="12" x2="${SIZE.width - 12}" y1="${y}" y2="${y}" stroke="#bbb"/><text x="16" y="${y + 30}">${line.title}</text><text x="16" y="${y + 48}" fill="#444">${feedback}</text>`;
}
