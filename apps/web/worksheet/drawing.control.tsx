import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Drawing, FieldOf, Stroke } from '#worksheets/filling';
import { MOST_POINTS, PALETTE, paint, PEN, pointOf, SHEET_HEIGHT } from './drawing.sheet.ts';
import { useFilling } from './fill.context.ts';
import type { ControlProps } from './control.props.ts';

type DrawingProps = ControlProps<Drawing> & { readonly field: FieldOf<'drawing'> };

const EMPTY: Drawing = { strokes: [] };

/** A sheet to draw on, and words beside it or in its place. */
export default function DrawingControl({ id, value = EMPTY, onChange, labelledBy, field }: DrawingProps): ReactNode {
  const { words } = useFilling();
  const [colour, setColour] = useState(0);
  const { strokes } = value;
  const keep = (next: readonly Stroke[]): void => onChange({ ...value, strokes: next });
  const describe = (description: string): void => onChange(description === '' ? { strokes } : { strokes, description });
  return (
    <div className="ws-drawing">
      <Sheet {...{ strokes, colour, keep, labelledBy }} />
      <div className="ws-tools">
        <Colours {...{ colour, setColour }} />
        <button
          type="button"
          className="ws-quiet"
          disabled={strokes.length === 0}
          onClick={() => keep(strokes.slice(0, -1))}
        >
          {words.undo}
        </button>
        <button type="button" className="ws-quiet" disabled={strokes.length === 0} onClick={() => keep([])}>
          {words.clear}
        </button>
      </div>
      <label className="ws-small-label" htmlFor={`${id}-words`}>
        {field.description === 'required' ? words.describeNeeded : words.describe}
      </label>
      <textarea
        id={`${id}-words`}
        className="ws-input"
        rows={3}
        maxLength={4_000}
        value={value.description ?? ''}
        onChange={({ target }) => describe(target.value)}
      />
    </div>
  );
}

interface SheetProps {
  readonly strokes: readonly Stroke[];
  readonly colour: number;
  readonly keep: (strokes: readonly Stroke[]) => void;
  readonly labelledBy: string;
}

function Sheet({ strokes, colour, keep, labelledBy }: SheetProps): ReactNode {
  const sheet = useRef<HTMLCanvasElement>(null);
  const current = useRef<Stroke>(undefined);
  useEffect(() => {
    if (sheet.current !== null) paint(sheet.current, strokes);
  }, [strokes]);
  const draw = (event: PointerEvent<HTMLCanvasElement>, stroke: Stroke): void => {
    current.current = stroke;
    paint(event.currentTarget, [...strokes, stroke]);
  };
  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    draw(event, { colour, width: PEN, points: [pointOf(event, event.currentTarget)] });
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const stroke = current.current;
    const drawn = strokes.reduce((sum, { points }) => sum + points.length, stroke?.points.length ?? 0);
    if (stroke === undefined || drawn >= MOST_POINTS) return;
    draw(event, { ...stroke, points: [...stroke.points, pointOf(event, event.currentTarget)] });
  };
  const lift = (): void => {
    if (current.current !== undefined) keep([...strokes, current.current]);
    current.current = undefined;
  };
  return (
    <canvas
      ref={sheet}
      className="ws-sheet"
      {...{ width: 1_000, height: SHEET_HEIGHT }}
      role="img"
      aria-labelledby={labelledBy}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={lift}
    />
  );
}

function Colours({
  colour,
  setColour,
}: {
  readonly colour: number;
  readonly setColour: (colour: number) => void;
}): ReactNode {
  const { words } = useFilling();
  return (
    <span className="ws-colours">
      {PALETTE.map((shade, index) => (
        <button
          key={shade}
          type="button"
          className="ws-colour"
          style={{ backgroundColor: shade }}
          aria-pressed={index === colour}
          aria-label={words.colour(index + 1)}
          onClick={() => setColour(index)}
        />
      ))}
    </span>
  );
}
