import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button } from '../shell/parts.tsx';
import { useStudy } from '../shell/who.context.tsx';
import { dataMessages } from './data.messages.ts';

const EXAMPLES = ['people', 'homework', 'outcomes', 'asOf', 'script'] as const;

function textOf(example: (typeof EXAMPLES)[number], studyId: string, origin: string): string {
  const study = JSON.stringify(studyId);
  const people = `participants(studyId: ${study}, first: 100) {\n    totalCount\n    nodes { participantId siteId status enrolledAt }\n  }`;
  switch (example) {
    case 'people':
      return `{\n  ${people}\n}`;
    case 'homework':
      return `{\n  assignments(studyId: ${study}, first: 100) {\n    nodes { assignmentId participantId status focus medium attempts(first: 5) { nodes { outcome minutes: done { amount unit } } } }\n  }\n}`;
    case 'outcomes':
      return `{\n  outcomes(studyId: ${study}, first: 100) {\n    nodes { participantId instrumentId occasion total }\n  }\n}`;
    case 'asOf':
      return `{\n  ${people.replace('first: 100', 'first: 100, asOf: { index: 100 }')}\n}`;
    case 'script':
      return `curl ${origin}/graphql \\\n  -H 'authorization: Bearer <your key>' \\\n  -H 'content-type: application/json' \\\n  -d '{"query":"{ log { index } }"}'`;
  }
}

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
        <Example key={example} title={t(`example.${example}`)} text={textOf(example, studyId, location.origin)} />
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
