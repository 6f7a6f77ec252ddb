import { registerEnumType } from '@nestjs/graphql';
import { eventCatalogue } from '#domain';

/** Events keep their own names: the same word in the code, the log and the query. */
export const EventTypeEnum = Object.fromEntries(eventCatalogue.map(({ type }) => [type, type]));
registerEnumType(EventTypeEnum, {
  name: 'EventType',
  description: 'Every event of the log.',
  valuesMap: Object.fromEntries(eventCatalogue.map(({ type, about }) => [type, { description: about }])),
});
