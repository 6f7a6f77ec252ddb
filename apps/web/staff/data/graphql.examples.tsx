import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { dataMessages } from './data.messages.ts';
import { EXAMPLES, exampleText } from './example.queries.ts';

/** Questions to begin with, about the study that is looked at. */
export function GraphqlExamples(): ReactNode {
  const t = useMessages(dataMessages);
  const { studyId } = useStudy();
  return (
    <section className="card" aria-labelledby="examples">
      <header className="examples-head">
        <h2 id="examples">{t('examples')}</h2>
        <a className="button" href="/graphql">
          {t('explorer')}
        </a>
      </header>
      <p className="soft">{t('examplesText')}</p>
      {EXAMPLES.map((example) => (
        <Example key={example} title={t(`example.${example}`)} text={exampleText(example, studyId, location.origin)} />
      ))}
    </section>
  );
}

function Example({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  const t = useMessages(dataMessages);
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  };
  return (
    <div className="example">
      <h3>{title}</h3>
      <pre tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
      <Button kind="quiet" aria-label={`${t('copy')}: ${title}`} onClick={copy}>
        {t(copied ? 'copied' : 'copy')}
      </Button>
    </div>
  );
}
