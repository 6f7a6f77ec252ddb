import './data.css';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { longDay } from '../../language/dates.ts';
import { useRead } from '../commands/read.ts';
import { Empty, Head, Loading, Problem } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { DataLedger, type DataLedgerQuery } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';
import { DataTabs } from './data.tabs.tsx';
import type { LedgerRelease } from './ledger.release.ts';
import { ReleaseCard } from './release.card.tsx';
import { ReleasePolicy } from './release.policy.tsx';

/** How often a release that is being made is asked after. */
const WATCH = 1_500;

/** What left the study, and what can be asked for again. */
export function LedgerScreen(): ReactNode {
  const t = useMessages(dataMessages);
  const shell = useMessages(shellMessages);
  const { may } = useWho();
  if (!may('dataset:read')) return <Head title={shell('notAllowed')} about={shell('notAllowedText')} />;
  return (
    <div className="data">
      <Head title={t('title')} about={t('about')} />
      <DataTabs />
      <Ledger />
    </div>
  );
}

const UNDER_WAY: readonly string[] = ['REQUESTED', 'APPROVED'];

function Ledger(): ReactNode {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  const { data, error, refetch } = useRead(DataLedger, { studyId });
  const queries = useQueryClient();
  const waits = data?.releases.some(({ status }) => UNDER_WAY.includes(status)) ?? false;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: [DataLedger.name] }), WATCH);
    return () => clearInterval(timer);
  }, [waits, queries]);
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const { releases, datasets, releasePolicy } = data;
  return (
    <>
      {releasePolicy !== null && <ReleasePolicy policy={releasePolicy} />}
      <section aria-label={t('releases')}>
        {releases.length === 0 && (
          <Empty title={t('noReleases')}>
            <p>{t('noReleasesText')}</p>
          </Empty>
        )}
        {releases.map((release, place) => {
          const before = releases
            .slice(place + 1)
            .find((one) => one.recipient === release.recipient && one.status === 'RELEASED');
          const title = titleOf(datasets, release);
          return <ReleaseCard key={release.releaseId} {...{ release, title }} before={before?.releaseId} />;
        })}
      </section>
      <SavedOnes datasets={datasets} />
    </>
  );
}

function titleOf(datasets: DataLedgerQuery['datasets'], { datasetId, version }: LedgerRelease): string {
  const found = datasets.find((one) => one.datasetId === datasetId && one.version === version)?.specification;
  if (typeof found === 'object' && found !== null && 'title' in found && typeof found.title === 'string')
    return found.title;
  return datasetId;
}

function SavedOnes({ datasets }: { readonly datasets: DataLedgerQuery['datasets'] }): ReactNode {
  const t = useMessages(dataMessages);
  const { language } = useLanguage();
  const { may } = useWho();
  const newest = datasets.filter(
    ({ datasetId, version }) => !datasets.some((one) => one.datasetId === datasetId && one.version > version),
  );
  return (
    <section className="card" aria-labelledby="saved-ones">
      <h2 id="saved-ones">{t('saved')}</h2>
      <p className="soft">{newest.length === 0 ? t('noSaved') : t('savedAbout')}</p>
      <ul className="plain-list saved-list">
        {newest.map(({ datasetId, version, specifiedAt }) => (
          <li key={datasetId}>
            <span>
              <strong>{datasetId}</strong>{' '}
              <span className="soft">{t('versionOf', { version, when: longDay(specifiedAt, language) })}</span>
            </span>
            {may('dataset:request') && (
              <Link className="button" to="/staff/data/new" search={{ from: datasetId }}>
                {t('startFrom')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
