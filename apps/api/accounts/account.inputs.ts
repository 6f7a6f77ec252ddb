import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';

export const CodeFormEnum = { SHORT: 'short', LINK: 'link' } as const;
registerEnumType(CodeFormEnum, {
  name: 'SignInCodeForm',
  description: 'SHORT: eight characters to read out. LINK: an address to open on the phone.',
});

@InputType({ description: 'A key for scripts.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for: 1 to 100 characters.' })
  label!: string;

  @Field(() => Int, { description: 'Days until it expires: 1 to 366.' })
  days!: number;

  @Field(() => Boolean, { defaultValue: true, description: 'It changes nothing.' })
  readOnly!: boolean;

  @Field(() => [ID], { nullable: true, description: 'Only these studies.' })
  studies?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only these permissions, such as `study:read`.' })
  permissions?: string[] | null;
}

@InputType({ description: 'Who is to sign in, and how.' })
export class HandOutSignInCodeInput {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true, description: 'A linked person, who signs in instead of the participant.' })
  personId?: string | null;

  @Field(() => CodeFormEnum, { defaultValue: 'short' })
  form!: 'short' | 'link';
}

@InputType({ description: 'Whose phones are signed out.' })
export class EndSignInsInput {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true, description: 'A linked person instead of the participant.' })
  personId?: string | null;
}
