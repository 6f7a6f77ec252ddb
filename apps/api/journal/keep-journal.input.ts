import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A journal of one’s own.' })
export class KeepJournalInput {
  @Field(() => ID)
  participantId!: string;

  @Field(() => String, { description: 'A short label. Sealed.' })
  title!: string;
}
