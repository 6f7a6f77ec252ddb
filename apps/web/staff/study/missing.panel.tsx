import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useWord } from './board.words.ts';
import { Cases, type Place } from './cases.list.tsx';
import { MissingPlot } from './figures/missing.plot.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { usePanel } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyMissing } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

const STATUSES = ['RECEIVED', 'EARLY', 'LATE', 'MISSED', 'PENDING', 'OVERDUE'] as const;

/** What was expected and what came of it; a bar opens its people. */
export function MissingPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const word = useWord();
  const { studyId, asOf, siteId } = useAsked();
  const [opened, setOpened] = useState<number>();
  const { panel, waiting } = usePanel(StudyMissing, { studyId, asOf, siteId });
  if (panel === undefined) return waiting;
  const row = opened === undefined ? undefined : panel.rows[opened];
  const place = row && placeOf(row);
  return (
    <PanelFrame
      name="missing"
      title={t('missing')}
      panel={panel}
      onOpen={setOpened}
      plot={(at) => <MissingPlot panel={panel} at={at} onOpen={setOpened} />}
    >
      {place !== undefined && row !== undefined && (
        <Cases
          place={place}
          title={`${row[0]} ${row[1]}: ${word(String(row[3]))}`}
          onClose={() => setOpened(undefined)}
        />
      )}
    </PanelFrame>
  );
}

function placeOf([instrument, occasion, , code]: readonly unknown[]): Place | undefined {
  const status = STATUSES.find((each) => each.toLowerCase() === code);
  if (status === undefined) return undefined;
  return { measures: { instrumentId: String(instrument), occasion: String(occasion), status } };
}
