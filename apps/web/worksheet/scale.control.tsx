import type { ReactNode } from 'react';
import type { Column } from '#worksheets/filling';
import { isTap } from './choice.control.tsx';
import { useFilling } from './fill.context.ts';
import type { ControlProps } from './control.props.ts';

type Scale = Extract<Column, { kind: 'scale' }>;
interface ScaleProps extends ControlProps {
  readonly scale: Scale;
}

/** The most steps that are still buttons a thumb can hit. */
const MOST_BUTTONS = 11;

/** Steps as buttons; a slider where there are too many of them. The ends are named below. */
export function ScaleControl(props: ScaleProps): ReactNode {
  const { min, max, step } = props.scale;
  const count = Math.floor((max - min) / step) + 1;
  return (
    <div className="ws-scale-box">
      {count > MOST_BUTTONS ? <Slider {...props} /> : <Steps {...props} count={count} />}
      <Ends scale={props.scale} />
    </div>
  );
}

function Steps({
  id,
  scale,
  count,
  value,
  onChange,
  labelledBy,
  describedBy,
  onSettled,
}: ScaleProps & { readonly count: number }): ReactNode {
  const steps = Array.from({ length: count }, (_, index) => scale.min + index * scale.step);
  return (
    <div
      className={`ws-scale ws-scale-${count}`}
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {steps.map((step) => (
        <label key={step}>
          <input
            type="radio"
            name={id}
            value={step}
            checked={value === step}
            onChange={() => onChange(step)}
            onClick={(event) => (isTap(event) ? onSettled?.() : undefined)}
          />
          <span>{step}</span>
        </label>
      ))}
    </div>
  );
}

/** Says nothing until it is touched: a slider that stands somewhere has answered nothing. */
function Slider({ id, scale, value, onChange, labelledBy, describedBy }: ScaleProps): ReactNode {
  const { min, max, step } = scale;
  const there = typeof value === 'number';
  const at = there ? value : Math.round((min + max) / 2 / step) * step;
  return (
    <span className="ws-slider">
      <input
        {...{ id, min, max, step }}
        type="range"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-valuetext={there ? String(at) : '–'}
        className={there ? undefined : 'ws-untouched'}
        value={at}
        onChange={({ target }) => onChange(Number(target.value))}
        onPointerUp={({ currentTarget }) => onChange(Number(currentTarget.value))}
      />
      <output htmlFor={id}>{there ? at : '–'}</output>
    </span>
  );
}

function Ends({ scale: { anchors, min, max } }: Pick<ScaleProps, 'scale'>): ReactNode {
  const { say } = useFilling();
  if (anchors.length === 0) return null;
  const placed = [...anchors].sort((one, other) => one.at - other.at);
  const where = (at: number): string => (at === min ? 'start' : at === max ? 'end' : 'middle');
  return (
    <p className="ws-ends">
      {placed.map(({ at, label }) => (
        <span key={at} className={`ws-end-${where(at)}`}>
          <b>{at}</b> {say(label)}
        </span>
      ))}
    </p>
  );
}
