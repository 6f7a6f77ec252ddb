import type { ReactNode } from 'react';
import { shortDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { caseloadMessages } from './caseload.messages.ts';
import type { CaseloadPerson } from './caseload.read.ts';

type Week = CaseloadPerson['weeks'][number];
export type WeekKind = 'weekDone' | 'weekPart' | 'weekNone' | 'weekUnknown' | 'weekNothing';
export const WEEK_KINDS: readonly WeekKind[] = ['weekDone', 'weekPart', 'weekNone', 'weekUnknown', 'weekNothing'];

/** What a week comes to. Of what nobody told it is not known whether it was done. */
export function kindOf({ due, done, unknown }: Pick<Week, 'due' | 'done' | 'unknown'>): WeekKind {
  if (due === 0) return 'weekNothing';
  if (done >= due) return 'weekDone';
  if (done > 0) return 'weekPart';
  return unknown === due ? 'weekUnknown' : 'weekNone';
}

const SIZE = 18;

/** Shape as well as colour: full, half, crossed, asked, empty. */
export function WeekMark({ kind }: { readonly kind: WeekKind }): ReactNode {
  return (
    <svg className={`week ${kind}`} width={SIZE} height={SIZE} viewBox="0 0 18 18" aria-hidden="true">
      <rect className="frame" x="1.5" y="1.5" width="15" height="15" rx="4" />
      {kind === 'weekDone' && <path className="sign" d="M5.2 9.4l2.6 2.6 5-5.6" />}
      {kind === 'weekPart' && (
        <path className="fill" d="M2.2 9h13.6v3.6a3.2 3.2 0 0 1-3.2 3.2H5.4a3.2 3.2 0 0 1-3.2-3.2z" />
      )}
      {kind === 'weekNone' && <path className="sign" d="M6 6l6 6M12 6l-6 6" />}
      {kind === 'weekUnknown' && <path className="sign" d="M7 7.1a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M9 12.6v.1" />}
    </svg>
  );
}

/** Eight weeks of homework, oldest first. */
export function WeekStrip({ weeks }: { readonly weeks: readonly Week[] }): ReactNode {
  const t = useMessages(caseloadMessages);
  const { language } = useLanguage();
  return (
    <ol className="strip">
      {weeks.map((week) => {
        const kind = kindOf(week);
        const words = t('weekOf', { day: shortDay(`${week.from}T12:00:00Z`, language), what: t(kind) });
        return (
          <li key={week.from} title={words}>
            <WeekMark kind={kind} />
            <span className="visually-hidden">{words}</span>
          </li>
        );
      })}
    </ol>
  );
}
