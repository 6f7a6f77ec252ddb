import { useRead } from '../commands/read.ts';
import { useStudy, useWho } from '../shell/who.context.tsx';
import { Covers } from './cover.generated.ts';

/** What is on record of covers. */
export function useCovers() {
  const { studyId } = useStudy();
  const { may } = useWho();
  return useRead(Covers, { studyId }, { enabled: may('history:read') });
}
