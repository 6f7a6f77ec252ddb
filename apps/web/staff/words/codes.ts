import { useRead } from '../commands/read.ts';
import { AlertPeople } from '../alerts/alerts.generated.ts';
import { useStudy } from '../shell/who.context.tsx';

/** What the study calls somebody; their id until it is known. */
export function useCode(participantId: string): string {
  const { studyId } = useStudy();
  const { data } = useRead(AlertPeople, { studyId, participantIds: [participantId] }, { staleTime: 600_000 });
  return data?.participants.nodes[0]?.code ?? participantId;
}
