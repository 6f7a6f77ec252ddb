import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../graphql/call.ts';
import { useMessages } from '../../language/language.context.tsx';
import { noteSignedOut } from '../shell/signed-out.ts';
import { Button, Problem } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { DataDifference, type DataDifferenceQuery, DataVerify } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';

interface ReleaseChecksProps {
  readonly releaseId: string;
  readonly before: string | undefined;
}

/** Makes a release again, or tells what differs from the one before. */
export function ReleaseChecks({ releaseId, before }: ReleaseChecksProps): ReactNode {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  const { may } = useWho();
  const verify = useMutation({ mutationFn: () => noteSignedOut(call(DataVerify, { studyId, releaseId })) });
  const compare = useMutation({
    mutationFn: (earlier: string) =>
      noteSignedOut(call(DataDifference, { studyId, before: earlier, after: releaseId })),
  });
  const told = verify.data?.verifyRelease;
  return (
    <div className="checks-of-release screen-only">
      <div className="acts">
        <Button kind="quiet" disabled={verify.isPending} onClick={() => verify.mutate()}>
          {t(verify.isPending ? 'verifying' : 'verify')}
        </Button>
        {before !== undefined && may('dataset:approve') && (
          <Button kind="quiet" disabled={compare.isPending} onClick={() => compare.mutate(before)}>
            {t('compare')}
          </Button>
        )}
      </div>
      <div role="status">
        {told !== undefined && (
          <p className={told.outcome === 'IDENTICAL' ? 'reached' : 'notice'}>
            {t(`verified.${told.outcome}`)} {[...told.files, ...told.explanations].join('; ')}
          </p>
        )}
        {compare.data !== undefined && <Differences found={compare.data.releaseDifference} />}
      </div>
      {verify.error !== null && <Problem error={verify.error} />}
      {compare.error !== null && <Problem error={compare.error} />}
    </div>
  );
}

function Differences({ found }: { readonly found: DataDifferenceQuery['releaseDifference'] }): ReactNode {
  const t = useMessages(dataMessages);
  return (
    <>
      <p>{t('differences', { count: found.total })}</p>
      <ul>
        {found.cells.map(({ table, row, column, before, after, events }) => (
          <li key={`${table} ${row} ${column ?? ''}`}>
            {table} · {column ?? row}: {before ?? '–'} → {after ?? '–'}
            {events.length > 0 && (
              <span className="soft">
                {' '}
                ({events.map(({ logIndex }) => t('event', { index: logIndex })).join(', ')})
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
