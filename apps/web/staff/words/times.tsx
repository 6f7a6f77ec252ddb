import type { ReactNode } from 'react';
import { dayAndTime, shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import type { Catalogue } from '../../language/messages.ts';
import { useWho } from '../shell/who.context.tsx';

const messages: Catalogue<'recorded' | 'claimed'> = {
  en: { recorded: 'recorded {when}', claimed: 'their clock said {when}' },
  sv: { recorded: 'antecknat {when}', claimed: 'deras klocka sa {when}' },
};

/** Closer than this is one time to a reader. */
const SAME = 15 * 60_000;

interface TimesProps {
  readonly occurred: string;
  readonly recorded: string;
  /** What a wrong clock claimed. */
  readonly claimed?: string | null;
  /** `DAY` has no time of day. */
  readonly precision?: string;
}

/** When it happened; and, where that differs, when it was recorded and what their clock said. */
export function Times({ occurred, recorded, claimed = null, precision = 'INSTANT' }: TimesProps): ReactNode {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const zone = useWho().study?.timeZone;
  const when = (at: string): string => dayAndTime(at, language, zone);
  const happened = ['DAY', 'WEEK', 'UNKNOWN'].includes(precision) ? shortDay(occurred, language, zone) : when(occurred);
  const differs = Math.abs(Date.parse(recorded) - Date.parse(occurred)) > SAME;
  return (
    <span className="times">
      <time dateTime={occurred}>{happened}</time>
      {differs && (
        <>
          {' · '}
          <time dateTime={recorded}>{t('recorded', { when: when(recorded) })}</time>
        </>
      )}
      {claimed !== null && claimed !== occurred && <> {` · ${t('claimed', { when: when(claimed) })}`}</>}
    </span>
  );
}
