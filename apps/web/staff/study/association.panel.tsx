import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import type { Panel } from './board.table.ts';
import { numberText } from './board.text.ts';
import { useWord } from './board.words.ts';
import { Choice, DENOMINATORS, INFORMANTS, METRICS, MODELS, oneOf } from './choice.tsx';
import { AssociationPlot } from './figures/association.plot.tsx';
import { DefinitionChoice } from './homework.panel.tsx';
import { InstrumentChoice } from './outcomes.panel.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { useInstruments, usePanel } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyAssociation } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** Homework beside the change that follows, with a model of it; a dot opens its person. */
export function AssociationPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const navigate = useNavigate();
  const { studyId, asOf, siteId, search } = useAsked();
  const instruments = useInstruments();
  const instrumentId = search.instrument ?? instruments[0] ?? 'phq-9';
  const question = {
    homework: {
      definitionId: search.definition ?? 'standard',
      denominator: oneOf(DENOMINATORS, search.denominator),
    },
    ...{ metric: oneOf(METRICS, search.metric), model: oneOf(MODELS, search.model), lag: search.lag ?? 1 },
    ...{ instrumentId, informant: oneOf(INFORMANTS, search.informant) },
  };
  const { panel, waiting } = usePanel(StudyAssociation, { studyId, asOf, siteId, question });
  if (panel === undefined) return waiting;
  const open = (row: number): void => {
    const participantId = String(panel.rows[row]?.[0] ?? '');
    void navigate({ to: '/staff/people/$participantId', params: { participantId } });
  };
  return (
    <PanelFrame
      name="association"
      title={t('association')}
      panel={panel}
      onOpen={open}
      plot={(at) => <AssociationPlot panel={panel} at={at} onOpen={open} />}
      controls={<QuestionChoices instrumentId={instrumentId} />}
    >
      <FitWords panel={panel} />
    </PanelFrame>
  );
}

function QuestionChoices({ instrumentId }: { readonly instrumentId: string }): ReactNode {
  const t = useMessages(studyMessages);
  const { search, choose } = useAsked();
  return (
    <div className="filters screen-only">
      <DefinitionChoice />
      <Choice
        label={t('metric')}
        value={oneOf(METRICS, search.metric)}
        options={METRICS}
        onChoose={(metric) => choose({ metric })}
      />
      <Choice
        label={t('lag')}
        value={String(search.lag ?? 1)}
        options={['1', '2', '3', '4']}
        onChoose={(lag) => choose({ lag: Number(lag) })}
      />
      <Choice
        label={t('model')}
        value={oneOf(MODELS, search.model)}
        options={MODELS}
        onChoose={(model) => choose({ model })}
      />
      <InstrumentChoice instrumentId={instrumentId} />
    </div>
  );
}

/** The model’s answer in words, or why there is none. */
function FitWords({ panel: { figures } }: { readonly panel: Panel }): ReactNode {
  const t = useMessages(studyMessages);
  const word = useWord();
  const { language } = useLanguage();
  const { estimate, lower, upper, perSd, refused, caution } = figures;
  const say = (value: unknown): string => (typeof value === 'number' ? numberText(value, language) : '–');
  return (
    <p className="fit">
      {typeof estimate === 'number'
        ? t('estimate', { estimate: say(estimate), lower: say(lower), upper: say(upper) })
        : t('noModel', { reason: String(refused ?? '–').replace(/\.$/, '') })}{' '}
      {typeof perSd === 'number' && t('perSd', { perSd: say(perSd) })} {t('association-only')}{' '}
      {typeof caution === 'string' && t('caution', { caution: word(caution) })}
    </p>
  );
}
