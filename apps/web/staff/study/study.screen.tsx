import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Button, Empty, Head } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import {
  AssociationPanel,
  ExplorerPanel,
  HomeworkPanel,
  MissingPanel,
  OutcomesPanel,
  QualityPanel,
  RecruitmentPanel,
} from './board.panels.tsx';
import { FlowPanel } from './flow.panel.tsx';
import { SensitivityPanel } from './sensitivity.panel.tsx';
import { LooksPanel, ServerPanel } from './server.panel.tsx';
import { useAsked } from './study.context.ts';
import { StudyGates } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

type AnalysisName = 'OUTCOMES' | 'ASSOCIATION' | 'SENSITIVITY';

interface PanelEntry {
  readonly name:
    | 'flow'
    | 'recruitment'
    | 'homework'
    | 'missing'
    | 'outcomes'
    | 'association'
    | 'sensitivity'
    | 'explorer'
    | 'quality'
    | 'looks'
    | 'server';
  /** Who has it. */
  readonly permission: string;
  readonly show: () => ReactNode;
  /** An analysis of outcomes, which may be closed. */
  readonly analysis?: AnalysisName;
  /** On the board itself, not only on a page of its own. */
  readonly board: boolean;
}

const PANELS: readonly PanelEntry[] = [
  { name: 'flow', permission: 'participant:read', show: FlowPanel, board: true },
  { name: 'recruitment', permission: 'participant:read', show: RecruitmentPanel, board: true },
  { name: 'homework', permission: 'adherence:read', show: HomeworkPanel, board: true },
  { name: 'missing', permission: 'measure:read', show: MissingPanel, board: true },
  { name: 'outcomes', permission: 'measure:read', show: OutcomesPanel, analysis: 'OUTCOMES', board: false },
  { name: 'association', permission: 'adherence:read', show: AssociationPanel, analysis: 'ASSOCIATION', board: false },
  { name: 'sensitivity', permission: 'adherence:read', show: SensitivityPanel, analysis: 'SENSITIVITY', board: false },
  { name: 'explorer', permission: 'attempt:read', show: ExplorerPanel, board: false },
  { name: 'quality', permission: 'contact:read', show: QualityPanel, board: false },
  { name: 'looks', permission: 'template:read', show: LooksPanel, board: false },
  { name: 'server', permission: 'study:register', show: ServerPanel, board: false },
];

/** The study board: a question a panel; without one in the address, the panels that look at no outcomes. */
export function StudyScreen(): ReactNode {
  const t = useMessages(studyMessages);
  const { title } = useStudy();
  const { may } = useWho();
  const { panel: chosen } = useParams({ strict: false });
  const { search } = useAsked();
  const allowed = PANELS.filter(({ permission }) => may(permission));
  const shown = allowed.filter(({ name, board }) => (chosen === undefined ? board : name === chosen));
  return (
    <div className="board">
      <Head title={title} about={t('board')}>
        <Button onClick={() => print()}>{t('print')}</Button>
      </Head>
      <nav className="board-panels screen-only" aria-label={t('panels')}>
        <Link
          to="/staff/study"
          search={search}
          activeOptions={{ exact: true }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t('board')}
        </Link>
        {allowed.map(({ name }) => (
          <Link
            key={name}
            to="/staff/study/$panel"
            params={{ panel: name }}
            search={search}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      <Moment />
      {shown.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        shown.map((entry) => <Gated key={entry.name} entry={entry} />)
      )}
    </div>
  );
}

function Gated({ entry: { analysis, show: Show } }: { readonly entry: PanelEntry }): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId } = useAsked();
  const { data } = useRead(StudyGates, { studyId });
  const gate = data?.analysisGates.find((each) => each.analysis === analysis);
  if (analysis === undefined) return <Show />;
  if (gate === undefined) return null;
  if (gate.open) return <Show />;
  return (
    <Empty title={t('closed')}>
      <p>{t('closedText')}</p>
    </Empty>
  );
}

/** The moment of the log that everything is shown at. */
function Moment(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, search, choose } = useAsked();
  const { data } = useRead(StudyGates, { studyId });
  const newest = data?.log.index ?? search.at ?? 1;
  const at = Math.min(search.at ?? newest, newest);
  return (
    <div className="filters screen-only">
      <label className="field moment">
        <span className="label">
          {t('asKnownAt')} <output>{at === newest ? t('now') : t('event', { index: String(at) })}</output>
        </span>
        <input
          type="range"
          min={1}
          max={newest}
          defaultValue={at}
          key={search.at ?? 'now'}
          onPointerUp={({ currentTarget }) => choose({ at: momentOf(currentTarget, newest) })}
          onKeyUp={({ currentTarget }) => choose({ at: momentOf(currentTarget, newest) })}
        />
      </label>
    </div>
  );
}

function momentOf({ valueAsNumber }: HTMLInputElement, newest: number): number | undefined {
  return valueAsNumber >= newest ? undefined : valueAsNumber;
}
