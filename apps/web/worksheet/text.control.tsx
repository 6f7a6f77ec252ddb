import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../language/language.context.tsx';
import { fillMessages } from './fill.messages.ts';
import type { ControlProps } from './control.props.ts';

interface TextProps extends ControlProps {
  readonly lines: number;
  readonly maxLength: number;
}

/** A box for words; it grows with what is written. What is pasted beyond the most stays in sight and is told. */
export function TextControl(props: TextProps): ReactNode {
  const { id, lines, maxLength, value, onChange, describedBy, labelledBy } = props;
  const t = useMessages(fillMessages);
  const text = typeof value === 'string' ? value : '';
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 480)}px`;
  }, [text]);
  return (
    <>
      <textarea
        id={id}
        ref={box}
        className="ws-input"
        rows={Math.min(Math.max(lines, 2), 8)}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="ws-count" role="status">
        {text.length > maxLength * 0.9 ? `${text.length} / ${maxLength}` : ''}
      </p>
      <p className="ws-problem" role="alert">
        {text.length > maxLength ? t('too-long', { count: text.length - maxLength }) : ''}
      </p>
    </>
  );
}
