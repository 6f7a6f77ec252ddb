import type { ReactNode } from 'react';
import { AssociationPanel } from './association.panel.tsx';
import { AuditPanel } from './audit.panel.tsx';
import { DefinitionsPanel } from './definitions.panel.tsx';
import { ExplorerPanel } from './explorer.panel.tsx';
import { FlowPanel } from './flow.panel.tsx';
import { HomeworkPanel } from './homework.panel.tsx';
import { LooksPanel } from './looks.panel.tsx';
import { MissingPanel } from './missing.panel.tsx';
import { OutcomesPanel } from './outcomes.panel.tsx';
import { QualityPanel } from './quality.panel.tsx';
import { RecruitmentPanel } from './recruitment.panel.tsx';
import { SensitivityPanel } from './sensitivity.panel.tsx';
import { ServerPanel } from './server.panel.tsx';

export type PanelName =
  | 'flow'
  | 'recruitment'
  | 'homework'
  | 'missing'
  | 'explorer'
  | 'quality'
  | 'outcomes'
  | 'association'
  | 'sensitivity'
  | 'definitions'
  | 'audit'
  | 'looks'
  | 'server';

export interface PanelEntry {
  readonly name: PanelName;
  /** Who has it. */
  readonly permission: string;
  readonly show: () => ReactNode;
  /** An analysis of outcomes, which may be closed. */
  readonly analysis?: 'OUTCOMES' | 'ASSOCIATION' | 'SENSITIVITY';
  /** Shows all sites even while one is chosen, and says so. */
  readonly everySite?: true;
  /** On the board itself, not only on a page of its own. */
  readonly board: boolean;
}

/** Every question of the board, in the order in which they are asked. */
export const PANELS: readonly PanelEntry[] = [
  { name: 'flow', permission: 'participant:read', show: FlowPanel, board: true },
  { name: 'homework', permission: 'adherence:read', show: HomeworkPanel, board: true },
  { name: 'recruitment', permission: 'participant:read', show: RecruitmentPanel, board: true },
  { name: 'missing', permission: 'measure:read', show: MissingPanel, board: true },
  { name: 'outcomes', permission: 'measure:read', show: OutcomesPanel, analysis: 'OUTCOMES', board: false },
  { name: 'association', permission: 'adherence:read', show: AssociationPanel, analysis: 'ASSOCIATION', board: false },
  { name: 'sensitivity', permission: 'adherence:read', show: SensitivityPanel, analysis: 'SENSITIVITY', board: false },
  { name: 'definitions', permission: 'adherence:read', show: DefinitionsPanel, board: false },
  { name: 'explorer', permission: 'attempt:read', show: ExplorerPanel, board: false },
  { name: 'quality', permission: 'contact:read', show: QualityPanel, everySite: true, board: false },
  { name: 'audit', permission: 'history:read', show: AuditPanel, everySite: true, board: false },
  { name: 'looks', permission: 'template:read', show: LooksPanel, everySite: true, board: false },
  { name: 'server', permission: 'study:register', show: ServerPanel, board: false },
];
