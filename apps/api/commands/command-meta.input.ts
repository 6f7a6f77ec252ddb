import { Field, InputType } from '@nestjs/graphql';
import type { EventMetadata } from '#domain';
import { OccurredPrecision, Source } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Uuid } from '../graphql/scalars/uuid.scalar.ts';

@InputType({ description: 'What every command says besides its content.' })
export class CommandMetaInput {
  @Field(() => Uuid, {
    description: 'Made by the client, UUIDv7 by preference. Sending the same command again under it is always safe.',
  })
  commandId!: string;

  @Field(() => Instant, { nullable: true, description: 'When it happened; may lie in the past. Now, when left out.' })
  occurredAt?: string | null;

  @Field(() => OccurredPrecision, { nullable: true, description: 'How sharply `occurredAt` is known.' })
  occurredPrecision?: EventMetadata['occurredPrecision'] | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'The device’s own clock when it sent this: tells how far that clock is off.',
  })
  sentAt?: string | null;

  @Field(() => Source, { nullable: true, description: 'How it reached the log; WEB when left out.' })
  source?: EventMetadata['source'] | null;
}
