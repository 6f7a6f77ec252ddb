import { type RatingKey, ratingKey } from '#instruments';
import { readJsonFiles } from './json-files.ts';

/** Scoring keys that their permission-holders put on this server. They never enter the log. */
export class RatingKeyShelf {
  constructor(readonly keys: readonly RatingKey[]) {}

  /** @throws StartupError for a file that cannot be used */
  static from(folder: string): RatingKeyShelf {
    return new RatingKeyShelf(readJsonFiles(folder, '.json', ratingKey));
  }

  keyOf(formId: string, version: number): RatingKey | undefined {
    return this.keys.find((key) => key.formId === formId && key.version === version);
  }
}
