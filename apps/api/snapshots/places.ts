import { Injectable } from '@nestjs/common';
import { CATEGORY_SUBJECTS, type ReadSnapshot } from '#read-models';
import type { ReadArgs } from './read.args.ts';
import type { RootSnapshot } from './root.decorator.ts';

/**
 * Opens the snapshot for something of which only its own id is known. A past moment is prepared for one study, so the
 * present, which knows everything the past knew, is asked first to which study it belongs, as far as the caller may know.
 */
@Injectable()
export class Places {
  /**
   * @param stream of a record
   * @returns undefined for the past of a record that does not exist, belongs to no study, or is out of the caller’s reach
   */
  async open(stream: string, read: ReadArgs, root: RootSnapshot): Promise<ReadSnapshot | undefined> {
    if (read.asOf === null || read.asOf === undefined) return root.open(read);
    const subject = CATEGORY_SUBJECTS[stream.slice(0, stream.indexOf('-'))];
    if (subject === undefined || stream.includes('\u0000') || !stream.isWellFormed()) return undefined;
    const [first] = await (
      await root.now()
    )
      .computing(subject)
      .sql<{ study_id: string | null }>('SELECT study_id FROM facts WHERE stream = $1 ORDER BY revision LIMIT 1', [
        stream,
      ]);
    const studyId = first?.study_id ?? undefined;
    return studyId === undefined ? undefined : root.open(read, studyId);
  }
}
