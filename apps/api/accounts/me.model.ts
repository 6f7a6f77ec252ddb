import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ACCOUNT_KINDS, type AccountKind } from '#platform';
import { enumNameOf } from '../graphql/schema/enum.factory.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

export const AccountKindEnum = Object.fromEntries(ACCOUNT_KINDS.map((kind) => [enumNameOf(kind), kind]));
registerEnumType(AccountKindEnum, { name: 'AccountKind', description: 'What kind of person an account stands for.' });

@ObjectType('ApiKey', {
  description: 'A key for scripts. The key itself was shown when it was made, and is kept nowhere.',
})
export class ApiKeyModel {
  @Field(() => ID)
  keyId!: string;

  @Field(() => String, { description: 'What it is for, in the words of whoever made it.' })
  label!: string;

  @Field(() => Boolean, { description: 'It changes nothing.' })
  readOnly!: boolean;

  @Field(() => [ID], { nullable: true, description: 'Only these studies. None named: every study of its owner.' })
  studies!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only these permissions. None named: all of its owner’s.' })
  permissions!: readonly string[] | null;

  @Field(() => Instant)
  createdAt!: Date;

  @Field(() => Instant)
  expiresAt!: Date;

  @Field(() => Instant, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Date | null;
}

@ObjectType('Me', { description: 'Whoever asks.' })
export class MeModel {
  @Field(() => AccountKindEnum)
  kind!: AccountKind;

  @Field(() => ID, { description: 'What they are called in the log: a pseudonymous id.' })
  subjectId!: string;

  @Field(() => [String], { description: 'The roles they have somewhere at this moment.' })
  roles!: readonly string[];

  @Field(() => [String], { description: 'What they may do somewhere, through what they came with.' })
  permissions!: readonly string[];

  @Field(() => Boolean, { description: 'Whether they signed in with more than a password or code.' })
  secondFactor!: boolean;

  @Field(() => [ApiKeyModel], { description: 'Their keys for scripts that may still be used, newest first.' })
  apiKeys!: readonly ApiKeyModel[];
}
