import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture as its pixels: three bytes each, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours that a picture of a screen has most of stay as they are; the others, edges of letters, are drawn together. */
const [COLOURS, KEPT] = [256, 128];

/**
 * The same picture in 256 colours: a third of the size for pictures of screens.
 * @param png with 8 bits a channel, RGB or RGBA without transparency, not interlaced, as browsers write them
 * @throws Error for any other
 */
export function palettePng(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png);
  const counts = countsOf(rgb);
  const palette = paletteOf(counts);
  const indices = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width);
    rows[row * (width + 1) + 1 + (pixel % width)] = indices.get(colourAt(rgb, pixel)) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [...channels(colour)]));
  const parts = [chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

function decode(png: Buffer): Pixels {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind, interlaced] = [png[24], png[25], png[28]];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error('This kind of PNG is not read here');
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return {
    width,
    height,
    rgb: unfiltered(inflateSync(Buffer.concat(data)), { width, height, size: kind === 2 ? 3 : 4 }),
  };
}

/** Takes the filters of the rows back (PNG specification, 9), and transparency away. */
function unfiltered(raw: Buffer, { width, height, size }: { width: number; height: number; size: number }): Uint8Array {
  const stride = width * size;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const [filter = 0] = raw.subarray(y * (stride + 1));
    const row = new Uint8Array(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [
        x < size ? 0 : (row[x - size] ?? 0),
        above[x] ?? 0,
        x < size ? 0 : (above[x - size] ?? 0),
      ];
      row[x] = (row[x] ?? 0) + predicted(filter, left, up, corner);
    }
    for (let x = 0; x < width; x += 1) rgb.set(row.subarray(x * size, x * size + 3), (y * width + x) * 3);
    above = row;
  }
  return rgb;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

const colourAt = (rgb: Uint8Array, pixel: number): number =>
  ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);

const channels = (colour: number): readonly [number, number, number] => [
  (colour >> 16) & 0xff,
  (colour >> 8) & 0xff,
  colour & 0xff,
];

function countsOf(rgb: Uint8Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < rgb.length / 3; pixel += 1) {
    const colour = colourAt(rgb, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  if (byCount.length <= COLOURS) return byCount;
  let boxes = [byCount.slice(KEPT)];
  while (boxes.length < COLOURS - KEPT) {
    const [widest] = [...boxes].sort((one, other) => widestOf(other).width - widestOf(one).width);
    if (widest === undefined || widest.length < 2) break;
    boxes = [...boxes.filter((box) => box !== widest), ...halves(widest)];
  }
  return [...byCount.slice(0, KEPT), ...boxes.map(middle)];
}

/** The channel in which the colours of a box are furthest apart. */
function widestOf(box: readonly number[]): { channel: 0 | 1 | 2; width: number } {
  const widths = ([0, 1, 2] as const).map((channel) => {
    const values = box.map((colour) => channels(colour)[channel]);
    const [low, high] = values.reduce(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [255, 0],
    );
    return { channel, width: (high ?? 0) - (low ?? 0) };
  });
  return widths.reduce((one, other) => (other.width > one.width ? other : one));
}

function halves(box: readonly number[]): readonly [number[], number[]] {
  const { channel } = widestOf(box);
  const sorted = [...box].sort((one, other) => channels(one)[channel] - channels(other)[channel]);
  return [sorted.slice(0, sorted.length / 2), sorted.slice(sorted.length / 2)];
}

function middle(box: readonly number[]): number {
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(box.reduce((sum, colour) => sum + channels(colour)[channel], 0) / Math.max(1, box.length));
  return (mean(0) << 16) | (mean(1) << 8) | mean(2);
}

function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channels(colour);
  let [best, apart] = [0, Infinity];
  for (const [index, each] of palette.entries()) {
    const [r, g, b] = channels(each);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < apart) [best, apart] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
