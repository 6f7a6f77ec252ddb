import './setup.css';
import type { ReactNode } from 'react';
import { longDay } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Empty, Head, Loading, Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { at, type Draft, readDraft, rowsOf, wordOf } from './draft.ts';
import { SetUpState } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';

/** The protocol in force and every version before it, to print. */
export function HistoryScreen(): ReactNode {
  const t = useMessages(setUpMessages);
  const { language } = useLanguage();
  const { studyId, title } = useStudy();
  const { data, error, refetch } = useRead(SetUpState, { studyId });
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const versions = data.protocolAmendments.nodes;
  const newest = readDraft(versions[0]?.protocol);
  return (
    <div className="spirit">
      <Head title={t('history')} about={`${title}. ${t('historyAbout')}`}>
        <Button onClick={() => print()}>{t('print')}</Button>
      </Head>
      {versions.length === 0 && <Empty title={t('noHistory')} />}
      {newest !== undefined && <InForce document={newest} version={versions[0]?.version ?? 0} />}
      {versions.length > 0 && (
        <section className="sheet">
          <h2>{t('versions')}</h2>
          {versions.map(({ version, changes, reason, publishedAt }) => (
            <article key={version}>
              <h3>
                {t('versionLine', { version, when: `${longDay(publishedAt, language)} ${publishedAt.slice(0, 4)}` })}
              </h3>
              <p>
                {t('changes')}: {changes}
              </p>
              <p>
                {t('reason')}: {reason}
              </p>
            </article>
          ))}
        </section>
      )}
    </div>
  );
}

function InForce({ document, version }: { readonly document: Draft; readonly version: number }): ReactNode {
  const t = useMessages(setUpMessages);
  const arms = rowsOf(document, 'arms').map((arm) => `${wordOf(arm['title'])} (${wordOf(arm['arm'])})`);
  const sites = rowsOf(document, 'sites').map((site) => `${wordOf(site['siteId'])} (${wordOf(site['languages'])})`);
  const primary = `${wordOf(at(document, 'analysis.primary.instrumentId'))}, ${wordOf(at(document, 'analysis.primary.occasion'))}`;
  const texts = (list: string): string =>
    rowsOf(document, list)
      .map(({ text }) => wordOf(text))
      .join('; ') || '–';
  const lines: readonly (readonly [string, string])[] = [
    [t('protocolTitle'), wordOf(document['title'])],
    [t('planned'), wordOf(at(document, 'design.plannedParticipants'))],
    [t('step.arms'), arms.join('; ')],
    [t('step.sites'), sites.join('; ')],
    [t('inclusion'), texts('eligibility.inclusion')],
    [t('exclusion'), texts('eligibility.exclusion')],
    [t('primary'), primary],
    [t('analysis'), wordOf(at(document, 'analysis.model'))],
    [t('step.consent'), rowsOf(document, 'consents').map(consentOf).join('; ')],
  ];
  return (
    <section className="sheet">
      <h2>{t('inForce', { version })}</h2>
      <table>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Schedule document={document} />
    </section>
  );
}

const consentOf = ({ version, language, siteId, from }: Draft): string =>
  [wordOf(version), wordOf(language), wordOf(siteId), wordOf(from)].filter((word) => word !== '').join(' ');

const ANCHORS = ['enrolment', 'allocation', 'first-session', 'last-session'] as const;

function Schedule({ document }: { readonly document: Draft }): ReactNode {
  const t = useMessages(setUpMessages);
  return (
    <>
      <h3>{t('step.schedule')}</h3>
      <table>
        <tbody>
          {rowsOf(document, 'schedule').map((row, place) => {
            const anchor = ANCHORS.find((each) => each === row['anchor']) ?? 'enrolment';
            const window = { b: wordOf(at(row, 'window.before')), a: wordOf(at(row, 'window.after')) };
            return (
              <tr key={place}>
                <th scope="row">{wordOf(row['occasion'])}</th>
                <td>{wordOf(at(row, 'instrument.instrumentId'))}</td>
                <td>
                  {t('windowLine', { after: wordOf(row['afterDays']), anchor: t(`anchor.${anchor}`), ...window })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
