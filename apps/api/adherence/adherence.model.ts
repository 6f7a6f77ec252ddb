import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { AdherenceVerdict } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Adherence', {
  description:
    'One person under one version of one definition. Bounds are what the unknowns allow; unreported is unknown, not undone.',
})
export class AdherenceModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  definitionId!: string;

  @Field(() => Int)
  definitionVersion!: number;

  @Field(() => AdherenceVerdict, { nullable: true, description: 'None for a definition that gives a value only.' })
  adherent!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The headline quantity, in `unit`; none where there is nothing to measure.',
  })
  value!: number | null;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => Float, { nullable: true, description: 'If everything unknown went as well as it can.' })
  best!: number | null;

  @Field(() => Float, { nullable: true, description: 'If everything unknown went as badly as it can.' })
  worst!: number | null;

  @Field(() => Int, { description: 'How many things the value rests on.' })
  n!: number;

  @Field(() => Int, { description: 'How many obligations nobody reported.' })
  unknown!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; none where nothing was due.' })
  reportingRate!: number | null;

  @Field(() => Boolean, { description: 'False while the window is open: the bounds then cover what may yet come.' })
  settled!: boolean;

  @Field(() => String, { nullable: true, description: 'Why the definition could not be evaluated.' })
  problem!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'The facts are taken as known up to here. None for a definition of one’s own.',
  })
  knownUntil!: string | null;
}
