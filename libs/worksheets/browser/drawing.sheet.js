import { PALETTE, strokePath } from '../rendering/drawing.svg.ts';

const { Path2D } = globalThis;

const WIDTH = 10;
/** The sheet's own most; the validator refuses what is beyond. */
const MOST_POINTS = 20_000;

/** Lets fingers, pens and mice draw on the sheet; keeps the strokes in the hidden input. */
export function enableDrawing(root, changed) {
  const sheet = root.querySelector('[data-sheet]');
  const kept = root.querySelector('input[type=hidden]');
  const context = sheet.getContext('2d');
  let strokes = JSON.parse(kept.value || '[]');
  let colour = 0;
  let current;
  const paint = () => {
    context.clearRect(0, 0, sheet.width, sheet.height);
    for (const stroke of current === undefined ? strokes : [...strokes, current]) {
      context.fillStyle = PALETTE[stroke.colour] ?? PALETTE[0];
      context.fill(new Path2D(strokePath(stroke)));
    }
  };
  const keep = (next) => {
    strokes = next;
    kept.value = JSON.stringify(strokes);
    paint();
    changed();
  };
  const point = (event) => {
    const { left, top, width } = sheet.getBoundingClientRect();
    const place = (value) => Math.round((10_000 * value) / width) / 10;
    return [place(event.clientX - left), place(event.clientY - top), Math.round(100 * (event.pressure || 0.5)) / 100];
  };
  sheet.addEventListener('pointerdown', (event) => {
    sheet.setPointerCapture(event.pointerId);
    current = { colour, width: WIDTH, points: [point(event)] };
    paint();
  });
  sheet.addEventListener('pointermove', (event) => {
    const drawn = strokes.reduce((sum, { points }) => sum + points.length, 0);
    if (current === undefined || drawn + current.points.length >= MOST_POINTS) return;
    current.points.push(point(event));
    paint();
  });
  const lift = () => {
    if (current === undefined) return;
    const finished = current;
    current = undefined;
    keep([...strokes, finished]);
  };
  sheet.addEventListener('pointerup', lift);
  sheet.addEventListener('pointercancel', lift);
  root.querySelector('[data-undo]').addEventListener('click', () => keep(strokes.slice(0, -1)));
  root.querySelector('[data-clear]').addEventListener('click', () => keep([]));
  enableColours(root, (chosen) => (colour = chosen));
  paint();
}

function enableColours(root, choose) {
  const buttons = [...root.querySelectorAll('[data-colour]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button));
      choose(Number(button.dataset.colour));
    });
  }
}
