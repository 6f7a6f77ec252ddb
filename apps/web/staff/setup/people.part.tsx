import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Choose } from '../shell/choose.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { todayIn, useStudy, useWho } from '../shell/who.context.tsx';
import { AppointStaff, type SetUpStateQuery } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';
import { type HeldPost, type Post, type Role, ROLES } from './staff.posts.ts';

interface PeoplePartProps {
  readonly known: SetUpStateQuery;
  /** Undefined while they are not known. */
  readonly held: readonly HeldPost[] | undefined;
  readonly vacant: readonly Post[] | undefined;
}

/** Who may do what, where; and which posts of the document nobody holds yet. */
export function PeoplePart({ known, held, vacant }: PeoplePartProps): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId, timeZone } = useStudy();
  const { may } = useWho();
  const { save } = useActs();
  const [staffId, setStaffId] = useState('');
  const [role, setRole] = useState<Role>('CLINICIAN');
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
      {held !== undefined && vacant !== undefined && <Posts {...{ held, vacant }} />}
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

/** Who holds what, and what is still needed to run the study as its document says. */
function Posts({ held, vacant }: { readonly held: readonly HeldPost[]; readonly vacant: readonly Post[] }): ReactNode {
  const t = useMessages(setUpMessages);
  const nameOf = ({ role, siteId }: Post): string =>
    siteId === null ? t(`role.${role}`) : t('postAt', { role: t(`role.${role}`), site: siteId });
  const who = held.map((post) => t('appointSaid', { who: post.staffId, role: nameOf(post) })).join(', ');
  return (
    <>
      {who !== '' && <p>{t('appointed', { who })}</p>}
      <p role="status">
        {vacant.length === 0 ? t('postsHeld') : t('postsVacant', { what: vacant.map(nameOf).join(', ') })}
      </p>
    </>
  );
}
