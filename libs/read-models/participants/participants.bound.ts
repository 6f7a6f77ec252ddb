import { refuseTooMany, MOST_PEOPLE } from '../snapshot/bounded.rows.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

const FROM = 'participants WHERE study_id = $1 AND ($2::text IS NULL OR site_id = $2)';

/** Before people are evaluated one by one: that they are not too many for one question. @throws TooManyRows */
export async function refuseTooManyPeople(
  snapshot: Pick<ReadSnapshot, 'sql'>,
  studyId: string,
  siteId: string | null = null,
): Promise<void> {
  await refuseTooMany(snapshot, { what: 'people of the study', from: FROM }, [studyId, siteId], MOST_PEOPLE);
}
