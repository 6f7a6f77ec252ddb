import type { Batch, Position } from '#event-store';
import { type LogBatch, LogEvent } from './log.event.ts';

/** Characters of data and metadata held before they are written, whatever the number of events. */
const MAX_CHARACTERS = 32_000_000;

/**
 * Numbers the events of a reader and gathers its pages: up to `gather` events while there is more to read, each page at
 * once when the reader has caught up.
 * @param nextIndex log index of the first event to come
 */
export async function* logBatches(
  pages: AsyncIterable<Batch>,
  nextIndex: number,
  gather: number,
): AsyncGenerator<LogBatch> {
  let events: LogEvent[] = [];
  let characters = 0;
  let index = nextIndex;
  let position: Position | undefined;
  for await (const page of pages) {
    for (const event of page.events) {
      events.push(new LogEvent(event, index));
      characters += event.data.length + event.metadata.length;
      index += 1;
    }
    position = page.position;
    if (!page.live && events.length < gather && characters < MAX_CHARACTERS) continue;
    yield { events, position };
    [events, characters, position] = [[], 0, undefined];
  }
  if (position !== undefined) yield { events, position };
}
