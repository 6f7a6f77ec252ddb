import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useWord } from './board.words.ts';
import { Cases } from './cases.list.tsx';
import { ASPECTS, Choice, oneOf } from './choice.tsx';
import { ExplorerPlot } from './figures/explorer.plot.tsx';
import { PanelFrame } from './panel.frame.tsx';
import { usePanel } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { StudyExplorer } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** What homework is given, done, adjusted and abandoned, and why; a bar opens its people. */
export function ExplorerPanel(): ReactNode {
  const t = useMessages(studyMessages);
  const word = useWord();
  const { studyId, asOf, siteId, search } = useAsked();
  const [opened, setOpened] = useState<{ readonly part: string | null }>();
  const by = oneOf(ASPECTS, search.by);
  const { panel, waiting } = usePanel(StudyExplorer, { studyId, asOf, siteId, by });
  if (panel === undefined) return waiting;
  const open = (row: number): void => {
    const part = panel.rows[row]?.[0] ?? null;
    setOpened({ part: part === null ? null : String(part) });
  };
  const part = opened?.part;
  return (
    <PanelFrame
      name="explorer"
      title={t('explorer')}
      panel={panel}
      onOpen={open}
      plot={(at) => <ExplorerPlot panel={panel} at={at} onOpen={open} />}
      controls={<AspectChoice by={by} onChosen={() => setOpened(undefined)} />}
    >
      {opened !== undefined && (
        <Cases
          place={{ homework: { by, part: opened.part } }}
          title={`${word(by)}: ${part === null || part === undefined ? t('unrecorded') : word(part)}`}
          onClose={() => setOpened(undefined)}
        />
      )}
    </PanelFrame>
  );
}

function AspectChoice({ by, onChosen }: { readonly by: string; readonly onChosen: () => void }): ReactNode {
  const t = useMessages(studyMessages);
  const { choose } = useAsked();
  return (
    <div className="filters screen-only">
      <Choice
        label={t('by')}
        value={by}
        options={ASPECTS}
        onChoose={(chosen) => {
          onChosen();
          choose({ by: chosen });
        }}
      />
    </div>
  );
}
