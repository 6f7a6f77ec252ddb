import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import type { Language } from '../../language/language.ts';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import type { Panel } from './board.table.ts';
import { momentOf } from './board.text.ts';
import { PanelFrame } from './panel.frame.tsx';
import { StudyLooks, type StudyLooksQuery } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** Who looked at which analysis of outcomes, before or after unblinding. */
export function LooksPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const { studyId, timeZone } = useStudy();
  const { data, error, refetch } = useRead(StudyLooks, { studyId });
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  return <PanelFrame name="looks" title={t('looks')} panel={looksPanel(data, language, timeZone)} />;
}

function looksPanel({ analysisRuns }: StudyLooksQuery, language: Language, timeZone: string): Panel {
  return {
    ...{ title: 'Looks at analyses', excluded: [], figures: {}, logIndex: analysisRuns[0]?.logIndex ?? 0 },
    n: 0,
    definition: 'after unblinding: the study was locked, or whoever looked may know arms',
    denominator: 'the newest 200 looks at analyses of outcomes',
    columns: ['when', 'analysis', 'timing', 'locked', 'as', 'known up to event'].map((name) => ({ name, about: name })),
    rows: analysisRuns.map(({ recordedAt, analysis, timing, locked, askedAs, logIndex }) => [
      ...[momentOf(recordedAt, language, timeZone), analysis, timing, locked, askedAs, logIndex],
    ]),
  };
}
