import type { ReactNode } from 'react';
import type { Column } from '#worksheets/filling';
import { ChoiceControl } from './choice.control.tsx';
import type { ControlProps } from './control.props.ts';
import { NumberControl } from './number.control.tsx';
import { ScaleControl } from './scale.control.tsx';
import { TextControl } from './text.control.tsx';
import { useFilling } from './fill.context.ts';

/** The control of a simple question, in a field of its own or in a box of a table. */
export function SimpleControl({ column, ...props }: ControlProps & { readonly column: Column }): ReactNode {
  const { words, say } = useFilling();
  switch (column.kind) {
    case 'text':
      return <TextControl {...props} lines={column.lines} maxLength={column.maxLength} />;
    case 'choice':
      return <ChoiceControl {...props} options={column.options} many={column.many} />;
    case 'scale':
      return <ScaleControl {...props} scale={column} />;
    case 'number':
      return (
        <NumberControl
          {...props}
          {...{ min: column.min, max: column.max, decimals: column.decimals }}
          unit={column.unit === undefined ? undefined : say(column.unit)}
        />
      );
    case 'duration':
      return <NumberControl {...props} min={0} max={column.maxMinutes} decimals={0} unit={words.minutesUnit} />;
    case 'date':
    case 'time':
      return <MomentControl {...props} type={column.kind} />;
  }
}

function MomentControl(props: ControlProps & { readonly type: 'date' | 'time' }): ReactNode {
  const { id, type, value, onChange, describedBy, labelledBy } = props;
  return (
    <input
      {...{ id, type }}
      className="ws-input ws-short"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}
