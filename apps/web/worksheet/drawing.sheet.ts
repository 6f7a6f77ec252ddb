import type { Stroke, StrokePoint } from '#worksheets/filling';
import { PALETTE, SHEET_HEIGHT, strokePath } from '#worksheets/paper';

/** Width of the pen, in thousandths of the sheet's width. */
export const PEN = 10;
/** The sheet's own most; the validator refuses what is beyond. */
export const MOST_POINTS = 20_000;
export { PALETTE, SHEET_HEIGHT };

/** Paints strokes in order on an empty sheet. */
export function paint(sheet: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const context = sheet.getContext('2d');
  if (context === null) return;
  context.clearRect(0, 0, sheet.width, sheet.height);
  for (const stroke of strokes) {
    context.fillStyle = PALETTE[stroke.colour] ?? '#1c2733';
    context.fill(new Path2D(strokePath(stroke)));
  }
}

/** Where a pointer is, in thousandths of the sheet's width. */
export function pointOf(
  event: { readonly clientX: number; readonly clientY: number; readonly pressure: number },
  sheet: Element,
): StrokePoint {
  const { left, top, width } = sheet.getBoundingClientRect();
  const place = (value: number): number => Math.round((10_000 * value) / Math.max(1, width)) / 10;
  const within = (value: number, most: number): number => Math.min(most, Math.max(-200, value));
  const pressure = Math.round(100 * (event.pressure > 0 ? event.pressure : 0.5)) / 100;
  return [within(place(event.clientX - left), 1_200), within(place(event.clientY - top), 2_400), pressure];
}
