import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../graphql/call.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Button, Problem } from '../shell/parts.tsx';
import { type Panel, panelOf } from './board.table.ts';
import { numberText, shareText } from './board.text.ts';
import { Choice, DENOMINATORS, INFORMANTS, METRICS, MODELS, oneOf } from './choice.tsx';
import { CurvePlot } from './figures/curve.plot.tsx';
import { InstrumentChoice } from './outcomes.panel.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { useInstruments, useStudyAbout } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { CancelStudyGrid, type JobFragment, StartStudyGrid, StudyGrid } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

const LAGS = [1, 2, 3];
const LOOK_MILLISECONDS = 250;

/** Choices that are all defensible: what the study has published, every metric, both denominators, three lags. */
function useGrid() {
  const { search } = useAsked();
  const { definitions } = useStudyAbout();
  const instruments = useInstruments();
  return {
    ...{ instrumentId: search.instrument ?? instruments[0] ?? 'phq-9', definitionIds: definitions },
    ...{ informants: [oneOf(INFORMANTS, search.informant)], denominators: DENOMINATORS },
    ...{ metrics: METRICS, lags: LAGS, models: [oneOf(MODELS, search.model ?? 'LEAST_SQUARES')] },
  };
}

/** How much the answer hangs on the definition: a grid fitted on the server, with progress and a way to stop it. */
export function SensitivityPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, siteId, search, choose } = useAsked();
  const grid = useGrid();
  const start = useMutation({
    mutationFn: () => call(StartStudyGrid, { studyId, siteId, grid }),
    onSuccess: ({ job }) => choose({ job: job.jobId }),
  });
  const { data } = useQuery({
    queryKey: ['StudyGrid', search.job],
    queryFn: () => call(StudyGrid, { jobId: search.job ?? '' }),
    enabled: search.job !== undefined,
    refetchInterval: ({ state }) => (state.data?.job?.state === 'RUNNING' ? LOOK_MILLISECONDS : false),
  });
  const job = data?.job ?? undefined;
  const begin = (
    <Button kind="main" disabled={start.isPending || job?.state === 'RUNNING'} onClick={() => start.mutate()}>
      {t(search.job === undefined ? 'start' : 'again')}
    </Button>
  );
  const controls = <GridChoices instrumentId={grid.instrumentId}>{begin}</GridChoices>;
  if (job?.curve !== null && job?.curve !== undefined) return <Curve panel={panelOf(job.curve)} controls={controls} />;
  const { definitionIds, denominators, metrics, lags } = grid;
  const count = definitionIds.length * denominators.length * metrics.length * lags.length;
  return (
    <section className="panel" data-panel="sensitivity">
      <h2>{t('sensitivity')}</h2>
      <p>{t('gridText', { count })}</p>
      {start.error !== null && <Problem error={start.error} />}
      {search.job !== undefined && data !== undefined && <Standing job={job} />}
      {job?.state !== 'RUNNING' && controls}
    </section>
  );
}

function GridChoices({ instrumentId, children }: { instrumentId: string; children: ReactNode }): ReactNode {
  const t = useMessages(studyMessages);
  const { search, choose } = useAsked();
  return (
    <div className="filters screen-only">
      <InstrumentChoice instrumentId={instrumentId} />
      <Choice
        label={t('model')}
        value={oneOf(MODELS, search.model ?? 'LEAST_SQUARES')}
        options={MODELS}
        onChoose={(model) => choose({ model })}
      />
      <div className="begin">{children}</div>
    </div>
  );
}

/** How a grid without a curve stands. */
function Standing({ job }: { readonly job: JobFragment | undefined }): ReactNode {
  const t = useMessages(studyMessages);
  if (job === undefined) return <p role="status">{t('gone')}</p>;
  const { jobId, state, done, total } = job;
  if (state === 'FAILED') return <p role="status">{t('failed')}</p>;
  if (state === 'CANCELLED') return <p role="status">{t('stopped', { done, total })}</p>;
  return (
    <p className="running" role="status">
      <progress value={done} max={total} aria-label={t('progress', { done, total })} />
      <span>{t('progress', { done, total })}</span>
      <Button onClick={() => void call(CancelStudyGrid, { jobId })}>{t('stop')}</Button>
    </p>
  );
}

function Curve({ panel, controls }: { readonly panel: Panel; readonly controls: ReactNode }): ReactNode {
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const { sameSign, fitted, intervalsWithoutZero } = panel.figures;
  const share = typeof sameSign === 'number' ? shareText(sameSign, language) : undefined;
  const sure = numberText(Number(intervalsWithoutZero), language);
  return (
    <PanelFrame
      name="sensitivity"
      title={t('sensitivity')}
      panel={panel}
      plot={(at) => <CurvePlot panel={panel} at={at} />}
      controls={controls}
    >
      <OtherSite panel={panel} />
      <p className="fit">
        {share === undefined ? t('noneFitted') : t('sameSign', { share, count: Number(fitted), sure })}{' '}
        {t('association-only')}
      </p>
    </PanelFrame>
  );
}

/** A curve stays in the address while another site is chosen: it says whose it is. */
function OtherSite({ panel: { figures } }: { readonly panel: Panel }): ReactNode {
  const t = useMessages(studyMessages);
  const { siteId } = useAsked();
  const { siteName } = useStudyAbout();
  const fitted = typeof figures['siteId'] === 'string' ? figures['siteId'] : null;
  if (fitted === siteId) return null;
  const nameOf = (site: string | null): string => (site === null ? t('allSites') : siteName(site));
  return (
    <p className="notice" role="status">
      {t('otherSite', { fitted: nameOf(fitted), chosen: nameOf(siteId) })}
    </p>
  );
}
