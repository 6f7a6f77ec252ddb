/** Bytes that are appended to, little-endian. */
export class GrowingBytes {
  length = 0;
  private bytes = new Uint8Array(1 << 16);
  private view = new DataView(this.bytes.buffer);
  private readonly encoder = new TextEncoder();

  /** Room for `more` bytes at the end. @returns Where they begin. */
  reserve(more: number): number {
    const start = this.length;
    this.length += more;
    if (this.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length));
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return start;
  }

  byte(value: number): void {
    this.set(this.reserve(1), value);
  }

  int32(...values: readonly number[]): void {
    for (const value of values) {
      const start = this.reserve(4);
      this.view.setInt32(start, value, true);
    }
  }

  float64(value: number): void {
    const start = this.reserve(8);
    this.view.setFloat64(start, value, true);
  }

  /** Text in UTF-8, filled up with spaces; never cut inside a character. @returns The bytes of the text itself. */
  text(value: string, size: number): number {
    const start = this.reserve(size);
    const { written } = this.encoder.encodeInto(value, this.bytes.subarray(start, start + size));
    this.bytes.fill(0x20, start + written, start + size);
    return written;
  }

  copy(source: Uint8Array): void {
    const start = this.reserve(source.length);
    this.bytes.set(source, start);
  }

  set(at: number, value: number): void {
    this.bytes[at] = value;
  }

  /** The bytes before `end`, taken out. */
  take(end = this.length): Uint8Array {
    const taken = this.bytes.slice(0, end);
    this.bytes.copyWithin(0, end, this.length);
    this.length -= end;
    return taken;
  }
}
