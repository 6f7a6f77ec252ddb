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

interface Moments {
  readonly occurred: string;
  readonly recorded: string;
  /** What a wrong clock claimed. */
  readonly claimed?: string | null;
}

/** Whether no time of day is known. */
export const isDay = (precision: string): boolean => ['DAY', 'WEEK', 'UNKNOWN'].includes(precision);

/** When it was recorded, where that is another time than it happened; and what a wrong clock claimed. */
export function useOtherTimes({ occurred, recorded, claimed = null }: Moments): readonly string[] {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const zone = useWho().study?.timeZone;
  const when = (at: string): string => dayAndTime(at, language, zone);
  const differs = Math.abs(Date.parse(recorded) - Date.parse(occurred)) > SAME;
  return [
    ...(differs ? [t('recorded', { when: when(recorded) })] : []),
    ...(claimed !== null && claimed !== occurred ? [t('claimed', { when: when(claimed) })] : []),
  ];
}

interface TimesProps extends Moments {
  /** `DAY` has no time of day. */
  readonly precision?: string;
}

/** When it happened, and the other times where there are some. */
export function Times({ occurred, precision = 'INSTANT', ...others }: TimesProps): ReactNode {
  const { language } = useLanguage();
  const zone = useWho().study?.timeZone;
  const other = useOtherTimes({ occurred, ...others });
  const happened = isDay(precision) ? shortDay(occurred, language, zone) : dayAndTime(occurred, language, zone);
  return (
    <span className="times">
      <time dateTime={occurred}>{happened}</time>
      {other.map((each) => ` · ${each}`).join('')}
    </span>
  );
}
