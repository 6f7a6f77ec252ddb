import { type ReactNode, useState } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import type { Panel } from './board.table.ts';
import { hoursText } from './board.text.ts';
import { Cases } from './cases.list.tsx';
import { QualityPlot } from './figures/quality.plot.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { usePanel, useStudyAbout } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyQuality } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';
import { TableView } from './table.view.tsx';

const CONCERNS = ['LATE_ATTEMPTS', 'UNLOGGED_SESSIONS', 'MISSING_MEASURES', 'CORRECTIONS', 'QUERIES'] as const;
type Concern = (typeof CONCERNS)[number];

interface Opened {
  readonly concern: Concern;
  readonly siteId: string | undefined;
}

/** How carefully each site records: late entry first of all. Sites are compared, so all are shown. */
export function QualityPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const { studyId, asOf, siteId } = useAsked();
  const { siteName } = useStudyAbout();
  const [opened, setOpened] = useState<Opened>();
  const { panel, waiting } = usePanel(StudyQuality, { studyId, asOf });
  if (panel === undefined) return waiting;
  const open = (row: number): void => {
    const site = panel.rows[row]?.[0];
    setOpened({ concern: 'LATE_ATTEMPTS', siteId: typeof site === 'string' ? site : undefined });
  };
  return (
    <PanelFrame
      name="quality"
      title={t('quality')}
      panel={panel}
      onOpen={open}
      plot={(at) => <QualityPlot panel={panel} at={at} nameOf={siteName} />}
    >
      <Latest panel={panel} nameOf={siteName} />
      <TableView panel={panel} onOpen={open} />
      <Concerns opened={opened} onOpen={(concern) => setOpened({ concern, siteId: opened?.siteId })} />
      {opened !== undefined && (
        <Cases
          place={{ quality: opened.concern }}
          siteId={opened.siteId}
          title={[
            ...[opened.siteId ?? siteId].flatMap((site) => (site === null ? [] : [siteName(site)])),
            t(`concern.${opened.concern}`),
          ].join(': ')}
          onClose={() => setOpened(undefined)}
        />
      )}
    </PanelFrame>
  );
}

interface ConcernsProps {
  readonly opened: Opened | undefined;
  readonly onOpen: (concern: Concern) => void;
}

function Concerns({ opened, onOpen }: ConcernsProps): ReactNode {
  const t = useMessages(studyMessages);
  return (
    <div className="concerns screen-only" role="group" aria-label={t('lookInto')}>
      <span className="soft">{t('lookInto')}:</span>
      {CONCERNS.map((concern) => (
        <Button key={concern} kind="quiet" aria-pressed={opened?.concern === concern} onClick={() => onOpen(concern)}>
          {t(`concern.${concern}`)}
        </Button>
      ))}
    </div>
  );
}

/** Says which site records latest, where there is more than one and it is late. */
function Latest({ panel, nameOf }: { readonly panel: Panel; readonly nameOf: (site: string) => string }): ReactNode {
  const t = useMessages(studyMessages);
  const { language } = useLanguage();
  const told = panel.rows.filter(([site, , , lag]) => typeof site === 'string' && typeof lag === 'number');
  const [latest] = told.toSorted((one, other) => Number(other[3]) - Number(one[3]));
  if (latest === undefined || told.length < 2 || Number(latest[3]) <= Number(panel.figures['lateHours'])) return null;
  const time = hoursText(Number(latest[3]), language);
  return <p className="fit">{t('latest', { site: nameOf(String(latest[0])), time })}</p>;
}
