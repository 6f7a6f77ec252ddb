import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import { useWho } from '../shell/who.context.tsx';
import type { Panel } from './board.table.ts';
import { type Box, FlowChart, type Stage } from './flow.chart.tsx';
import { FlowPeople } from './flow.people.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { useAsked } from './study.context.ts';
import { StudyFlow, type StudyFlowQuery } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** CONSORT 2025: how many reached each stage, by arm for whoever may know arms; a box opens the list of its people. */
export function FlowPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { may } = useWho();
  const { studyId, asOf, siteId } = useAsked();
  const [open, setOpen] = useState<Box>();
  const asked = { studyId, asOf, siteId, arms: may('arm:read') };
  const { data, error, refetch } = useRead(StudyFlow, asked, { keep: true });
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const panel = flowPanel(data.flow);
  const openRow = (row: number): void => {
    const [arm, stage, reason] = panel.rows[row] ?? [];
    const found = data.flow.stages.find((each) => each.stage === stage);
    if (found !== undefined && reason === null) setOpen({ stage: found.stage, arm: arm === null ? null : String(arm) });
  };
  return (
    <PanelFrame
      name="flow"
      title={t('flow')}
      panel={panel}
      boxes
      onOpen={openRow}
      plot={() => <FlowChart flow={data.flow} onOpen={setOpen} />}
    >
      {open !== undefined && <FlowPeople box={open} onClose={() => setOpen(undefined)} />}
    </PanelFrame>
  );
}

const rowsOf = (arm: string | null, stages: readonly Stage[]) =>
  stages.flatMap(({ stage, people, reasons }) => [
    [arm, stage, null, people],
    ...reasons.map(({ reason, people: count }) => [arm, stage, reason, count]),
  ]);

function flowPanel({ stages, arms = [], logIndex }: StudyFlowQuery['flow']): Panel {
  const screened = stages.find(({ stage }) => stage === 'SCREENED')?.people ?? 0;
  const enrolled = stages.find(({ stage }) => stage === 'ENROLLED')?.people ?? 0;
  return {
    ...{ title: 'Participant flow', logIndex, n: Math.max(screened, enrolled), excluded: [], figures: {} },
    definition: 'people who reached each stage of the study (CONSORT 2025), and recorded reasons',
    denominator: 'everybody screened or enrolled',
    columns: [
      { name: 'arm', about: 'empty for all arms together' },
      { name: 'stage', about: 'of the participant flow' },
      { name: 'reason', about: 'code; empty for the stage as a whole' },
      { name: 'people', about: 'count' },
    ],
    rows: [...rowsOf(null, stages), ...(arms ?? []).flatMap(({ arm, stages: own }) => rowsOf(arm, own))],
  };
}
