import { eventCatalogue, eventMetadata } from '#domain';
import { fieldTable } from './field-table.ts';

const INTRODUCTION = `# Event catalogue

Every event that can be in the log, by stream. An event's data is exactly what its table lists: an unknown field is refused.
A **sealed** field is encrypted under the participant's key before it is stored, and is gone once that key is destroyed. A
stored shape is never edited; when one changes, its version rises and older events are lifted to it as they are read.

A path with \`[]\` names the elements of a list. A map holds values under names that the study chooses.`;

const FOOTER = 'This page is generated from the schemas in `libs/domain` by `npm run generate`.';

/** Markdown of docs/event-catalogue.md: each stream, its events, their meaning and fields; then the metadata of all. */
export function eventCataloguePage(): string {
  const categories = [...new Set(eventCatalogue.map(({ category }) => category))];
  return [
    INTRODUCTION,
    ...categories.map(stream),
    `## Metadata\n\nWhat every event carries besides its data. When it was stored, \`recordedAt\`, is the log's own.\n\n${fieldTable(eventMetadata)}`,
    FOOTER,
    '',
  ].join('\n\n');
}

function stream(category: string): string {
  const title = category === 'any' ? '## On any stream' : `## \`${category}-{id}\``;
  const events = eventCatalogue
    .filter((event) => event.category === category)
    .map(({ type, version, about, data }) => `### ${type}\n\n${about} *Version ${version}.*\n\n${fieldTable(data)}`);
  return [title, ...events].join('\n\n');
}
