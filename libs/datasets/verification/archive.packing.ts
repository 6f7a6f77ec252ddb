import { createReadStream, type ReadStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ReadArchive } from './archive.reading.ts';

/** Formats that are packed already. */
const PACKED = /\.parquet$/;
/** What every entry is of: an archive has no wall clock in it. Entries keep local time, so this is the same in every zone. */
const NO_TIME = new Date(1980, 0, 1);

/** The name of an archive where it is a file, without its ending: letters, digits, `.`, `_` and `-`. */
export function archiveName({ manifest: { studyId, releaseId } }: Pick<ReadArchive, 'manifest'>): string {
  return `${studyId}-${releaseId}`.replaceAll(/[^A-Za-z0-9._-]/g, '-').slice(0, 120);
}

/**
 * An archive as one ZIP file, in a folder of its own: the files of its manifest and nothing else, a few blocks of one file in
 * memory at a time. Errors of reading come as errors of the stream; whoever gives up destroys it.
 */
export function packArchive({ place, manifest }: Pick<ReadArchive, 'place' | 'manifest'>): Readable {
  const folder = archiveName({ manifest });
  const zip = new ZipFile();
  const packed = new PassThrough();
  let open: ReadStream | undefined;
  const add = (path: string, size?: number): void => {
    const options = { mtime: NO_TIME, forceDosTimestamp: true, mode: 0o100644, compress: !PACKED.test(path) };
    zip.addReadStreamLazy(`${folder}/${path}`, size === undefined ? options : { ...options, size }, (take) => {
      open = createReadStream(join(place, path));
      take(null, open);
    });
  };
  add('manifest.json');
  for (const { path, bytes } of manifest.files) add(path, bytes);
  zip.on('error', (error: Error) => packed.destroy(error));
  packed.on('close', () => open?.destroy());
  zip.outputStream.pipe(packed);
  zip.end();
  return packed;
}
