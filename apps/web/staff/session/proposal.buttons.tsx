import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { AssignChoices } from '../assign/assign.generated.ts';
import { again } from '../assign/homework.choices.ts';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { AssignHomework, DeclineAssignment } from '../commands/commands.generated.ts';
import { useRead } from '../commands/read.ts';
import { Button } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { sessionMessages } from './session.messages.ts';
import type { AgendaHomework } from './session.plan.ts';

interface ProposalProps {
  readonly homework: Pick<AgendaHomework, 'assignmentId' | 'title'>;
  readonly person: { readonly participantId: string };
}

/** Somebody’s own idea: agreed on as it is, or put aside. */
export function ProposalButtons({ homework, person: { participantId } }: ProposalProps): ReactNode {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  const { studyId } = useStudy();
  const { save } = useActs();
  const { data } = useRead(AssignChoices, { studyId, participantId, language });
  const { assignmentId } = homework;
  const proposal = data?.proposals.nodes.find((each) => each.assignmentId === assignmentId);
  const title = homework.title.text;
  if (proposal === undefined || title === null) return null;
  const agree = { assignmentId, participantId, initiatedBy: 'CLIENT' as const, terms: again(proposal, title) };
  const decline = { assignmentId, by: 'THERAPIST' as const, reason: 'NOT_NOW' as const };
  return (
    <div className="row">
      <Button
        onClick={() =>
          void save({ what: t('saidAccept', { title }), acts: [act('ASSIGNMENT', AssignHomework, agree)] })
        }
      >
        {t('accept')}
      </Button>
      <Button
        onClick={() =>
          void save({ what: t('saidDecline', { title }), acts: [act('ASSIGNMENT', DeclineAssignment, decline)] })
        }
      >
        {t('decline')}
      </Button>
    </div>
  );
}
