import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('TemplateVersion', { description: 'A version of a worksheet template.' })
export class TemplateVersionModel {
  @Field(() => ID)
  templateId!: string;

  @Field(() => Int)
  version!: number;
}
