import type { ReactNode } from 'react';
import { shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { CoverCaseload, VoidEntry } from '../commands/commands.generated.ts';
import { Button, Loading, Problem } from '../shell/parts.tsx';
import { todayIn, useStudy } from '../shell/who.context.tsx';
import { coverMessages } from './cover.messages.ts';
import { coversFrom, type KnownCover, useCovers } from './covers.read.ts';

/** Who looks after whose people, now and later, and the way to end it. */
export function CoverList(): ReactNode {
  const t = useMessages(coverMessages);
  const { timeZone } = useStudy();
  const { data, error, refetch } = useCovers();
  const covers = coversFrom(data?.history?.nodes ?? [], todayIn(timeZone));
  return (
    <section className="card" aria-labelledby="covers">
      <h2 id="covers">{t('covers')}</h2>
      {data === undefined && error !== null && <Problem error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && covers.length === 0 && <p className="soft">{t('coversNone')}</p>}
      <ul className="plain-list">
        {covers.map((cover) => (
          <CoverLine key={cover.entryId} cover={cover} />
        ))}
      </ul>
    </section>
  );
}

function CoverLine({ cover }: { readonly cover: KnownCover }): ReactNode {
  const t = useMessages(coverMessages);
  const { language } = useLanguage();
  const { timeZone } = useStudy();
  const { staffId: whose, coveredBy: by, from, to } = cover;
  const day = (date: string): string => shortDay(`${date}T12:00:00Z`, language);
  const now = from <= todayIn(timeZone);
  return (
    <li className="homework-line">
      <div>
        <strong>{t('said', { by, whose })}</strong> {now && <span className="badge">{t('now')}</span>}
        <p className="soft">{t('period', { from: day(from), to: day(to) })}</p>
      </div>
      <EndCover cover={cover} />
    </li>
  );
}

/** A cover that has begun ends with this day; one that is to come is taken back. */
function EndCover({ cover }: { readonly cover: KnownCover }): ReactNode {
  const t = useMessages(coverMessages);
  const { studyId, timeZone } = useStudy();
  const { save } = useActs();
  const today = todayIn(timeZone);
  const { entryId, staffId, coveredBy, from, to } = cover;
  const what = { by: coveredBy, whose: staffId };
  if (from > today) {
    const gone = { category: 'STUDY' as const, recordId: studyId, entryId, reason: 'ENTERED_IN_ERROR' as const };
    const callOff = (): void =>
      void save({ what: t('saidCallOff', what), acts: [act('STUDY', VoidEntry, gone)], undoable: false });
    return <Button onClick={callOff}>{t('callOff')}</Button>;
  }
  if (to === today) return <span className="soft">{t('endsToday')}</span>;
  const shorter = { studyId, staffId, coveredBy, from, to: today };
  const end = (): void => void save({ what: t('saidEnd', what), acts: [act('STUDY', CoverCaseload, shorter)] });
  return <Button onClick={end}>{t('end')}</Button>;
}
