import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { dataMessages } from './data.messages.ts';

const WHYS = [
  ['nobody', /nobody/],
  ['protocol', /protocol/],
  ['joined', /join/],
  ['unclassified', /unclassified|has no rule/],
  ['disk', /disk/],
  ['hierarchy', /hierarch/],
  ['identifier', /identifier/],
  ['time', /maxShiftDays|pseudonymise/],
  ['suppressed', /suppress/],
  ['k', /\bk\b|k-|not-hidden|unreachable|risk|sensitive|few|look alike/],
  ['specification', /specification/],
] as const;

/** What kind of refusal it is, by the server's code for it before its words. */
export function whyOf(code: string, problems: readonly string[]): (typeof WHYS)[number][0] | 'other' {
  const of = (text: string) => WHYS.find(([, sign]) => sign.test(text))?.[0];
  return of(code) ?? of(problems.join(' ')) ?? 'other';
}

interface RefusalProps {
  readonly code: string;
  readonly problems: readonly string[];
}

/** Which rule refused it, what to change, and the server's own words for those who need them. */
export function Refusal({ code, problems }: RefusalProps): ReactNode {
  const t = useMessages(dataMessages);
  const why = whyOf(code, problems);
  return (
    <div className="refusal">
      <p className="lead">{t(`why.${why}`)}</p>
      <p>{t(`do.${why}`)}</p>
      {problems.length > 0 && (
        <details>
          <summary>{t('theServerSays')}</summary>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
