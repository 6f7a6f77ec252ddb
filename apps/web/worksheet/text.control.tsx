import { type ReactNode, useEffect, useRef } from 'react';
import type { ControlProps } from './simple.control.tsx';

interface TextProps extends ControlProps {
  readonly lines: number;
  readonly maxLength: number;
}

/** A box for words; it grows with what is written. What is pasted beyond the most stays in sight and is told. */
export function TextControl(props: TextProps): ReactNode {
  const { id, lines, maxLength, value, onChange, describedBy, labelledBy } = props;
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
        {...{ id, maxLength }}
        ref={box}
        className="ws-input"
        rows={Math.min(Math.max(lines, 2), 8)}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      {text.length > maxLength * 0.9 ? (
        <p className="ws-count" role="status">
          {text.length} / {maxLength}
        </p>
      ) : null}
    </>
  );
}
