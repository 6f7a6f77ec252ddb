/** A file that cannot be imported as it is; names the file and, where there is one, the line. Never quotes a cell. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  constructor(
    readonly file: string,
    readonly problem: string,
    readonly line?: number,
  ) {
    super(line === undefined ? `${file}: ${problem}` : `${file}, line ${line}: ${problem}`);
  }
}

/** The file is not what it was when reading began, so what was learnt about it no longer holds. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
  constructor(readonly file: string) {
    super(`${file} changed while it was read; import it again once nothing writes to it`);
  }
}
