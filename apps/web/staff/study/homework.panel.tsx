import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Choice, DENOMINATORS, oneOf } from './choice.tsx';
import { HeatMap } from './figures/heat-map.figure.tsx';
import { inOrder, ORDERS } from './figures/heat-map.grid.ts';
import { PanelFrame } from './panel.frame.tsx';
import { usePanel, useStudyAbout } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyHeatMap } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** Who does homework, person by week; a row opens its person. */
export function HomeworkPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const navigate = useNavigate();
  const { studyId, asOf, siteId, search } = useAsked();
  const homework = {
    definitionId: search.definition ?? 'standard',
    denominator: oneOf(DENOMINATORS, search.denominator),
  };
  const { panel: told, waiting } = usePanel(StudyHeatMap, { studyId, asOf, siteId, homework });
  const order = oneOf(ORDERS, search.order);
  const panel = useMemo(() => told && { ...told, rows: inOrder(told.rows, order) }, [told, order]);
  if (panel === undefined) return waiting;
  const open = (row: number): void => {
    const participantId = String(panel.rows[row]?.[0] ?? '');
    void navigate({ to: '/staff/people/$participantId', params: { participantId } });
  };
  return (
    <PanelFrame
      name="homework"
      title={t('homework')}
      panel={panel}
      onOpen={open}
      plot={(at) => <HeatMap panel={panel} at={at} onOpen={open} />}
      controls={
        <div className="filters screen-only">
          <DefinitionChoice />
          <OrderChoice />
        </div>
      }
    />
  );
}

/** Under which definition homework is counted, and against what. */
export function DefinitionChoice(): ReactNode {
  const t = useMessages(studyMessages);
  const { search, choose } = useAsked();
  const { definitions, definitionName } = useStudyAbout();
  const chosen = search.definition ?? 'standard';
  return (
    <>
      <Choice
        label={t('definition')}
        value={chosen}
        options={[...new Set([...definitions, chosen])]}
        nameOf={definitionName}
        onChoose={(definition) => choose({ definition: definition === 'standard' ? undefined : definition })}
      />
      <Choice
        label={t('denominator')}
        value={oneOf(DENOMINATORS, search.denominator)}
        options={DENOMINATORS}
        onChoose={(denominator) => choose({ denominator })}
      />
    </>
  );
}

function OrderChoice(): ReactNode {
  const t = useMessages(studyMessages);
  const { search, choose } = useAsked();
  const names = {
    most: t('order.most'),
    least: t('order.least'),
    site: t('order.site'),
    person: t('order.person'),
  };
  return (
    <Choice
      label={t('order')}
      value={oneOf(ORDERS, search.order)}
      options={ORDERS}
      nameOf={(order) => names[oneOf(ORDERS, order)]}
      onChoose={(order) => choose({ order })}
    />
  );
}
