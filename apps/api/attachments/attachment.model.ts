import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AttachmentKind } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Attachment', {
  description:
    'A photo or a recording that belongs to a piece of homework. What is in it is kept encrypted, apart from the log.',
})
export class AttachmentModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  attachmentId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID, { nullable: true })
  attemptId!: string | null;

  @Field(() => AttachmentKind)
  kind!: string;

  @Field(() => String, { description: 'As its content says, whatever it was called.' })
  mediaType!: string;

  @Field(() => Int)
  bytes!: number;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
