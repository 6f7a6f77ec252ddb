import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Choose } from '../shell/choose.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { todayIn, useStudy, useWho } from '../shell/who.context.tsx';
import { AppointStaff, type SetUpStateQuery } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';

const ROLES = [
  ...(['SITE_INVESTIGATOR', 'CLINICIAN', 'SUPERVISOR', 'OUTCOME_ASSESSOR', 'FIDELITY_RATER', 'RESEARCHER'] as const),
  ...(['ANALYST', 'DMC_STATISTICIAN', 'MONITOR', 'PRIVACY_OFFICER', 'COORDINATOR'] as const),
];

/** Who may do what, where. */
export function PeoplePart({ known }: { readonly known: SetUpStateQuery }): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId, timeZone } = useStudy();
  const { may } = useWho();
  const { save } = useActs();
  const [staffId, setStaffId] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('CLINICIAN');
  const [site, setSite] = useState('');
  const sites = ['', ...(known.study?.sites.nodes ?? []).map(({ siteId }) => siteId)];
  if (!may('staff:appoint')) return <p className="soft">{t('peopleText')}</p>;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const post = { studyId, staffId, role, from: todayIn(timeZone), ...(site === '' ? {} : { siteId: site }) };
    const what = t('appointSaid', { who: staffId, role: t(`role.${role}`) });
    void save({ what, acts: [act('STUDY', AppointStaff, post)], undoable: false });
    setStaffId('');
  };
  return (
    <form onSubmit={submit}>
      <p className="soft">{t('peopleText')}</p>
      <div className="row">
        <Field label={t('staffId')}>
          <input required maxLength={100} value={staffId} onChange={({ target }) => setStaffId(target.value)} />
        </Field>
        <Choose label={t('role')} values={ROLES} value={role} say={(one) => t(`role.${one}`)} onValue={setRole} />
        <Choose
          label={t('where')}
          values={sites}
          value={site}
          say={(one) => one || t('everywhere')}
          onValue={setSite}
        />
      </div>
      <Button type="submit">{t('appoint')}</Button>
    </form>
  );
}
