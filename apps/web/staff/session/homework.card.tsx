import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs, useSaid } from '../commands/acts.context.tsx';
import { ReportOccurrence } from '../commands/commands.generated.ts';
import { useRead } from '../commands/read.ts';
import { RatingPanel } from '../review/rating.panel.tsx';
import { reviewActs } from '../review/review.acts.ts';
import { Submission } from '../review/review.generated.ts';
import { SubmissionView } from '../review/submission.tsx';
import { Button } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { useWords, Words } from '../words/sealed-words.tsx';
import { useTerms, valuesOf } from '../words/terms.ts';
import { ProposalButtons } from './proposal.buttons.tsx';
import { sessionMessages } from './session.messages.ts';
import type { AgendaHomework } from './session.plan.ts';

interface HomeworkCardProps {
  readonly homework: AgendaHomework;
  readonly person: { readonly participantId: string; readonly code: string };
  readonly sessionId: string | undefined;
  /** Recurring work is told of day by day. */
  readonly recurring: boolean;
}

/** A piece of homework in the session: what is known, how it went and why, then the review. */
export function HomeworkCard({ homework, person, sessionId, recurring }: HomeworkCardProps): ReactNode {
  const t = useMessages(sessionMessages);
  const [open, setOpen] = useState(false);
  const said = useSaid();
  const reviewed = homework.reviewed || said(`reviewed ${homework.assignmentId}`);
  const proposed = homework.status === 'PROPOSED';
  const told = homework.full + homework.part + homework.alternative + homework.unable + homework.abandoned > 0;
  return (
    <article className="homework">
      <header>
        <h3>
          <Words of={homework.title} />
        </h3>
        {reviewed && <span className="badge">✓ {t('reviewed')}</span>}
        {proposed && <span className="badge">{t('PROPOSAL')}</span>}
      </header>
      <Known homework={homework} />
      {proposed && <ProposalButtons homework={homework} person={person} />}
      {!proposed && !recurring && !told && <HowItWent homework={homework} />}
      {!proposed && !open && (!reviewed || homework.unanswered > 0) && (
        <Button kind={told || reviewed ? 'plain' : 'quiet'} onClick={() => setOpen(true)}>
          {t(reviewed ? 'answerThis' : 'reviewThis')}
        </Button>
      )}
      {open && reviewed && <SubmissionView assignmentId={homework.assignmentId} code={person.code} />}
      {open && !reviewed && (
        <ReviewHere homework={homework} person={person} sessionId={sessionId} onDone={() => setOpen(false)} />
      )}
    </article>
  );
}

/** What was told since the last session, in a line. */
function Known({ homework }: { readonly homework: AgendaHomework }): ReactNode {
  const t = useMessages(sessionMessages);
  const terms = useTerms();
  const counts = (['full', 'part', 'alternative', 'unable', 'notDone', 'unreported'] as const).filter(
    (kind) => homework[kind] > 0,
  );
  const { barriers, unanswered } = homework;
  return (
    <ul className="facts">
      {counts.map((kind) => (
        <li key={kind}>{t(kind, { count: homework[kind] })}</li>
      ))}
      {barriers.length > 0 && (
        <li>{t('barriers', { what: barriers.map((one) => terms(`barrier.${one}`)).join(', ') })}</li>
      )}
      {unanswered > 0 && <li>{t('unanswered', { count: unanswered })}</li>}
    </ul>
  );
}

const WENT = ['DONE', 'PART', 'NOT_DONE'] as const;
type Went = (typeof WENT)[number];
const BARRIERS = valuesOf('barrier');
type Barrier = (typeof BARRIERS)[number];

/** Done, partly or not; and for what was not, what was in the way. */
function HowItWent({ homework }: { readonly homework: AgendaHomework }): ReactNode {
  const t = useMessages(sessionMessages);
  const terms = useTerms();
  const words = useWords();
  const { save } = useActs();
  const [went, setWent] = useState<Went>();
  const { assignmentId } = homework;
  const tell = (state: Went, barriers: readonly Barrier[]): void => {
    const why = barriers.length === 0 ? {} : { barriers: [...barriers] };
    const input = { assignmentId, state, informant: 'CLIENT' as const, ...why };
    const what = t('saidTold', { title: words(homework.title), what: terms(`state.${state}`) });
    void save({ what, acts: [act('ASSIGNMENT', ReportOccurrence, input)] });
    setWent(undefined);
  };
  return (
    <fieldset className="went">
      <legend>{t('howWas')}</legend>
      <div className="row">
        {WENT.map((state) => (
          <Button
            key={state}
            aria-pressed={went === state}
            onClick={() => (state === 'DONE' ? tell(state, []) : setWent(state))}
          >
            {t(state)}
          </Button>
        ))}
      </div>
      {went !== undefined && <Why onSave={(barriers) => tell(went, barriers)} />}
    </fieldset>
  );
}

function Why({ onSave }: { readonly onSave: (barriers: readonly Barrier[]) => void }): ReactNode {
  const t = useMessages(sessionMessages);
  const terms = useTerms();
  const [chosen, setChosen] = useState<readonly Barrier[]>([]);
  const turn = (barrier: Barrier): void =>
    setChosen(chosen.includes(barrier) ? chosen.filter((each) => each !== barrier) : [...chosen, barrier]);
  return (
    <fieldset className="why">
      <legend>{t('why')}</legend>
      <div className="checks">
        {BARRIERS.map((barrier) => (
          <label key={barrier} className="check">
            <input type="checkbox" checked={chosen.includes(barrier)} onChange={() => turn(barrier)} />
            <span>{terms(`barrier.${barrier}`)}</span>
          </label>
        ))}
      </div>
      <Button kind="main" onClick={() => onSave(chosen)}>
        {t('saveTold')}
      </Button>
    </fieldset>
  );
}

interface ReviewHereProps extends Omit<HomeworkCardProps, 'recurring'> {
  readonly onDone: () => void;
}

function ReviewHere({ homework, person, sessionId, onDone }: ReviewHereProps): ReactNode {
  const t = useMessages(sessionMessages);
  const words = useWords();
  const { me } = useWho();
  const { studyId } = useStudy();
  const { save } = useActs();
  const { assignmentId } = homework;
  const { participantId, code } = person;
  const { data } = useRead(Submission, { studyId, assignmentId });
  const version = data?.assignment?.version ?? 1;
  const attemptId = data?.assignment?.attempts.nodes[0]?.attemptId;
  const place = sessionId === undefined ? {} : { sessionId };
  return (
    <div className="review-here">
      <div>
        <SubmissionView assignmentId={assignmentId} code={code} />
      </div>
      <RatingPanel
        code={code}
        label={t('saveReview')}
        onSave={(rated) => {
          const reviewed = { assignmentId, participantId, version, attemptId, raterId: me.subjectId, ...place };
          void save({
            what: `${t('reviewed')}: ${words(homework.title)}`,
            acts: reviewActs(reviewed, rated),
            tag: `reviewed ${assignmentId}`,
          });
          onDone();
        }}
      />
    </div>
  );
}
