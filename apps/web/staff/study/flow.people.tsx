import type { ReactNode } from 'react';
import { useRead } from '../commands/read.ts';
import { Problem } from '../shell/parts.tsx';
import { useWord } from './board.words.ts';
import { ListFrame } from './cases.list.tsx';
import type { Box, Stage } from './flow.chart.tsx';
import { useAsked } from './study.context.ts';
import { StudyArms, StudyFlowPeople, type StudyFlowPeopleQuery } from './study.generated.ts';

type Person = StudyFlowPeopleQuery['participantFlows']['nodes'][number];

/** Whom a box of the flow holds, as far as one person’s line tells it; allocation and treatment stand in other records. */
const WITHIN: Readonly<Record<Stage['stage'], (person: Person) => boolean>> = {
  SCREENED: ({ screenedAt }) => screenedAt !== null,
  NOT_ELIGIBLE: ({ eligible, enrolledAt }) => eligible === false && enrolledAt === null,
  ELIGIBLE_NOT_ENROLLED: ({ eligible, enrolledAt }) => eligible === true && enrolledAt === null,
  CONSENTED: ({ consentedAt }) => consentedAt !== null,
  ENROLLED: ({ enrolledAt }) => enrolledAt !== null,
  ALLOCATED: ({ enrolledAt }) => enrolledAt !== null,
  RECEIVED_INTERVENTION: ({ enrolledAt }) => enrolledAt !== null,
  LEFT_INTERVENTION: ({ enrolledAt, leftInterventionReason }) => enrolledAt !== null && leftInterventionReason !== null,
  LEFT_STUDY: ({ enrolledAt, leftStudyReason }) => enrolledAt !== null && leftStudyReason !== null,
  LOST_TO_FOLLOW_UP: ({ leftStudyReason }) => leftStudyReason === 'LOST_TO_FOLLOW_UP',
  COMPLETED: ({ enrolledAt, completedAt }) => enrolledAt !== null && completedAt !== null,
  ONGOING: ({ enrolledAt, leftStudyReason, completedAt }) =>
    enrolledAt !== null && leftStudyReason === null && completedAt === null,
};

interface FlowPeopleProps {
  readonly box: Box;
  readonly onClose: () => void;
}

/** The people of a box, each a link. */
export function FlowPeople({ box: { stage, arm }, onClose }: FlowPeopleProps): ReactNode {
  const word = useWord();
  const { studyId, asOf, siteId } = useAsked();
  const filter = siteId === null ? null : { siteIds: [siteId] };
  const { data, error, refetch } = useRead(StudyFlowPeople, { studyId, asOf, filter });
  const { data: arms } = useRead(StudyArms, { studyId, asOf }, { enabled: arm !== null });
  if (error !== null) return <Problem error={error} again={() => void refetch()} />;
  const there = arms && new Set(arms.arms.flatMap((one) => (one.arm === arm ? [one.participantId] : [])));
  const ready = data !== undefined && (arm === null || there !== undefined);
  const title = arm === null ? word(stage) : `${arm}: ${word(stage)}`;
  const people = data?.participantFlows.nodes.filter(
    (person) => WITHIN[stage](person) && (arm === null || there?.has(person.participantId) === true),
  );
  const panel = {
    ...{ title, definition: '', denominator: '', n: people?.length ?? 0, excluded: [], logIndex: 0 },
    columns: ['person', 'site', 'enrolled', 'reason'].map((name) => ({ name, about: name })),
    rows: (people ?? []).map(({ participantId, siteId: site, enrolledAt, leftStudyReason, leftInterventionReason }) => [
      ...[participantId, site, enrolledAt?.slice(0, 10) ?? null, leftStudyReason ?? leftInterventionReason],
    ]),
    figures: { more: (data?.participantFlows.totalCount ?? 0) > 500 },
  };
  return <ListFrame title={title} panel={ready ? panel : undefined} onClose={onClose} />;
}
