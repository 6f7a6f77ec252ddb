import { BLANK, faulty, isRecord, type Verdict, wrongKind } from './answer.verdict.ts';
import type { Drawing, Stroke, StrokePoint } from './answers.values.ts';
import { checkText } from './simple.check.ts';

/** More than an hour of drawing gives; a page stays small enough to be sent from a phone. */
const MAX_STROKES = 2_000;
const MAX_POINTS = 20_000;
const MAX_DESCRIPTION = 4_000;

/** Checks strokes and words of one drawing. */
export function checkDrawing(value: unknown, path: string): Verdict {
  if (Array.isArray(value)) return faulty(path, 'TooMany', `holds ${value.length} drawings; one is asked for`);
  if (!isRecord(value)) return wrongKind(path, 'a drawing');
  const strange = Object.keys(value).find((key) => key !== 'strokes' && key !== 'description');
  if (strange !== undefined) return faulty(`${path}.${strange}`, 'UnknownField', 'is not part of a drawing');
  const strokes = checkStrokes(value['strokes'] ?? [], `${path}.strokes`);
  if ('faults' in strokes) return strokes;
  const words = checkText(value['description'] ?? '', MAX_DESCRIPTION, `${path}.description`);
  if ('faults' in words) return words;
  const description = 'value' in words && typeof words.value === 'string' ? { description: words.value } : {};
  const drawing: Drawing = { strokes: strokes.strokes, ...description };
  return drawing.strokes.length === 0 && drawing.description === undefined ? BLANK : { value: drawing };
}

type Strokes = { readonly strokes: readonly Stroke[] } | ReturnType<typeof faulty>;

function checkStrokes(value: unknown, path: string): Strokes {
  if (!Array.isArray(value)) return wrongKind(path, 'a list of strokes');
  if (value.length > MAX_STROKES) return faulty(path, 'TooMany', `has ${value.length} strokes; at most ${MAX_STROKES}`);
  const strokes: Stroke[] = [];
  let points = 0;
  for (const [index, entry] of value.entries()) {
    const stroke = strokeOf(entry);
    if (stroke === undefined) return wrongKind(`${path}[${index}]`, 'a stroke: colour, width, points');
    points += stroke.points.length;
    if (points > MAX_POINTS) return faulty(path, 'TooMany', `has more than ${MAX_POINTS} points`);
    strokes.push(stroke);
  }
  return { strokes };
}

function strokeOf(value: unknown): Stroke | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 3) return undefined;
  const { colour, width, points } = value;
  if (!within(colour, 0, 15) || !Number.isInteger(colour) || !within(width, 1, 200)) return undefined;
  if (!Array.isArray(points) || points.length === 0) return undefined;
  const read = points.map(pointOf);
  const known = read.filter((point) => point !== undefined);
  return known.length === points.length ? { colour, width, points: known } : undefined;
}

function pointOf(value: unknown): StrokePoint | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const coordinates: readonly unknown[] = value;
  const [x, y, pressure] = coordinates;
  return within(x, -200, 1_200) && within(y, -200, 2_400) && within(pressure, 0, 1) ? [x, y, pressure] : undefined;
}

const within = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max;
