/** Why a file could not be kept, for the screen to say. */
export class FileNotKept extends Error {
  override readonly name = 'FileNotKept';

  constructor(readonly why: 'too-large' | 'not-readable' | 'no-room') {
    super(`A file was not kept: ${why}`);
  }
}
