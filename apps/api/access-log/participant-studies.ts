import { z } from 'zod';
import { type EventStore, streamName } from '#event-store';

const MOST = 10_000;
const said = z.object({ studyId: z.string().optional() });

/** Which study a participant is of, from the first event about them: it never changes. */
export class ParticipantStudies {
  readonly #known = new Map<string, string>();

  constructor(private readonly store: Pick<EventStore, 'readStream'>) {}

  /** @returns undefined for somebody of whom there is no event */
  async of(participantId: string): Promise<string | undefined> {
    const known = this.#known.get(participantId);
    if (known !== undefined) return known;
    const stream = streamName(`participant-${participantId}`);
    for await (const { metadata } of this.store.readStream(stream, { limit: 1 })) {
      const { studyId } = said.parse(JSON.parse(metadata));
      if (studyId !== undefined) this.#keep(participantId, studyId);
      return studyId;
    }
    return undefined;
  }

  #keep(participantId: string, studyId: string): void {
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(participantId, studyId);
  }
}
