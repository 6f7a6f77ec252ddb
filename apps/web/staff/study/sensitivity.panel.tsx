import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '../../graphql/call.ts';
import { useMessages } from '../../language/language.context.tsx';
import { Button, Problem } from '../shell/parts.tsx';
import { panelOf } from './board.table.ts';
import { INFORMANTS, METRICS, MODELS, oneOf } from './choice.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { useAsked } from './study.context.ts';
import { CancelStudyGrid, type JobFragment, StartStudyGrid, StudyGrid } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';
import { CurvePlot } from './study.plots.tsx';

const LAGS = [1, 2, 3];
const LOOK_MILLISECONDS = 250;

/** How much the answer hangs on the definition: a grid fitted on the server, with progress and a way to stop it. */
export function SensitivityPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, search } = useAsked();
  const [jobId, setJobId] = useState<string>();
  const grid = {
    ...{ instrumentId: search.instrument ?? 'phq-9', informants: [oneOf(INFORMANTS, search.informant)] },
    ...{
      definitionIds: ['standard', 'completed-half'],
      denominators: ['AS_ADJUSTED' as const, 'AS_ASSIGNED' as const],
    },
    ...{ metrics: METRICS, lags: LAGS, models: [oneOf(MODELS, search.model ?? 'LEAST_SQUARES')] },
  };
  const start = useMutation({
    mutationFn: () => call(StartStudyGrid, { studyId, grid }),
    onSuccess: ({ job }) => setJobId(job.jobId),
  });
  const { data } = useQuery({
    queryKey: ['grid', jobId],
    queryFn: () => call(StudyGrid, { jobId: jobId ?? '' }),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (state.data?.job?.state === 'RUNNING' ? LOOK_MILLISECONDS : false),
  });
  const job = data?.job ?? undefined;
  if (job?.curve !== null && job?.curve !== undefined) return <Curve job={job} />;
  return (
    <section className="panel" data-panel="sensitivity">
      <h2>{t('sensitivity')}</h2>
      <p>{t('gridText')}</p>
      {start.error !== null && <Problem error={start.error} />}
      {job?.state === 'RUNNING' ? (
        <>
          <progress value={job.done} max={job.total} aria-label={t('progress', { done: job.done, total: job.total })} />
          <Button onClick={() => void call(CancelStudyGrid, { jobId: job.jobId })}>{t('stop')}</Button>
        </>
      ) : (
        <Button kind="main" disabled={start.isPending} onClick={() => start.mutate()}>
          {t('start')}
        </Button>
      )}
    </section>
  );
}

function Curve({ job: { curve } }: { readonly job: JobFragment }): ReactNode {
  const t = useMessages(studyMessages);
  if (curve === null) return null;
  const panel = panelOf(curve);
  const { sameSign, fitted } = panel.figures;
  return (
    <PanelFrame name="sensitivity" title={t('sensitivity')} panel={panel} plot={<CurvePlot panel={panel} />}>
      <p className="fit">
        {typeof sameSign === 'number' && t('sameSign', { share: Math.round(sameSign * 100), count: Number(fitted) })}{' '}
        {t('association-only')}
      </p>
    </PanelFrame>
  );
}
