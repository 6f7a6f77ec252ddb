import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { TemplateStatus } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('Template', { description: 'A version of a study’s own worksheet: its draft, or as it was put into use.' })
export class TemplateModel {
  @Field(() => ID)
  templateId!: string;

  @Field(() => Int, { description: '0 for a draft that is not in use yet.' })
  version!: number;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => TemplateStatus)
  status!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Json, { description: 'The worksheet, in the format of the library.' })
  content!: unknown;

  @Field(() => Instant)
  changedAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
