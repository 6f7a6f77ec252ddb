import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { ApproveDataset, CancelDataset, RecallDataset } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';

export type Deciding = 'approve' | 'recall' | 'cancel';

const DECISIONS = {
  approve: { document: ApproveDataset, said: 'approving', text: 'approveText' },
  recall: { document: RecallDataset, said: 'recalling', text: 'recallText' },
  cancel: { document: CancelDataset, said: 'cancelling', text: 'cancelText' },
} as const;

interface ReleaseDecisionProps {
  readonly deciding: Deciding;
  readonly releaseId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Decides about a release, for a reason. */
export function ReleaseDecision({ deciding, releaseId, title, onClose }: ReleaseDecisionProps): ReactNode {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const [reason, setReason] = useState('');
  const { document, said, text } = DECISIONS[deciding];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onClose();
    const one = act('DATASET', document, { studyId, releaseId, reason });
    void save({ what: t(said, { name: title }), acts: [one], undoable: false });
  };
  return (
    <Dialog title={t(deciding)} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{t(text)}</p>
        <Field label={t('reasonFor')}>
          <input required maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <Button kind="main" type="submit">
          {t(deciding)}
        </Button>
      </form>
    </Dialog>
  );
}
