import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Identity', { description: 'Who a participant is, for their site alone. It is not in the log.' })
export class IdentityModel {
  @Field(() => Boolean, { description: 'The participant was erased: nobody can read it any more.' })
  erased!: boolean;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => LocalDate, { nullable: true })
  birthDate!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@InputType('IdentityInput', { description: 'Names and contacts. What is left out is taken away.' })
export class IdentityInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => LocalDate, { nullable: true })
  birthDate?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}
