import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Choice, INFORMANTS, oneOf } from './choice.tsx';
import { OutcomesPlot } from './figures/outcomes.plot.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { useInstruments, usePanel } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyOutcomes } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** Means over time, an arm a line for whoever may know arms. */
export function OutcomesPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, siteId, search } = useAsked();
  const instruments = useInstruments();
  const asked = { studyId, asOf, siteId, informant: oneOf(INFORMANTS, search.informant) };
  const instrumentId = search.instrument ?? instruments[0] ?? 'phq-9';
  const { panel, waiting } = usePanel(StudyOutcomes, { ...asked, instrumentId });
  if (panel === undefined) return waiting;
  return (
    <PanelFrame
      name="outcomes"
      title={t('outcomes')}
      panel={panel}
      plot={(at) => <OutcomesPlot panel={panel} at={at} />}
      controls={
        <div className="filters screen-only">
          <InstrumentChoice instrumentId={instrumentId} />
        </div>
      }
    />
  );
}

/** The questionnaire, and who fills it in. */
export function InstrumentChoice({ instrumentId }: { readonly instrumentId: string }): ReactNode {
  const t = useMessages(studyMessages);
  const { search, choose } = useAsked();
  const instruments = useInstruments();
  return (
    <>
      <Choice
        label={t('instrument')}
        value={instrumentId}
        options={[...new Set([...instruments, instrumentId])]}
        nameOf={(id) => id.toUpperCase()}
        onChoose={(instrument) => choose({ instrument })}
      />
      <Choice
        label={t('informant')}
        value={oneOf(INFORMANTS, search.informant)}
        options={INFORMANTS}
        onChoose={(informant) => choose({ informant })}
      />
    </>
  );
}
