import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { act } from '../commands/act.ts';
import { useActs } from '../commands/acts.context.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { type Draft, rowsOf, wordOf } from './draft.ts';
import { OpenSite, type SetUpStateQuery } from './setup.generated.ts';
import { setUpMessages } from './setup.messages.ts';

interface KnownProps {
  readonly known: SetUpStateQuery;
  readonly draft: Draft;
}

/** Sites of the document, opened one by one: with their name and the calendar they work by. */
export function OpenSitesPart({ known, draft }: KnownProps): ReactNode {
  const t = useMessages(setUpMessages);
  const open = known.study?.sites.nodes ?? [];
  const wanted = rowsOf(draft, 'sites')
    .map(({ siteId }) => wordOf(siteId))
    .filter((site) => site !== '');
  if (wanted.length === 0) return <p className="soft">{t('noSites')}</p>;
  return (
    <ul className="plain-list">
      {wanted.map((siteId) => {
        const found = open.find((site) => site.siteId === siteId);
        return (
          <li key={siteId} className="site-to-open">
            <strong>{siteId}</strong>
            {found === undefined ? (
              <SiteForm siteId={siteId} />
            ) : (
              <span className="soft">{t('opened', { name: found.name, zone: found.timeZone })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function SiteForm({ siteId }: { readonly siteId: string }): ReactNode {
  const t = useMessages(setUpMessages);
  const { studyId, timeZone } = useStudy();
  const { save } = useActs();
  const [site, setSite] = useState({ name: '', timeZone });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const one = act('STUDY', OpenSite, { studyId, siteId, ...site });
    void save({ what: t('openSaid', { name: site.name }), acts: [one], undoable: false });
  };
  return (
    <form className="row" onSubmit={submit} aria-label={`${t('openSite')}: ${siteId}`}>
      <Field label={t('siteName')}>
        <input
          required
          maxLength={200}
          value={site.name}
          onChange={({ target }) => setSite({ ...site, name: target.value })}
        />
      </Field>
      <Field label={t('timeZone')}>
        <input required value={site.timeZone} onChange={({ target }) => setSite({ ...site, timeZone: target.value })} />
      </Field>
      <Button type="submit">{t('openSite')}</Button>
    </form>
  );
}
