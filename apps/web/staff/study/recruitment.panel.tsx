import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import type { Panel } from './board.table.ts';
import { RecruitmentPlot } from './figures/recruitment.plot.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { usePanel } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyRecruitment } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** Recruitment beside its target. */
export function RecruitmentPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, siteId } = useAsked();
  const { panel, waiting } = usePanel(StudyRecruitment, { studyId, asOf, siteId });
  if (panel === undefined) return waiting;
  const words = targetWords(panel);
  return (
    <PanelFrame
      name="recruitment"
      title={t('recruitment')}
      panel={panel}
      plot={(at) => <RecruitmentPlot panel={panel} at={at} />}
    >
      <p className="fit">{words === undefined ? t('noTarget') : t('onTarget', words)}</p>
    </PanelFrame>
  );
}

function targetWords({ rows }: Panel): { readonly total: number; readonly planned: number } | undefined {
  const last = rows.at(-1);
  return typeof last?.[4] === 'number' ? { total: Number(last[3]), planned: last[4] } : undefined;
}
