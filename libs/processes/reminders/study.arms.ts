import { decode, type Fact } from '#domain';
import { streamName } from '#event-store';
import { type Engine, Opener } from '#platform';

/** The arms of a study’s participants, opened: who goes without reminders follows from them, and nobody is told. */
export async function armsIn({ store, keys }: Engine, studyId: string): Promise<ReadonlyMap<string, string>> {
  const facts: Fact[] = [];
  for await (const stored of store.readStream(streamName(`allocation-${studyId}`))) {
    const fact = decode(stored);
    if (fact.type === 'ParticipantAllocated') facts.push(fact);
  }
  const arms = new Map<string, string>();
  for (const fact of await new Opener(keys, 'arms').openAll(facts)) {
    if (fact.type !== 'ParticipantAllocated' || typeof fact.data.arm !== 'string') continue;
    const { participantId } = fact.metadata;
    if (participantId !== undefined) arms.set(participantId, fact.data.arm);
  }
  return arms;
}
