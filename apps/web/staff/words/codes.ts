import { useRead } from '../commands/read.ts';
import { AlertPeople } from '../alerts/alerts.generated.ts';
import { useStudy } from '../shell/who.context.tsx';

/** What the study calls somebody; until it is known, what their id ends with, which is that as a rule. */
export function useCode(participantId: string): string {
  const { studyId } = useStudy();
  const { data } = useRead(AlertPeople, { studyId, participantIds: [participantId] }, { staleTime: 600_000 });
  return data?.participants.nodes[0]?.code ?? participantId.split(':').at(-1) ?? participantId;
}
