import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Words } from '../words/sealed-words.tsx';
import type { SubmissionQuery } from './review.generated.ts';
import { reviewMessages } from './review.messages.ts';

export type Attached = SubmissionQuery['attachments']['nodes'][number];

/** Where this server hands a file out, to whoever may open it; that it was opened is on the access log. */
export function addressOf(assignmentId: string, attachmentId: string): string {
  return `/attachments/${encodeURIComponent(assignmentId)}/${encodeURIComponent(attachmentId)}`;
}

interface FilesProps {
  readonly assignmentId: string;
  readonly files: readonly Attached[];
}

/** Photos, sounds and films that no answer of the worksheet shows, with their words. */
export function AttachedFiles({ assignmentId, files }: FilesProps): ReactNode {
  const t = useMessages(reviewMessages);
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t('attachments')}>
      {files.map((file) => (
        <li key={file.attachmentId}>
          <OneFile file={file} address={addressOf(assignmentId, file.attachmentId)} />
          {file.description !== null && (
            <p>
              <Words of={file.description} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What cannot be opened – kept from the reader, erased, of a kind this browser does not know – is said to be there. */
function OneFile({ file, address }: { readonly file: Attached; readonly address: string }): ReactNode {
  const t = useMessages(reviewMessages);
  const [closed, setClosed] = useState(false);
  const name = t(file.kind);
  if (closed) return <p className="soft">{t('notOpened', { what: name })}</p>;
  const shown = { src: address, onError: () => setClosed(true) };
  switch (file.kind) {
    case 'PHOTO':
      return <img {...shown} alt={file.description?.text ?? name} loading="lazy" />;
    case 'AUDIO':
      return <audio {...shown} controls preload="metadata" aria-label={file.description?.text ?? name} />;
    case 'VIDEO':
      return <video {...shown} controls preload="metadata" aria-label={file.description?.text ?? name} />;
  }
}
