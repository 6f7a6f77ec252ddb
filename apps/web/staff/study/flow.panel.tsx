import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Loading, Problem } from '../shell/parts.tsx';
import type { Panel } from './board.table.ts';
import { PanelFrame } from './panel.frame.tsx';
import { useAsked } from './study.context.ts';
import { StudyFlow, StudyFlowPeople, type StudyFlowPeopleQuery, type StudyFlowQuery } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

type Stage = StudyFlowQuery['flow']['stages'][number];
type Person = StudyFlowPeopleQuery['participantFlows']['nodes'][number];

const wordsOf = (stage: string): string => stage.toLowerCase().replaceAll('_', ' ');

/** Whom a box of the flow holds, as far as one person's line tells it. */
const WITHIN: Readonly<Partial<Record<Stage['stage'], (person: Person) => boolean>>> = {
  SCREENED: ({ screenedAt }) => screenedAt !== null,
  NOT_ELIGIBLE: ({ eligible, enrolledAt }) => eligible === false && enrolledAt === null,
  ELIGIBLE_NOT_ENROLLED: ({ eligible, enrolledAt }) => eligible === true && enrolledAt === null,
  CONSENTED: ({ consentedAt }) => consentedAt !== null,
  ENROLLED: ({ enrolledAt }) => enrolledAt !== null,
  LEFT_INTERVENTION: ({ leftInterventionReason }) => leftInterventionReason !== null,
  LEFT_STUDY: ({ leftStudyReason }) => leftStudyReason !== null,
  COMPLETED: ({ completedAt }) => completedAt !== null,
};

/** CONSORT 2025: how many reached each stage; a box opens the list of its people. */
export function FlowPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf } = useAsked();
  const [open, setOpen] = useState<Stage['stage']>();
  const { data, error, refetch } = useRead(StudyFlow, { studyId, asOf }, { keep: true });
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const { stages, logIndex } = data.flow;
  return (
    <PanelFrame
      name="flow"
      title={t('flow')}
      panel={flowPanel(stages, logIndex)}
      plot={<Boxes stages={stages} onOpen={setOpen} />}
    >
      {open !== undefined && <People stage={open} onClose={() => setOpen(undefined)} />}
    </PanelFrame>
  );
}

function flowPanel(stages: readonly Stage[], logIndex: number): Panel {
  const rows = stages.flatMap(({ stage, people, reasons }) => [
    [wordsOf(stage), null, people],
    ...reasons.map(({ reason, people: count }) => [wordsOf(stage), reason, count]),
  ]);
  return {
    ...{ title: 'Participant flow', logIndex, n: stages[0]?.people ?? 0, excluded: [], figures: {}, rows },
    definition: 'people who reached each stage of the study (CONSORT 2025), and recorded reasons',
    denominator: 'everybody screened',
    columns: ['stage', 'reason', 'people'].map((name) => ({ name, about: name })),
  };
}

function Boxes({ stages, onOpen }: { stages: readonly Stage[]; onOpen: (stage: Stage['stage']) => void }): ReactNode {
  return (
    <ol className="flow">
      {stages.map(({ stage, people, reasons }) => (
        <li key={stage}>
          <button type="button" disabled={WITHIN[stage] === undefined || people === 0} onClick={() => onOpen(stage)}>
            <strong>{people}</strong> {wordsOf(stage)}
          </button>
          {reasons.length > 0 && (
            <p className="soft">{reasons.map(({ reason, people: count }) => `${reason} ${count}`).join(', ')}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function People({ stage, onClose }: { stage: Stage['stage']; onClose: () => void }): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, search } = useAsked();
  const filter = search.site === undefined ? null : { siteIds: [search.site] };
  const { data } = useRead(StudyFlowPeople, { studyId, asOf, filter });
  if (data === undefined) return <Loading />;
  const people = data.participantFlows.nodes.filter(WITHIN[stage] ?? (() => false));
  return (
    <section className="people" aria-label={`${t('people')}: ${wordsOf(stage)}`}>
      <Button kind="quiet" onClick={onClose}>
        {t('close')}
      </Button>
      <ul>
        {people.map(({ participantId, siteId }) => (
          <li key={participantId}>
            <Link to="/staff/people/$participantId" params={{ participantId }}>
              {participantId}
            </Link>{' '}
            <span className="soft">{siteId}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
