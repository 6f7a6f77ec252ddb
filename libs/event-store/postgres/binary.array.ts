/**
 * Arrays as PostgreSQL's binary parameters. The text form quotes and escapes every JSON document once here and once in
 * the server; this one copies bytes. pg sends a Buffer as a binary parameter. Format: array_recv in arrayfuncs.c.
 */
const INT4 = 23;
const TEXT = 25;
const UUID = 2950;
const HEADER_BYTES = 20;

function arrayOf(oid: number, count: number, bytes: number): { buffer: Buffer; start: number } {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + 4 * count + bytes);
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(0, 4); // no nulls
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // lower bound
  return { buffer, start: HEADER_BYTES };
}

export function int4Array(values: readonly number[]): Buffer {
  const { buffer, start } = arrayOf(INT4, values.length, 4 * values.length);
  let at = start;
  for (const value of values) {
    at = buffer.writeInt32BE(4, at);
    at = buffer.writeInt32BE(value, at);
  }
  return buffer;
}

export function textArray(values: readonly string[]): Buffer {
  const sizes = values.map((value) => Buffer.byteLength(value));
  const { buffer, start } = arrayOf(
    TEXT,
    values.length,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  let at = start;
  values.forEach((value, index) => {
    at = buffer.writeInt32BE(sizes[index] ?? 0, at);
    at += buffer.write(value, at);
  });
  return buffer;
}

/** Of canonical UUID texts. */
export function uuidArray(values: readonly string[]): Buffer {
  const { buffer, start } = arrayOf(UUID, values.length, 16 * values.length);
  let at = start;
  for (const value of values) {
    at = buffer.writeInt32BE(16, at);
    at += buffer.write(value.replaceAll('-', ''), at, 'hex');
  }
  return buffer;
}
