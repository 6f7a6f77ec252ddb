import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import './study.css';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Empty, Head } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { Closed } from './closed.panel.tsx';
import { Moment, Standing } from './moment.tsx';
import { type PanelEntry, PANELS } from './panel.list.ts';
import { useStudyAbout } from './panel.read.tsx';
import { SiteChoice } from './site.choice.tsx';
import { useAsked } from './study.context.ts';
import { StudyGates } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** The study board: a question a panel; without one in the address, the panels that look at no outcomes. */
export function StudyScreen(): ReactNode {
  const t = useMessages(studyMessages);
  const { title } = useStudy();
  const { may } = useWho();
  const { panel: chosen } = useParams({ strict: false });
  const allowed = PANELS.filter(({ permission }) => may(permission));
  const shown = allowed.filter(({ name, board }) => (chosen === undefined ? board : name === chosen));
  return (
    <div className="board">
      <Head title={title} about={<Standing />}>
        <Button onClick={() => print()}>{t('print')}</Button>
      </Head>
      <Questions allowed={allowed} />
      <div className="board-filters screen-only">
        <SiteChoice />
        <Moment />
      </div>
      {shown.length === 0 && <Empty title={t('noPanel')} />}
      <div className={chosen === undefined ? 'panels' : 'panels one'}>
        {shown.map((entry) => (
          <Gated key={entry.name} entry={entry} />
        ))}
      </div>
    </div>
  );
}

function Questions({ allowed }: { readonly allowed: readonly PanelEntry[] }): ReactNode {
  const t = useMessages(studyMessages);
  const { search } = useAsked();
  return (
    <nav className="board-panels screen-only" aria-label={t('panels')}>
      <Link to="/staff/study" search={search} activeOptions={{ exact: true, includeSearch: false }}>
        {t('board')}
      </Link>
      {allowed.map(({ name }) => (
        <Link
          key={name}
          to="/staff/study/$panel"
          params={{ panel: name }}
          search={search}
          activeOptions={{ includeSearch: false }}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}

/** An analysis of outcomes says why it is open, or why not. */
function Gated({ entry: { name, analysis, everySite, show: Show } }: { readonly entry: PanelEntry }): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId } = useAsked();
  const { data } = useRead(StudyGates, { studyId }, { enabled: analysis !== undefined });
  if (analysis === undefined)
    return (
      <>
        {everySite === true && <EverySite />}
        <Show />
      </>
    );
  const gate = data?.analysisGates.find((each) => each.analysis === analysis);
  if (gate === undefined) return null;
  if (!gate.open) return <Closed name={name} planVersion={gate.planVersion} />;
  return (
    <>
      <p className="gate">
        {t(`open.${gate.reason}`, { version: gate.planVersion })} {t('looksLogged')}
      </p>
      <Show />
    </>
  );
}

/** What cannot be told of one site says that it is told of all. */
function EverySite(): ReactNode {
  const t = useMessages(studyMessages);
  const { siteId } = useAsked();
  const { siteName } = useStudyAbout();
  return siteId === null ? null : <p className="gate">{t('everySite', { site: siteName(siteId) })}</p>;
}
