import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import type { Panel } from './board.table.ts';
import { useWord } from './board.words.ts';
import { studyMessages } from './study.messages.ts';

/** Over whom, up to where in the log, who is left out, and by which definition. The definition is part of the data: in English, as its file has it. */
export function Provenance({ panel }: { readonly panel: Panel }): ReactNode {
  const t = useMessages(studyMessages);
  const word = useWord();
  const { language } = useLanguage();
  const left = panel.excluded.map(({ reason, people }) => `${word(reason)} ${people}`).join(', ');
  const lang = language === 'en' ? undefined : 'en';
  return (
    <footer className="provenance">
      <p>
        {t('people.n', { count: panel.n })} · {left === '' ? t('nobodyLeftOut') : `${t('leftOut')}: ${left}`} ·{' '}
        <span className="index">{t('knownUpTo', { index: panel.logIndex })}</span>
      </p>
      <details>
        <summary>{t('howCounted')}</summary>
        <p lang={lang}>{panel.definition}.</p>
        <p>
          {t('of')}: <span lang={lang}>{panel.denominator}</span>.
        </p>
      </details>
    </footer>
  );
}
