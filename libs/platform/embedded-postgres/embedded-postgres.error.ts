import { errorCode } from '../error-code.ts';
import { StartupError } from '../startup.error.ts';

/** Why the embedded PostgreSQL cannot be used; the message names DATA_DIR or what else to change. */
export class EmbeddedPostgresError extends StartupError {
  override readonly name = 'EmbeddedPostgresError';
}

/** Words for a failed file operation on DATA_DIR. */
export function storageFailure(path: string, error: unknown): EmbeddedPostgresError {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a file stands where a folder is needed',
    ENOENT: 'the folder cannot be made there (a part of the path is missing, or the file system is read-only)',
    EEXIST: 'a file stands where a folder is needed',
    ENAMETOOLONG: 'the path is too long',
  };
  const reason = reasons[errorCode(error) ?? ''] ?? String(error);
  return new EmbeddedPostgresError(`DATA_DIR: ${path} cannot be used: ${reason}.`);
}
