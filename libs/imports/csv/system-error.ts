/** The system's code for what went wrong, such as `ENOENT`; paths and contents are not part of it. */
export function systemErrorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown reason';
}
