import { type ReactNode, useEffect, useState } from 'react';
import type { AttachedFile, FieldOf } from '#worksheets/filling';
import { useMessages } from '../language/language.context.tsx';
import { FileNotKept } from './file.not-kept.ts';
import { useFilling } from './fill.context.ts';
import { fillMessages } from './fill.messages.ts';
import type { ControlProps } from './control.props.ts';

type AttachmentProps = ControlProps<readonly AttachedFile[]> & { readonly field: FieldOf<'attachment'> };

/** Photos and sounds: kept on the phone at once, sent when there is a connection. */
export function AttachmentControl({ id, value = [], onChange, field }: AttachmentProps): ReactNode {
  const t = useMessages(fillMessages);
  const { words, files } = useFilling();
  const [problem, setProblem] = useState<string>();
  const add = async (file: File | undefined, kind: AttachedFile['kind']): Promise<void> => {
    if (file === undefined || files === undefined) return;
    setProblem(undefined);
    try {
      onChange([...value, await files.keep(file, kind)]);
    } catch (error) {
      setProblem(t(error instanceof FileNotKept ? error.why : 'not-readable'));
    }
  };
  return (
    <div className="ws-files-box">
      {value.length >= field.max
        ? null
        : field.accept.map((kind) => (
            <label key={kind} className="ws-button ws-file">
              {kind === 'photo' ? words.addPhoto : words.addAudio}
              <input
                id={`${id}-${kind}`}
                type="file"
                className="visually-hidden"
                accept={kind === 'photo' ? 'image/*' : 'audio/*'}
                onChange={({ target }) => void add(target.files?.[0], kind)}
              />
            </label>
          ))}
      <p role="alert" className="ws-problem">
        {problem ?? ''}
      </p>
      <ul className="ws-files">
        {value.map((file) => (
          <KeptFile key={file.attachmentId} {...{ file, value, onChange }} />
        ))}
      </ul>
    </div>
  );
}

interface KeptFileProps {
  readonly file: AttachedFile;
  readonly value: readonly AttachedFile[];
  readonly onChange: AttachmentProps['onChange'];
}

function KeptFile({ file, value, onChange }: KeptFileProps): ReactNode {
  const t = useMessages(fillMessages);
  const { words, files } = useFilling();
  const [address, setAddress] = useState<string>();
  useEffect(() => void files?.addressOf(file.attachmentId).then(setAddress), [files, file.attachmentId]);
  const name = file.kind === 'photo' ? words.photo : words.audio;
  const describe = (description: string): void =>
    onChange(value.map((each) => (each === file ? described(file, description) : each)));
  return (
    <li>
      {address === undefined ? <p>{name}</p> : null}
      {address !== undefined && file.kind === 'photo' ? <img src={address} alt={file.description ?? name} /> : null}
      {address !== undefined && file.kind === 'audio' ? <audio controls src={address} aria-label={name} /> : null}
      <label className="ws-small-label" htmlFor={`words-${file.attachmentId}`}>
        {t('in-words')}
      </label>
      <input
        id={`words-${file.attachmentId}`}
        className="ws-input"
        maxLength={2_000}
        value={file.description ?? ''}
        onChange={({ target }) => describe(target.value)}
      />
      <button type="button" className="ws-quiet" onClick={() => onChange(value.filter((each) => each !== file))}>
        {words.removeRow}
      </button>
    </li>
  );
}

function described(file: AttachedFile, description: string): AttachedFile {
  const { attachmentId, sha256, kind } = file;
  return description === '' ? { attachmentId, sha256, kind } : { attachmentId, sha256, kind, description };
}
