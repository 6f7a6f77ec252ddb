import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import type { Panel } from './board.table.ts';
import { useWord } from './board.words.ts';
import { ListFrame } from './cases.list.tsx';
import { Choice } from './choice.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { useStudyAbout } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyComparison, type StudyComparisonQuery } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

type Comparison = StudyComparisonQuery['compareAdherence'];
type Verdict = Comparison['pairs'][number]['a'];
const VERDICTS = ['ADHERENT', 'NON_ADHERENT', 'UNKNOWN', null] as const;

/** Two definitions over everybody: who comes out how under each, and who differs. */
export function DefinitionsPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, siteId, search } = useAsked();
  const { published } = useStudyAbout();
  // Those that judge people first: two without a verdict have nothing to compare.
  const newest = [...new Map(published.map((each) => [each.definitionId, each])).values()].sort(
    (a, b) => Number(judges(b)) - Number(judges(a)),
  );
  const [one, two] = [
    newest.find(({ definitionId }) => definitionId === search.definition) ?? newest[0],
    newest.find(({ definitionId }) => definitionId === search.other) ?? newest[1] ?? newest[0],
  ];
  const choice = (each: typeof one) => ({
    published: { definitionId: each?.definitionId ?? '', version: each?.version ?? 1 },
  });
  const asked = { studyId, asOf, siteId, a: choice(one), b: choice(two) };
  const { data, error, refetch } = useRead(StudyComparison, asked, { keep: true, enabled: one !== undefined });
  if (error !== null) return <Problem error={error} again={() => void refetch()} />;
  if (one === undefined || two === undefined || data === undefined)
    return (
      <section className="panel">
        <h2>{t('definitions')}</h2>
        {published.length === 0 ? <p className="nothing">{t('none')}</p> : <Loading />}
      </section>
    );
  const names = { a: one.title ?? one.definitionId, b: two.title ?? two.definitionId };
  return <Compared comparison={data.compareAdherence} {...names} ids={[one.definitionId, two.definitionId]} />;
}

const judges = ({ definition }: { readonly definition: unknown }): boolean =>
  typeof definition === 'object' && definition !== null && 'adherent' in definition;

interface ComparedProps {
  readonly comparison: Comparison;
  readonly a: string;
  readonly b: string;
  readonly ids: readonly [string, string];
}

function Compared({ comparison, a, b, ids }: ComparedProps): ReactNode {
  const t = useMessages(studyMessages);
  const [opened, setOpened] = useState<{ readonly a: Verdict; readonly b: Verdict }>();
  const { siteId } = useAsked();
  const { pairs, participants, differing } = comparison;
  const panel = comparedPanel(comparison, { a, b, siteId });
  const open = (row: number): void => {
    const found = differing[row];
    if (found !== undefined) setOpened({ a: found.verdictA, b: found.verdictB });
  };
  const title = useTitle(opened);
  return (
    <PanelFrame
      name="definitions"
      title={t('definitions')}
      panel={panel}
      boxes
      onOpen={open}
      plot={() => <CrossTable pairs={pairs} a={a} b={b} onOpen={setOpened} />}
      controls={<TwoChoices ids={ids} />}
    >
      <Differing pairs={pairs} participants={participants} />
      {opened !== undefined && (
        <ListFrame
          title={title}
          panel={{
            ...panel,
            rows: panel.rows.filter(
              (_, row) => differing[row]?.verdictA === opened.a && differing[row].verdictB === opened.b,
            ),
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </PanelFrame>
  );
}

/** How many come out differently, where both definitions judge. */
function Differing({ pairs, participants }: Pick<Comparison, 'pairs' | 'participants'>): ReactNode {
  const t = useMessages(studyMessages);
  const judged = pairs.some(({ a, b }) => a !== null && b !== null);
  const different = pairs.filter(({ a, b }) => a !== b).reduce((sum, { people }) => sum + people, 0);
  if (!judged) return <p className="fit">{t('noVerdicts')}</p>;
  return (
    <p className="fit">{different === 0 ? t('nobodyDiffers') : t('differ', { count: different, all: participants })}</p>
  );
}

function useTitle(opened: { readonly a: Verdict; readonly b: Verdict } | undefined): string {
  const verdict = useVerdict();
  return opened === undefined ? '' : `${verdict(opened.a)} → ${verdict(opened.b)}`;
}

function useVerdict(): (verdict: Verdict) => string {
  const t = useMessages(studyMessages);
  const word = useWord();
  return (verdict) => (verdict === null ? t('verdict.NONE') : word(verdict));
}

function TwoChoices({ ids: [one, two] }: Pick<ComparedProps, 'ids'>): ReactNode {
  const t = useMessages(studyMessages);
  const { choose } = useAsked();
  const { published, definitionName } = useStudyAbout();
  const options = [...new Set(published.map(({ definitionId }) => definitionId))];
  return (
    <div className="filters screen-only">
      <Choice
        {...{ label: t('definition'), value: one, options, nameOf: definitionName }}
        onChoose={(definition) => choose({ definition })}
      />
      <Choice
        {...{ label: t('against'), value: two, options, nameOf: definitionName }}
        onChoose={(other) => choose({ other })}
      />
    </div>
  );
}

interface CrossTableProps {
  readonly pairs: Comparison['pairs'];
  readonly a: string;
  readonly b: string;
  readonly onOpen: (pair: { readonly a: Verdict; readonly b: Verdict }) => void;
}

/** A count of people in each cell; one off the diagonal opens its list. */
function CrossTable({ pairs, a, b, onOpen }: CrossTableProps): ReactNode {
  const t = useMessages(studyMessages);
  const verdict = useVerdict();
  const used = VERDICTS.filter((each) => pairs.some((pair) => pair.a === each || pair.b === each));
  const people = (one: Verdict, two: Verdict): number =>
    pairs.find((pair) => pair.a === one && pair.b === two)?.people ?? 0;
  return (
    <table className="cross">
      <caption>{t('crossTable', { a, b })}</caption>
      <thead>
        <tr>
          <td />
          {used.map((two) => (
            <th key={two} scope="col">
              {verdict(two)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {used.map((one) => (
          <tr key={one}>
            <th scope="row">{verdict(one)}</th>
            {used.map((two) => (
              <td key={two} className={one === two ? 'same' : people(one, two) > 0 ? 'different' : undefined}>
                {one !== two && people(one, two) > 0 ? (
                  <button type="button" className="as-link" onClick={() => onOpen({ a: one, b: two })}>
                    {people(one, two)}
                  </button>
                ) : (
                  people(one, two)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Between {
  readonly a: string;
  readonly b: string;
  readonly siteId: string | null;
}

function comparedPanel({ participants, differing, logIndex, pairs }: Comparison, { a, b, siteId }: Between): Panel {
  const agreeing = pairs.filter((pair) => pair.a === pair.b).reduce((sum, { people }) => sum + people, 0);
  return {
    ...{ title: `${a} against ${b}`, logIndex, n: participants, excluded: [], figures: { agreeing } },
    definition: `verdicts about everybody under ${a} (first) and under ${b} (second), and what decides where they differ; the table lists who differs, 500 at most`,
    denominator: siteId === null ? 'everybody enrolled' : `everybody enrolled at site ${siteId}`,
    columns: ['person', 'first', 'second', 'value of first', 'value of second', 'why'].map((name) => ({
      name,
      about: name,
    })),
    rows: differing.map(({ participantId, verdictA, verdictB, valueA, valueB, text }) => [
      ...[participantId, verdictA, verdictB, valueA, valueB, text],
    ]),
  };
}
