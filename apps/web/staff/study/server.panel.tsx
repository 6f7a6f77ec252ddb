import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import type { Panel } from './board.table.ts';
import { PanelFrame } from './panel.frame.tsx';
import { useAsked } from './study.context.ts';
import { ServerReport, type ServerReportQuery, StudyLooks, type StudyLooksQuery } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

const columns = (...names: readonly string[]) => names.map((name) => ({ name, about: name }));

/** How the server is: health, lag, jobs, storage, versions. */
export function ServerPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { data, error, refetch } = useRead(ServerReport, {});
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  return <PanelFrame name="server" title={t('server')} panel={serverPanel(data)} />;
}

function serverPanel({ serverReport }: ServerReportQuery): Panel {
  const { projections, storage, failingProcesses, logIndex, ...facts } = serverReport;
  return {
    ...{ title: 'Server', n: 0, excluded: [], figures: {}, logIndex: logIndex ?? 0, denominator: 'this server' },
    definition: 'health, lag, jobs, storage in bytes, versions; nothing of people',
    columns: columns('what', 'value', 'more'),
    rows: [
      ...Object.entries(facts).map(([name, value]) => [name, value, null]),
      ['failing processes', failingProcesses.join(', ') || null, null],
      ...projections.map(({ name, state, lag, lagMilliseconds }) => [
        `projection ${name}`,
        state,
        `${lag} events, ${lagMilliseconds} ms`,
      ]),
      ...storage.map(({ part, tables, bytes }) => [`storage ${part}`, bytes, `${tables} tables`]),
    ],
  };
}

/** Who looked at which analysis of outcomes, before or after unblinding. */
export function LooksPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId } = useAsked();
  const { data, error, refetch } = useRead(StudyLooks, { studyId });
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  return <PanelFrame name="looks" title={t('looks')} panel={looksPanel(data)} />;
}

function looksPanel({ analysisRuns }: StudyLooksQuery): Panel {
  return {
    ...{ title: 'Looks at analyses', n: 0, excluded: [], figures: {}, logIndex: analysisRuns[0]?.logIndex ?? 0 },
    definition: 'after unblinding: the study was locked, or whoever looked may know arms',
    denominator: 'the newest 200 looks at analyses of outcomes',
    columns: columns('when', 'analysis', 'timing', 'locked', 'as', 'known up to event'),
    rows: analysisRuns.map(({ recordedAt, analysis, timing, locked, askedAs, logIndex }) => [
      ...[recordedAt, analysis.toLowerCase(), timing.toLowerCase().replaceAll('_', ' '), locked, askedAs, logIndex],
    ]),
  };
}
