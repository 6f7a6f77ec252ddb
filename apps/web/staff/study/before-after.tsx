import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { useRead } from '../commands/read.ts';
import { Loading, Problem } from '../shell/parts.tsx';
import { type Change, changesOf, contentsOf } from './entry.changes.ts';
import { useAsked } from './study.context.ts';
import { type AuditedFragment, StudyAuditRecord } from './study.generated.ts';
import { studyMessages } from './study.messages.ts';

/** What an entry changed: what its record said before, and what it says after. */
export function BeforeAfter({ entry }: { readonly entry: AuditedFragment }): ReactNode {
  const t = useMessages(studyMessages);
  const { asOf } = useAsked();
  const record = { category: entry.category, recordId: entry.recordId };
  const { data, error, refetch } = useRead(StudyAuditRecord, { record, asOf });
  if (error !== null) return <Problem error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { before, after } = contentsOf(entry, data.history?.nodes ?? []);
  const changes = changesOf(before, after);
  return (
    <>
      {before === undefined && <p>{t('asFirst')}</p>}
      <table>
        <thead>
          <tr>
            {[t('field'), t('before'), t('after')].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Line key={change.field} change={change} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Line({ change: { field, before, after } }: { readonly change: Change }): ReactNode {
  const t = useMessages(studyMessages);
  const say = (value: unknown): string => {
    if (value === undefined || value === null) return '–';
    if (typeof value === 'string') return value;
    const sealed = typeof value === 'object' && ('sealed' in value || 'erased' in value);
    return sealed ? t('sealedText') : JSON.stringify(value);
  };
  return (
    <tr>
      <th scope="row">{field}</th>
      <td>{before === undefined ? '–' : <del>{say(before)}</del>}</td>
      <td>{after === undefined ? '–' : <ins>{say(after)}</ins>}</td>
    </tr>
  );
}
