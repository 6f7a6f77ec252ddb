import type { ReactNode } from 'react';
import type { Document } from '../../graphql/document.ts';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import { ofSite, type Panel, panelOf } from './board.table.ts';
import { ASPECTS, Choice, INFORMANTS, METRICS, MODELS, oneOf } from './choice.tsx';
import { HeatMap } from './heat-map.figure.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { useAsked } from './study.context.ts';
import {
  type PanelFragment,
  StudyAssociation,
  StudyExplorer,
  StudyHeatMap,
  StudyMissing,
  StudyOutcomes,
  type StudyOutcomesQuery,
  StudyQuality,
  StudyRecruitment,
} from './study.generated.ts';
import { studyMessages } from './study.messages.ts';
import { AssociationPlot, ExplorerPlot, MissingPlot, OutcomesPlot, RecruitmentPlot } from './study.plots.tsx';

/** A panel’s answer; the one before stays while another is asked for. */
function usePanel<Variables extends object>(
  document: Document<{ readonly panel: PanelFragment }, Variables>,
  variables: Omit<Variables, 'after'>,
): { readonly panel: Panel | undefined; readonly waiting: ReactNode } {
  const { search } = useAsked();
  const { data, error, refetch } = useRead(document, variables, { keep: true });
  if (data !== undefined) return { panel: ofSite(panelOf(data.panel), search.site), waiting: null };
  return {
    panel: undefined,
    waiting: error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />,
  };
}

export function RecruitmentPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf } = useAsked();
  const { panel, waiting } = usePanel(StudyRecruitment, { studyId, asOf });
  if (panel === undefined) return waiting;
  return (
    <PanelFrame name="recruitment" title={t('recruitment')} panel={panel} plot={<RecruitmentPlot panel={panel} />} />
  );
}

export function HomeworkPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, search, choose } = useAsked();
  const definitionId = search.definition ?? 'standard';
  const homework = { definitionId, denominator: 'AS_ADJUSTED' as const };
  const { panel, waiting } = usePanel(StudyHeatMap, { studyId, asOf, homework });
  if (panel === undefined) return waiting;
  const controls = <DefinitionChoice value={definitionId} onChoose={(definition) => choose({ definition })} />;
  return (
    <PanelFrame
      name="homework"
      title={t('homework')}
      panel={panel}
      plot={<HeatMap panel={panel} />}
      controls={controls}
    />
  );
}

/** Definitions of the demonstration and of every study: its own are named in the address. */
function DefinitionChoice({
  value,
  onChoose,
}: {
  value: string;
  onChoose: (value: string | undefined) => void;
}): ReactNode {
  const t = useMessages(studyMessages);
  const options = [...new Set(['standard', 'quantity-unit-level', 'completed-half', value])];
  return (
    <div className="filters screen-only">
      <Choice label={t('definition')} value={value} options={options} onChoose={onChoose} />
    </div>
  );
}

export function MissingPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf } = useAsked();
  const { panel, waiting } = usePanel(StudyMissing, { studyId, asOf });
  if (panel === undefined) return waiting;
  return <PanelFrame name="missing" title={t('missing')} panel={panel} plot={<MissingPlot panel={panel} />} />;
}

export function QualityPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf } = useAsked();
  const { panel, waiting } = usePanel(StudyQuality, { studyId, asOf });
  return panel === undefined ? waiting : <PanelFrame name="quality" title={t('quality')} panel={panel} />;
}

export function ExplorerPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, search, choose } = useAsked();
  const by = oneOf(ASPECTS, search.by);
  const { panel, waiting } = usePanel(StudyExplorer, { studyId, asOf, by });
  if (panel === undefined) return waiting;
  const controls = (
    <div className="filters screen-only">
      <Choice label={t('by')} value={by} options={ASPECTS} onChoose={(chosen) => choose({ by: chosen })} />
    </div>
  );
  return (
    <PanelFrame
      name="explorer"
      title={t('explorer')}
      panel={panel}
      plot={<ExplorerPlot panel={panel} />}
      controls={controls}
    />
  );
}

export function OutcomesPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, search } = useAsked();
  const asked = {
    studyId,
    asOf,
    instrumentId: search.instrument ?? 'phq-9',
    informant: oneOf(INFORMANTS, search.informant),
  };
  const { data, error, refetch } = useRead(StudyOutcomes, asked, { keep: true });
  if (data === undefined) return error === null ? <Loading /> : <Problem error={error} again={() => void refetch()} />;
  const panel = outcomesPanel(data);
  return <PanelFrame name="outcomes" title={t('outcomes')} panel={panel} plot={<OutcomesPlot panel={panel} />} />;
}

function outcomesPanel({ outcomeSummary: { instrument, occasions, logIndex } }: StudyOutcomesQuery): Panel {
  const seen = occasions.filter(({ scores, day }) => scores.n > 0 && day !== null);
  return {
    ...{
      title: instrument.title,
      logIndex,
      n: Math.max(0, ...seen.map(({ scores }) => scores.n)),
      excluded: [],
      figures: {},
    },
    definition: `mean total on each occasion with its 95 % interval by t; ${instrument.better.toLowerCase()} is better`,
    denominator: 'everybody enrolled who has a total on the occasion',
    columns: ['occasion', 'day', 'n', 'mean', 'lower', 'upper', 'SD', 'enrolled'].map((name) => ({
      name,
      about: name,
    })),
    rows: seen.map(({ occasion, day, enrolled, scores, meanInterval }) => [
      ...[
        occasion,
        day,
        scores.n,
        scores.mean,
        meanInterval?.lower ?? null,
        meanInterval?.upper ?? null,
        scores.sd,
        enrolled,
      ],
    ]),
  };
}

export function AssociationPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, search, choose } = useAsked();
  const [metric, model] = [oneOf(METRICS, search.metric), oneOf(MODELS, search.model)];
  const { definition = 'standard', lag = 1, instrument = 'phq-9' } = search;
  const homework = { definitionId: definition, denominator: 'AS_ADJUSTED' as const };
  const question = {
    homework,
    metric,
    model,
    lag,
    instrumentId: instrument,
    informant: oneOf(INFORMANTS, search.informant),
  };
  const { panel, waiting } = usePanel(StudyAssociation, { studyId, asOf, question });
  if (panel === undefined) return waiting;
  const controls = (
    <div className="filters screen-only">
      <Choice label={t('metric')} value={metric} options={METRICS} onChoose={(chosen) => choose({ metric: chosen })} />
      <Choice
        label={t('lag')}
        value={String(lag)}
        options={['1', '2', '3', '4']}
        onChoose={(chosen) => choose({ lag: Number(chosen) })}
      />
      <Choice label={t('model')} value={model} options={MODELS} onChoose={(chosen) => choose({ model: chosen })} />
    </div>
  );
  return (
    <PanelFrame
      name="association"
      title={t('association')}
      panel={panel}
      plot={<AssociationPlot panel={panel} />}
      controls={controls}
    >
      <FitWords panel={panel} />
    </PanelFrame>
  );
}

/** The model’s answer in words, or why there is none. */
function FitWords({ panel: { figures } }: { readonly panel: Panel }): ReactNode {
  const t = useMessages(studyMessages);
  const { estimate, lower, upper, refused, caution } = figures;
  const told = typeof estimate === 'number' ? { estimate, lower: Number(lower), upper: Number(upper) } : undefined;
  return (
    <p className="fit">
      {told === undefined ? t('noModel', { reason: String(refused ?? '–') }) : t('estimate', told)}{' '}
      {t('association-only')} {typeof caution === 'string' && t('caution', { caution: caution.replaceAll('-', ' ') })}
    </p>
  );
}
