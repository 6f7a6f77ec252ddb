import type { Fact } from '#domain';
import { recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ContactRow } from './contact.row.ts';

export const contacts = foldInto(ContactRow)({
  name: 'contacts',
  version: 1,
  key: ({ stream, data }: Fact<'ContactMade'>) =>
    [...new Set(data.participants)].map((participantId) => ({ contactId: recordIdOf(stream), participantId })),
  on: {
    ContactMade: (_row, fact, key) => ({
      ...scopeOf(fact),
      contactId: recordIdOf(fact.stream),
      participantId: String(key['participantId']),
      madeBy: fact.data.by,
      channel: fact.data.channel,
      minutes: fact.data.minutes ?? null,
      occurredAt: fact.metadata.occurredAt,
      localDate: fact.metadata.localDate,
      recordedAt: fact.recordedAt,
    }),
  },
});
