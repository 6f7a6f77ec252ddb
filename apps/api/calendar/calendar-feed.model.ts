import { Field, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('CalendarFeed', { description: 'A secret address at which a calendar program finds planned times.' })
export class CalendarFeedModel {
  @Field(() => String, { description: 'Told this once: only a digest of it is kept.' })
  url!: string;
}

@ObjectType('OpenCalendarFeed', { description: 'That there is an address.' })
export class OpenCalendarFeedModel {
  @Field(() => Instant)
  since!: string;
}
