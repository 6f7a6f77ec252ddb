import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { dayAndTime, dayOfYear } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { dataMessages } from './data.messages.ts';
import type { LedgerRelease } from './ledger.release.ts';
import { Refusal } from './refusal.tsx';
import { ReleaseChecks } from './release.checks.tsx';
import { type Deciding, ReleaseDecision } from './release.decision.tsx';

interface ReleaseCardProps {
  readonly release: LedgerRelease;
  readonly title: string;
  /** An earlier release to the same recipient. */
  readonly before: string | undefined;
}

/** A line of the ledger: for whom, why, and what became of it. */
export function ReleaseCard({ release, title, before }: ReleaseCardProps): ReactNode {
  const t = useMessages(dataMessages);
  const { language } = useLanguage();
  const { recipient, expires, status, requestedBy, requestedAt, logIndex, approvedBy, purpose, people, k } = release;
  const until = expires === null ? undefined : dayOfYear(expires, language, 'UTC');
  return (
    <article className={`card release ${status.toLowerCase()}`} data-release={release.releaseId}>
      <header>
        <h2>{title}</h2>
        <span className="badge">{t(`status.${status}`)}</span>
      </header>
      <p>{until === undefined ? t('forWhomOpen', { recipient }) : t('forWhom', { recipient, until })}</p>
      <blockquote>{purpose}</blockquote>
      <ul className="facts">
        <li>{t('askedFor', { who: requestedBy, when: dayAndTime(requestedAt, language), index: logIndex })}</li>
        {approvedBy !== null && <li>{t('approvedBy', { who: approvedBy })}</li>}
        {people !== null && <li>{t('people', { count: people })}</li>}
        {k !== null && <li>{t('kOfRelease', { k })}</li>}
      </ul>
      <Progress release={release} />
      {status === 'REFUSED' && <Refusal code={release.reason ?? ''} problems={release.problems} />}
      {(status === 'RECALLED' || status === 'CANCELLED') && release.reason !== null && (
        <p className="soft">
          {t('reasonFor')}: {release.reason}
        </p>
      )}
      <Acts release={release} title={title} />
      {status === 'RELEASED' && <ReleaseChecks releaseId={release.releaseId} before={before} />}
    </article>
  );
}

const STAGES = [
  ...(['specification', 'select', 'decrypt', 'classify', 'pseudonymise', 'generalise', 'assess', 'write'] as const),
  ...(['check-output', 'join', 'validate', 'manifest'] as const),
];

function Progress({ release: { progress } }: { readonly release: LedgerRelease }): ReactNode {
  const t = useMessages(dataMessages);
  const at = STAGES.findIndex((stage) => stage === progress?.stage);
  const stage = STAGES[at];
  if (progress === null || stage === undefined) return null;
  const words = t('rows', { stage: t(`making.${stage}`), count: progress.rows });
  return (
    <p role="status">
      <progress aria-label={words} value={at + 1} max={STAGES.length} /> {words}
    </p>
  );
}

function Acts({ release, title }: { readonly release: LedgerRelease; readonly title: string }): ReactNode {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  const { may } = useWho();
  const [deciding, setDeciding] = useState<Deciding>();
  const { releaseId, status, datasetId } = release;
  const offered = useOffered(release);
  return (
    <div className="acts screen-only">
      {status === 'RELEASED' && (
        <a
          className="button main"
          href={`/releases/${encodeURIComponent(studyId)}/${encodeURIComponent(releaseId)}`}
          download
        >
          {t('download')}
        </a>
      )}
      {status === 'REFUSED' && may('dataset:request') && (
        <Link className="button" to="/staff/data/new" search={{ from: datasetId }}>
          {t('changeIt')}
        </Link>
      )}
      {offered.map((what) => (
        <Button key={what} kind={what === 'approve' ? 'main' : 'quiet'} onClick={() => setDeciding(what)}>
          {t(what)}
        </Button>
      ))}
      {deciding !== undefined && (
        <ReleaseDecision {...{ deciding, releaseId, title }} onClose={() => setDeciding(undefined)} />
      )}
    </div>
  );
}

/** What may be decided about a release by whoever looks at it; nobody approves their own. */
function useOffered({ status, requestedBy }: LedgerRelease): readonly Deciding[] {
  const { may, me } = useWho();
  const waits = status === 'WAITING';
  const offered: readonly (readonly [Deciding, boolean])[] = [
    ['approve', waits && may('dataset:approve') && requestedBy !== me.subjectId],
    ['recall', status === 'RELEASED' && may('dataset:approve')],
    ['cancel', (waits || status === 'REQUESTED' || status === 'APPROVED') && may('dataset:request')],
  ];
  return offered.filter(([, can]) => can).map(([what]) => what);
}
