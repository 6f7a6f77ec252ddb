import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('NewApiKey', { description: 'A key that was just made.' })
export class NewApiKeyModel {
  @Field(() => ID)
  keyId!: string;

  @Field(() => String, { description: 'Shown this once: send it as `Authorization: Bearer …`.' })
  key!: string;

  @Field(() => Instant)
  expiresAt!: Date;
}

@ObjectType('SignInCode', { description: 'What a participant or caregiver signs in with, once.' })
export class SignInCodeModel {
  @Field(() => String, {
    description: 'Shown this once. Codes that were handed out to this person before are worth nothing now.',
  })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The same as an address to open on the phone; of links only.' })
  link!: string | null;

  @Field(() => Instant)
  expiresAt!: Date;
}

@ObjectType('Done', { description: 'Whether there was anything to do.' })
export class DoneModel {
  @Field(() => Boolean)
  done!: boolean;
}
