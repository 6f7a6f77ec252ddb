let written: string | undefined;

/** Remembers how far this page has written, so that what it reads next knows of it. @param position of a receipt */
export function noteWritten(position: string): void {
  written = position;
}

/** The position that an answer must not be older than; none before anything was written. */
export function lastWritten(): string | null {
  return written ?? null;
}
