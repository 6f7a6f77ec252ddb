import { type ReactNode, useState } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { type Draft, parseDraft } from './draft.ts';
import { type PartProps, Wrong } from './rows.editor.tsx';
import { setUpMessages } from './setup.messages.ts';

/** The whole document as text: for what no form asks, and for documents that exist already. */
export function RestPart({ draft, change, faults, example }: PartProps & { readonly example: Draft }): ReactNode {
  const t = useMessages(setUpMessages);
  const [text, setText] = useState(() => JSON.stringify(draft, null, 2));
  const [wrong, setWrong] = useState(false);
  const use = (written: string): void => {
    const read = parseDraft(written);
    setWrong(read === undefined);
    if (read === undefined) return setText(written);
    const { $schema: _, ...document } = read;
    change(document);
  };
  return (
    <>
      <p className="soft">{t('restText')}</p>
      <Wrong faults={faults} />
      <details>
        <summary>{t('document')}</summary>
        <Field label={t('document')}>
          <textarea
            className="json"
            rows={18}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        <p className="wrong" role="alert">
          {wrong ? t('notJson') : ''}
        </p>
        <div className="acts">
          <Button onClick={() => use(text)}>{t('useText')}</Button>
          <label className="button">
            {t('upload')}
            <input
              className="visually-hidden"
              type="file"
              accept="application/json,.json"
              onChange={({ target }) => void target.files?.[0]?.text().then(use)}
            />
          </label>
          <Button kind="quiet" onClick={() => change(example)}>
            {t('startExample')}
          </Button>
        </div>
      </details>
    </>
  );
}
