import type { ReactNode } from 'react';
import { TextControl } from '../../worksheet/text.control.tsx';

/** What one note holds; the server takes no more. */
export const MOST_WORDS = 10_000;

/** Whether there is something to send, and not too much of it. */
export const isSendable = (words: string, most = MOST_WORDS): boolean => words.trim() !== '' && words.length <= most;

interface WordsProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly lines?: number;
  readonly most?: number;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

/** A question with room to write. What is pasted beyond the most is kept in sight and told, never cut off. */
export function Words({ id, label, hint, lines = 3, most = MOST_WORDS, value, onChange }: WordsProps): ReactNode {
  return (
    <>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <TextControl
        {...{ id, lines, maxLength: most, value, labelledBy: `${id}-label` }}
        describedBy={hint === undefined ? undefined : `${id}-hint`}
        onChange={(next) => onChange(typeof next === 'string' ? next : '')}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="ws-hint">
          {hint}
        </p>
      )}
    </>
  );
}
