import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.context.tsx';
import { Button, Field } from '../shell/parts.tsx';
import { at, type Draft, put, type Row, rowsOf, wordOf } from './draft.ts';
import type { Fault } from './parts.of-the-document.ts';
import { setUpMessages } from './setup.messages.ts';

/** A field of a row, and how it is written. */
export interface RowField {
  readonly path: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'tick' | 'words' | 'choice';
  /** Of a choice: what may be chosen, and its words. */
  readonly choices?: readonly (readonly [value: string, words: string])[];
  /** It may be left out. */
  readonly optional?: boolean;
}

export interface PartProps {
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
  readonly faults: readonly Fault[];
}

interface RowsEditorProps extends PartProps {
  readonly list: string;
  readonly fields: readonly RowField[];
  readonly fresh: Row;
  /** What one row is called. */
  readonly one: string;
}

/** Rows of a list of the document, each with its fields and with what the server says of them. */
export function RowsEditor({ list, fields, fresh, one, draft, change, faults }: RowsEditorProps): ReactNode {
  const t = useMessages(setUpMessages);
  const rows = rowsOf(draft, list);
  const keep = (next: readonly Row[]): void => change(put(draft, list, next));
  return (
    <div className="rows">
      {rows.map((row, place) => (
        <fieldset key={place}>
          <legend className="visually-hidden">{`${one} ${place + 1}`}</legend>
          <div className="row">
            {fields.map((field) => (
              <OneField
                key={field.path}
                field={field}
                value={at(row, field.path)}
                onValue={(value) =>
                  keep(rows.map((each, other) => (other === place ? put(each, field.path, value) : each)))
                }
              />
            ))}
            <Button
              kind="quiet"
              aria-label={`${t('remove')}: ${one} ${place + 1}`}
              onClick={() => keep(rows.filter((_, other) => other !== place))}
            >
              {t('remove')}
            </Button>
          </div>
          <Wrong faults={faults.filter(({ field }) => `${field}.`.startsWith(`${list}.${place}.`))} />
        </fieldset>
      ))}
      <Wrong faults={faults.filter(({ field }) => field === list)} />
      <Button onClick={() => keep([...rows, fresh])}>{t('add', { one })}</Button>
    </div>
  );
}

/** What the server says is wrong. */
export function Wrong({ faults }: { readonly faults: readonly Fault[] }): ReactNode {
  return faults.map(({ field, problem }) => (
    <p key={`${field} ${problem}`} className="wrong small" role="alert">
      <code>{field}</code> {problem}
    </p>
  ));
}

interface OneFieldProps {
  readonly field: RowField;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** One field of the document. */
export function OneField({ field, value, onValue }: OneFieldProps): ReactNode {
  const { kind, label, choices = [], optional = false } = field;
  const write = (text: string): void => onValue(optional && text === '' ? undefined : written(kind, text));
  if (kind === 'tick')
    return (
      <label className="check">
        <input type="checkbox" checked={value === true} onChange={({ target }) => onValue(target.checked)} />
        {label}
      </label>
    );
  if (kind === 'choice')
    return (
      <Field label={label}>
        <select value={wordOf(value)} onChange={({ target }) => write(target.value)}>
          {(optional || !choices.some(([each]) => each === value)) && (
            <option value={optional ? '' : wordOf(value)}>{optional ? '–' : wordOf(value)}</option>
          )}
          {choices.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      </Field>
    );
  const type = kind === 'number' || kind === 'date' ? kind : 'text';
  return (
    <Field label={label}>
      {kind === 'words' ? (
        <input type="text" defaultValue={wordOf(value)} onBlur={({ target }) => write(target.value)} />
      ) : (
        <input type={type} value={wordOf(value)} onChange={({ target }) => write(target.value)} />
      )}
    </Field>
  );
}

function written(kind: RowField['kind'], text: string): unknown {
  if (kind === 'number') return text === '' ? null : Number(text);
  if (kind === 'words') return text.split(/[\s,]+/).filter((word) => word !== '');
  return text;
}
