import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { dayOfYear } from '../../language/dates.ts';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { readKey } from '../commands/read.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { DataLedger, type DataLedgerQuery, SetReleasePolicy } from './data.generated.ts';
import { dataMessages } from './data.messages.ts';

type Policy = NonNullable<DataLedgerQuery['releasePolicy']>;
type Approval = Policy['approval'];

const APPROVALS = ['REQUESTER', 'SECOND_PERSON'] as const satisfies readonly Approval[];

interface ReleasePolicyProps {
  readonly policy: Policy;
}

/** Who lets data go, in a line; and the way to say otherwise, for those who may. */
export function ReleasePolicy({ policy }: ReleasePolicyProps): ReactNode {
  const t = useMessages(dataMessages);
  const { language } = useLanguage();
  const { may } = useWho();
  const [changes, setChanges] = useState(false);
  const { approval, reason, since } = policy;
  const when = since === null ? '' : dayOfYear(since, language);
  return (
    <section className="release-policy" aria-label={t('policy')}>
      <p>
        {t(`policy.${approval}`)}{' '}
        {reason !== null && <span className="soft">{t('policySince', { when, reason })}</span>}
      </p>
      {may('dataset:approve') && (
        <Button aria-label={`${t('change')}: ${t('policy')}`} onClick={() => setChanges(true)}>
          {t('change')}
        </Button>
      )}
      {changes && <PolicyForm now={approval} onClose={() => setChanges(false)} />}
    </section>
  );
}

interface PolicyFormProps {
  readonly now: Approval;
  readonly onClose: () => void;
}

function PolicyForm({ now, onClose }: PolicyFormProps): ReactNode {
  const t = useMessages(dataMessages);
  const [approval, setApproval] = useState(now);
  const [reason, setReason] = useState('');
  const set = useSetting();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onClose();
    set(approval, reason.trim());
  };
  return (
    <Dialog title={t('policy')} onClose={onClose}>
      <form onSubmit={submit}>
        <fieldset className="policy-choices">
          <legend>{t('policyAsk')}</legend>
          {APPROVALS.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="approval" checked={approval === one} onChange={() => setApproval(one)} />
              <span>
                <strong>{t(`policyChoice.${one}`)}</strong>
                {one === now && <span className="badge">{t('policyNow')}</span>}
                <span className="soft">{t(`policyAbout.${one}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Field label={t('reasonFor')} help={t('policyReasonHelp')}>
          <input required maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <Button kind="main" type="submit" disabled={approval === now || reason.trim() === ''}>
          {t('policySave')}
        </Button>
      </form>
    </Dialog>
  );
}

/** Sends it; the ledger says it at once, and says what was before where it is not saved. */
function useSetting(): (approval: Approval, reason: string) => void {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  const { save } = useActs();
  const queries = useQueryClient();
  return (approval, reason) => {
    const key = readKey(DataLedger, { studyId });
    const show = (): (() => void) => {
      const before = queries.getQueryData<DataLedgerQuery>(key);
      const releasePolicy = { approval, reason, since: new Date().toISOString() };
      if (before !== undefined) queries.setQueryData<DataLedgerQuery>(key, { ...before, releasePolicy });
      return () => queries.setQueryData(key, before);
    };
    const acts = [act('DATASET', SetReleasePolicy, { studyId, approval, reason })];
    void save({ what: t('policySaid'), acts, show, undoable: false });
  };
}
