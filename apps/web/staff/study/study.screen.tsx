import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Empty, Head } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { studyMessages } from './study.messages.ts';

/** The researcher’s part of the page. */
export function StudyScreen(): ReactNode {
  const t = useMessages(studyMessages);
  const { title } = useStudy();
  return (
    <>
      <Head title={title} about={t('title')} />
      <Empty title={t('none')}>
        <p>{t('noneText')}</p>
      </Empty>
    </>
  );
}
