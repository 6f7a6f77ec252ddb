import { type ReactNode, useEffect, useRef, useState } from 'react';
import { breathAt, type FieldOf, type Phase } from '#worksheets/filling';
import { useFilling } from './fill.context.ts';
import type { ControlProps } from './control.props.ts';

type Timed = Pick<ControlProps<number>, 'value' | 'onChange' | 'onSettled'> & { readonly minutes: number };

interface Clock {
  readonly seconds: number;
  readonly running: boolean;
  readonly left: string;
  readonly toggle: () => void;
}

/** Counts the seconds that were practised, also while the screen is dark; keeps them at every pause. */
function useClock({ value, onChange, minutes }: Timed): Clock {
  const whole = minutes * 60;
  const before = useRef(value ?? 0);
  const [began, setBegan] = useState<number>();
  const [seconds, setSeconds] = useState(before.current);
  const keep = useRef(onChange);
  keep.current = onChange;
  useEffect(() => {
    if (began === undefined) return undefined;
    const practised = (): number => Math.min(whole, before.current + (Date.now() - began) / 1_000);
    const stop = (): void => {
      before.current = practised();
      keep.current(Math.round(before.current));
    };
    const timer = setInterval(() => {
      setSeconds(practised());
      if (practised() >= whole) setBegan(undefined);
    }, 100);
    return () => (clearInterval(timer), stop());
  }, [began, whole]);
  const toggle = (): void => {
    if (began === undefined && before.current >= whole) before.current = 0;
    setBegan(began === undefined ? Date.now() : undefined);
  };
  const rest = Math.max(0, Math.ceil(whole - seconds));
  const left = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`;
  return { seconds, running: began !== undefined, left, toggle };
}

function Starter({ clock }: { readonly clock: Clock }): ReactNode {
  const { words } = useFilling();
  return (
    <>
      <p className="ws-clock" role="timer">
        {clock.left} {words.left}
      </p>
      <button type="button" className="ws-button" onClick={clock.toggle}>
        {clock.running ? words.pause : words.start}
      </button>
    </>
  );
}

const SMALL = 0.45;
/** How far the circle has opened at the beginning and at the end of each phase: in, hold, out, rest. */
const OPENING = [
  [SMALL, 1],
  [1, 1],
  [1, SMALL],
  [SMALL, SMALL],
] as const;

const STILL = '(prefers-reduced-motion: reduce)';

/** A circle that grows and shrinks with the breath. Whoever asked for less movement gets words and seconds instead. */
export function BreathingControl({
  field,
  ...timed
}: Omit<Timed, 'minutes'> & { readonly field: FieldOf<'breathing'> }): ReactNode {
  const { words } = useFilling();
  const clock = useClock({ ...timed, minutes: field.minutes });
  const pattern: readonly Phase[] = [
    [words.breathe.in, field.in],
    [words.breathe.hold, field.hold],
    [words.breathe.out, field.out],
    [words.breathe.rest, field.rest],
  ];
  const { phase, into } = breathAt(pattern, clock.seconds);
  const [name, length] = pattern[phase] ?? [words.breathe.in, 1];
  const still = matchMedia(STILL).matches;
  const [from, to] = OPENING[phase] ?? OPENING[0];
  const open = still ? 0.7 : from + ((to - from) * (1 - Math.cos((Math.PI * into) / length))) / 2;
  return (
    <div className="ws-practice">
      <div className="ws-breath">
        <div className="ws-breath-fill" style={{ transform: `scale(${open.toFixed(3)})` }} />
        <span>{still ? `${name} ${Math.ceil(length - into)}` : name}</span>
      </div>
      <Starter clock={clock} />
      <p className="ws-phases">
        {pattern
          .filter(([, seconds]) => seconds > 0)
          .map(([each, seconds]) => `${each} ${seconds} ${words.seconds}`)
          .join(' · ')}
      </p>
    </div>
  );
}

/** A practice against the clock, with its recording and the words to read along. */
export function PracticeControl({
  field,
  ...timed
}: Omit<Timed, 'minutes'> & { readonly field: FieldOf<'practice'> }): ReactNode {
  const { words, say, mediaUrl } = useFilling();
  const clock = useClock({ ...timed, minutes: field.minutes });
  const address = field.audio === undefined ? undefined : mediaUrl(field.audio.id);
  return (
    <div className="ws-practice">
      {address === undefined ? null : <audio controls preload="auto" src={address} aria-label={words.listen} />}
      <Starter clock={clock} />
      <details className="ws-script" open={address === undefined}>
        <summary>{words.readAlong}</summary>
        {say(field.script)
          .split(/\n+/)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </details>
    </div>
  );
}
