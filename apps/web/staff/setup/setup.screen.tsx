import './setup.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import example from '../../../../examples/protocols/homework-by-telephone.protocol.json';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Head, Loading, Problem } from '../shell/parts.tsx';
import { shellMessages } from '../shell/shell.messages.ts';
import { todayIn, useStudy, useWho } from '../shell/who.context.tsx';
import { AllocationPart } from './allocation.part.tsx';
import { type Standing, standingsOf, type Step, STEPS } from './checklist.standings.ts';
import { ArmsPart, ConsentPart, DesignPart, HomeworkPart, SchedulePart, SitesPart } from './document.parts.tsx';
import { DryRunPart, GoLivePart } from './life.parts.tsx';
import { type DocumentPart, faultsOf } from './parts.of-the-document.ts';
import { PeoplePart } from './people.part.tsx';
import { PublishPart } from './publish.part.tsx';
import { RestPart } from './rest.part.tsx';
import { SafetyPart } from './safety.part.tsx';
import { SetUpPosts, SetUpState, type SetUpStateQuery } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';
import { OpenSitesPart } from './sites.part.tsx';
import { type HeldPost, heldPosts, vacantPosts } from './staff.posts.ts';
import { useDraft, usePreview } from './use-draft.ts';

export const { $schema: _, ...EXAMPLE } = example;

/** From a design to a study that is live, as one checklist. */
export function SetUpScreen(): ReactNode {
  const t = useMessages(setUpMessages);
  const shell = useMessages(shellMessages);
  const { may } = useWho();
  const { studyId } = useStudy();
  const allowed = may('study:write');
  const { data, error, refetch } = useRead(SetUpState, { studyId }, { enabled: allowed });
  if (!allowed) return <Head title={shell('notAllowed')} about={shell('notAllowedText')} />;
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const life = data.study?.life ?? 'UNDECLARED';
  return (
    <div className="set-up">
      <Head title={t('title')} about={t(life === 'LIVE' ? 'aboutLive' : 'about')}>
        <span className="badge">{t(`life.${life}`)}</span>
        <Link className="button" to="/staff/setup/history">
          {t('history')}
        </Link>
      </Head>
      <Checklist key={studyId} known={data} />
    </div>
  );
}

interface Entry {
  readonly step: Step;
  readonly standing: Standing;
  readonly show: ReactNode;
}

function Checklist({ known }: { readonly known: SetUpStateQuery }): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId } = useStudy();
  const [draft, change] = useDraft(known, EXAMPLE);
  const { preview, old } = usePreview(studyId, draft);
  const faults = preview?.problems ?? [];
  const held = useHeldPosts();
  const vacant = held && vacantPosts(draft, held);
  const standings = standingsOf(known, { draft, example: EXAMPLE, faults: preview?.problems, vacant });
  const part = (name: DocumentPart) => ({ draft, change, faults: faultsOf(name, faults) });
  const first = STEPS.filter((step) => step !== 'goLive' && standings[step] !== 'done' && standings[step] !== 'later');
  const entries: Readonly<Record<Step, ReactNode>> = {
    design: <DesignPart {...part('design')} />,
    sites: <SitesPart {...part('sites')} />,
    arms: <ArmsPart {...part('arms')} />,
    schedule: <SchedulePart {...part('schedule')} known={known} />,
    homework: <HomeworkPart {...part('homework')} known={known} />,
    consent: <ConsentPart {...part('consent')} />,
    rest: <RestPart key={JSON.stringify(draft)} {...part('rest')} example={EXAMPLE} />,
    publish: <PublishPart {...{ known, draft, preview, old }} />,
    open: <OpenSitesPart {...{ known, draft }} />,
    allocation: <AllocationPart {...{ known, draft }} />,
    people: <PeoplePart {...{ known, held, vacant }} />,
    safety: <SafetyPart known={known} />,
    dryRun: <DryRunPart known={known} />,
    goLive: <GoLivePart known={known} before={first.map((step) => t(`step.${step}`))} />,
  };
  const begun = STEPS.some((step) => standings[step] === 'example');
  return (
    <>
      {begun && <p className="notice">{t('begun')}</p>}
      <Steps entries={STEPS.map((step) => ({ step, standing: standings[step], show: entries[step] }))} />
    </>
  );
}

/** Posts that are held, as the log has them; undefined while they are not known. */
function useHeldPosts(): readonly HeldPost[] | undefined {
  const { studyId, timeZone } = useStudy();
  const { data } = useRead(SetUpPosts, { studyId });
  return data === undefined ? undefined : heldPosts(data.history?.nodes ?? [], todayIn(timeZone));
}

function Steps({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const t = useMessages(setUpMessages);
  const done = entries.filter(({ standing }) => standing === 'done').length;
  return (
    <div className="checklist">
      <nav className="card screen-only" aria-label={t('checklist')}>
        <p className="soft" role="status">
          {t('stands', { done, all: entries.length })}
        </p>
        <ol className="plain-list">
          {entries.map(({ step, standing }) => (
            <li key={step} className={standing}>
              <a href={`#${step}`}>{t(`step.${step}`)}</a>
              <span className="standing">{t(standing)}</span>
            </li>
          ))}
        </ol>
      </nav>
      <div>
        {entries.map(({ step, standing, show }) => (
          <section key={step} id={step} className={`card part ${standing}`} aria-labelledby={`${step}-title`}>
            <header>
              <h2 id={`${step}-title`}>{t(`step.${step}`)}</h2>
              <span className="badge">{t(standing)}</span>
            </header>
            {show}
          </section>
        ))}
      </div>
    </div>
  );
}
