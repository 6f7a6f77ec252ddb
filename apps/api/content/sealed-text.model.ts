import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('SealedText', {
  description:
    'Private content. Its length is plain; the text is opened for those who may read it, and gone for ever once erased.',
})
export class SealedTextModel {
  @Field(() => Int, { nullable: true, description: 'In UTF-16 code units. None where only an erasure mark is left.' })
  length!: number | null;
}
