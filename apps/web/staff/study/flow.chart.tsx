import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useWord } from './board.words.ts';
import type { StudyFlowQuery } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

type Flow = StudyFlowQuery['flow'];
export type Stage = Flow['stages'][number];

/** A box of the flow: a stage, of one arm or of all. */
export interface Box {
  readonly stage: Stage['stage'];
  readonly arm: string | null;
}

interface FlowChartProps {
  readonly flow: Flow;
  readonly onOpen: (box: Box) => void;
}

/** Before and at the beginning, for everybody together. */
const TRUNK: readonly Stage['stage'][] = ['SCREENED', 'CONSENTED', 'ENROLLED', 'ALLOCATED'];
/** Who went no further, beside the stage after which they did. */
const ASIDE: Readonly<Partial<Record<Stage['stage'], readonly Stage['stage'][]>>> = {
  SCREENED: ['NOT_ELIGIBLE', 'ELIGIBLE_NOT_ENROLLED'],
};
/** What became of everybody; by arm where arms are known. */
const BRANCH: readonly Stage['stage'][] = [
  ...(['ALLOCATED', 'RECEIVED_INTERVENTION', 'LEFT_INTERVENTION', 'LEFT_STUDY'] as const),
  ...(['ONGOING', 'COMPLETED'] as const),
];

/** The flow as boxes from top to bottom, side by side where arms part. */
export function FlowChart({ flow: { stages, arms }, onOpen }: FlowChartProps): ReactNode {
  const t = useMessages(studyMessages);
  const branches = arms !== undefined && arms !== null && arms.length > 0 ? arms : undefined;
  const allocated = peopleAt(stages, 'ALLOCATED');
  return (
    <div className="flow">
      <ol>
        {TRUNK.filter((stage) => peopleAt(stages, stage) > 0).map((stage) => (
          <li key={stage}>
            <BoxOf {...{ stages, stage, onOpen }} arm={null} />
            {ASIDE[stage]
              ?.filter((aside) => peopleAt(stages, aside) > 0)
              .map((aside) => (
                <BoxOf key={aside} {...{ stages, onOpen }} stage={aside} arm={null} aside />
              ))}
          </li>
        ))}
      </ol>
      {branches === undefined ? (
        <Branch stages={stages} arm={null} onOpen={onOpen} />
      ) : (
        <div className="arms">
          {branches.map(({ arm, stages: own }) => (
            <Branch key={arm} stages={own} arm={arm} onOpen={onOpen} />
          ))}
        </div>
      )}
      {allocated > 0 && branches === undefined && <p className="soft">{t('armsMasked')}</p>}
    </div>
  );
}

interface BranchProps {
  readonly stages: readonly Stage[];
  readonly arm: string | null;
  readonly onOpen: (box: Box) => void;
}

function Branch({ stages, arm, onOpen }: BranchProps): ReactNode {
  const shown = BRANCH.filter((stage) => peopleAt(stages, stage) > 0 && !(arm === null && stage === 'ALLOCATED'));
  return (
    <section aria-label={arm ?? undefined}>
      {arm !== null && <h3>{arm}</h3>}
      <ol>
        {shown.map((stage) => (
          <li key={stage}>
            <BoxOf {...{ stages, stage, arm, onOpen }} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const peopleAt = (stages: readonly Stage[], wanted: Stage['stage']): number =>
  stages.find(({ stage }) => stage === wanted)?.people ?? 0;

interface BoxProps extends BranchProps {
  readonly stage: Stage['stage'];
  readonly aside?: boolean;
}

function BoxOf({ stages, stage, arm, aside = false, onOpen }: BoxProps): ReactNode {
  const word = useWord();
  const reasons = stages.find((each) => each.stage === stage)?.reasons ?? [];
  return (
    <button type="button" className={aside ? 'box aside' : 'box'} onClick={() => onOpen({ stage, arm })}>
      <span className="stage">
        {word(stage)} <strong>{peopleAt(stages, stage)}</strong>
      </span>
      {reasons.length > 0 && (
        <small>{reasons.map(({ reason, people }) => `${word(reason)} ${people}`).join(' · ')}</small>
      )}
    </button>
  );
}
