import { type ReactNode, useState } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { momentOf } from './board.text.ts';
import { useAsked } from './study.context.ts';
import { StudyGates, StudyMoment } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** Up to where the board knows, and whether it tells arms. */
export function Standing(): ReactNode {
  const t = useMessages(studyMessages);
  const { may } = useWho();
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const { studyId, search } = useAsked();
  const { data } = useRead(StudyGates, { studyId });
  const index = search.at ?? data?.log.index;
  return (
    <>
      {index !== undefined && t(search.at === undefined ? 'live' : 'past', { index })}{' '}
      {t(may('arm:read') ? 'armsOpen' : 'armsMasked')}
      <span className="print-only">
        {' '}
        {t('printed', { when: momentOf(new Date().toISOString(), language, timeZone) })}
      </span>
    </>
  );
}

/** The moment of the log that everything is shown at. */
export function Moment(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, search, choose } = useAsked();
  const { data } = useRead(StudyGates, { studyId });
  const [sliding, setSliding] = useState<number>();
  const newest = data?.log.index ?? search.at ?? 1;
  const at = Math.min(sliding ?? search.at ?? newest, newest);
  const settle = (): void => {
    setSliding(undefined);
    if (sliding !== undefined) choose({ at: sliding >= newest ? undefined : sliding });
  };
  return (
    <label className="field moment">
      <span className="label">
        {t('asKnownAt')}:{' '}
        <span className="told">
          {at >= newest ? t('now') : <PastMoment index={at} settled={sliding === undefined} />}
        </span>
      </span>
      <span className="slide">
        <input
          type="range"
          min={1}
          max={newest}
          value={at}
          aria-valuetext={at >= newest ? t('now') : t('event', { index: at })}
          onChange={({ target }) => setSliding(target.valueAsNumber)}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
        {search.at !== undefined && (
          <Button kind="quiet" onClick={() => choose({ at: undefined })}>
            {t('backToNow')}
          </Button>
        )}
      </span>
    </label>
  );
}

/** An event, and when it was recorded, for whoever may read history. */
function PastMoment({ index, settled }: { readonly index: number; readonly settled: boolean }): ReactNode {
  const t = useMessages(studyMessages);
  const { may } = useWho();
  const { language } = useLanguage();
  const { studyId, timeZone } = useStudy();
  const { data } = useRead(StudyMoment, { studyId, index }, { enabled: settled && may('history:read') });
  const recordedAt = data?.history?.nodes[0]?.recordedAt;
  const event = t('event', { index });
  return settled && recordedAt !== undefined ? `${event}, ${momentOf(recordedAt, language, timeZone)}` : event;
}
