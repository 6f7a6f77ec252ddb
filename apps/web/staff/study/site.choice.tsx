import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Choice } from './choice.tsx';
import { useStudyAbout } from './panel.read.tsx';
import { useAsked } from './study.context.ts';
import { studyMessages } from './study.messages.ts';

/** One site or all; nothing where there is one only. */
export function SiteChoice(): ReactNode {
  const t = useMessages(studyMessages);
  const { search, choose } = useAsked();
  const { sites, siteName } = useStudyAbout();
  if (sites.length < 2 && search.site === undefined) return null;
  return (
    <Choice
      label={t('site')}
      value={search.site ?? ''}
      options={[
        ...new Set([...sites.map(({ siteId }) => siteId), ...(search.site === undefined ? [] : [search.site])]),
      ]}
      nameOf={siteName}
      all={t('allSites')}
      onChoose={(site) => choose({ site })}
    />
  );
}
