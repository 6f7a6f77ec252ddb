import { type ReactNode, useEffect, useState } from 'react';
import { CallFailed } from '../../graphql/call.failure.ts';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { DataRisk, type DataRiskQuery } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';
import { Refusal } from './refusal.tsx';
import type { Specification } from './specification.ts';

type Risk = DataRiskQuery['previewDataset'];

/** What is being typed is not asked about at every letter. */
const PAUSE = 400;

/** The newest that has stood still for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What the data set would come to, asked of the server after each change. */
export interface LiveRisk {
  readonly risk: Risk | undefined;
  readonly error: Error | null;
  /** The answer is to an earlier choice. */
  readonly old: boolean;
  readonly again: () => void;
}

export function useRisk(specification: Specification, enabled: boolean): LiveRisk {
  const { studyId } = useStudy();
  const settled = useSettled(specification);
  const asked = { studyId, specification: settled };
  const { data, error, isFetching, refetch } = useRead(DataRisk, asked, { enabled, keep: true });
  return {
    ...{ risk: error === null ? data?.previewDataset : undefined, error },
    ...{ old: isFetching || settled !== specification, again: () => void refetch() },
  };
}

/** Whether nothing stands in the way of a release. */
export function isHidden({ risk, old }: LiveRisk): boolean {
  return !old && risk !== undefined && risk.refusal === null;
}

interface RiskPanelProps {
  readonly live: LiveRisk;
  /** With the table of what each column costs. */
  readonly whole?: boolean;
}

/** How well people are hidden, while choosing. */
export function RiskPanel({ live, whole = false }: RiskPanelProps): ReactNode {
  const t = useMessages(dataMessages);
  const { risk, error, old, again } = live;
  return (
    <section className="card risk" aria-labelledby="risk-now" aria-busy={old}>
      <h2 id="risk-now">{t('riskNow')}</h2>
      <p className="soft small" role="status">
        {old ? t('working') : risk === undefined ? '' : t('people', { count: risk.people })}
      </p>
      {error !== null && <Faults error={error} again={again} />}
      {risk !== undefined && <Standing risk={risk} />}
      {risk !== undefined && whole && <Costs risk={risk} />}
    </section>
  );
}

/** Fields that do not fit are the specification's; anything else may pass. */
function Faults({ error, again }: { readonly error: Error; readonly again: () => void }): ReactNode {
  if (!(error instanceof CallFailed) || error.kind !== 'wrong') return <Problem error={error} again={again} />;
  const problems = error.fields.map(({ field, problem }) => `${field}: ${problem}`);
  return <Refusal code="specification" problems={problems.length === 0 ? [error.message] : problems} />;
}

function Standing({ risk }: { readonly risk: Risk }): ReactNode {
  const t = useMessages(dataMessages);
  const { refusal, after, wanted } = risk;
  return (
    <>
      {refusal === null ? (
        <div className="reached">
          <p className="lead">{t('reached')}</p>
          <p>{t('reachedText', { k: Math.max(0, (after?.k ?? wanted) - 1), wanted })}</p>
        </div>
      ) : (
        <div className="refused">
          <p className="soft">{t('refusedNow')}</p>
          <Refusal code={`${refusal.stage} ${refusal.reason}`} problems={refusal.problems} />
        </div>
      )}
      <Stages risk={risk} />
    </>
  );
}

function Stages({ risk }: { readonly risk: Risk }): ReactNode {
  const t = useMessages(dataMessages);
  const stages = (['before', 'generalised', 'after'] as const).map((stage) => [stage, risk[stage]] as const);
  if (stages.every(([, found]) => found === null)) return null;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{t('stage')}</th>
          <th scope="col">{t('smallest')}</th>
          <th scope="col">{t('unique')}</th>
          <th scope="col">{t('below', { wanted: risk.wanted })}</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(([stage, found]) => (
          <tr key={stage}>
            <th scope="row">{t(`stage.${stage}`)}</th>
            {found === null ? (
              <td colSpan={3} className="soft">
                {t('nothingLeaves')}
              </td>
            ) : (
              [found.k, found.uniques, found.belowK].map((figure, place) => <td key={place}>{figure}</td>)
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FEATURES = ['sessions_attended', 'drop_out_week', 'attendance', 'therapist'] as const;
const percent = (share: number): number => Math.round(share * 1_000) / 10;

/** What was widened and blanked out, column by column. */
function Costs({ risk }: { readonly risk: Risk }): ReactNode {
  const t = useMessages(dataMessages);
  const { columns, suppressedShare, maxSuppressed, withheldCourses, features } = risk;
  const counted = FEATURES.filter((feature) => features.includes(feature)).map((feature) => t(`feature.${feature}`));
  return (
    <div className="costs">
      <h3>{t('cost')}</h3>
      {columns.length === 0 && <p className="soft">{t('costNone')}</p>}
      <ul className="plain-list">
        {columns.map(({ column, valuesBefore, valuesAfter, suppressed }) => (
          <li key={column}>
            <strong>{nameOf(column, t)}</strong>
            <span className="soft">{t('values', { before: valuesBefore, after: valuesAfter })}</span>
            {suppressed !== null && <span className="soft">{t('blanked', { count: suppressed })}</span>}
          </li>
        ))}
      </ul>
      {suppressedShare !== null && columns.length > 0 && (
        <p>{t('shareBlanked', { share: percent(suppressedShare), most: percent(maxSuppressed) })}</p>
      )}
      {withheldCourses !== null && withheldCourses > 0 && <p>{t('withheld', { count: withheldCourses })}</p>}
      {counted.length > 0 && (
        <p>
          {t('countedToo')}: {counted.join(', ')}.
        </p>
      )}
    </div>
  );
}

function nameOf(column: string, t: (key: `feature.${(typeof FEATURES)[number]}`) => string): string {
  const feature = FEATURES.find((each) => column === each);
  return feature === undefined ? column.replace('.', ' · ').replaceAll('_', ' ') : t(`feature.${feature}`);
}
