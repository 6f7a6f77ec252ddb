import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AllocationMethod, AllocationOrigin, UnblindingReason } from '../graphql/schema/enums.ts';
import { ArmKnowledgeBasis } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('AllocationArm', { description: 'An arm, and how many of each so many are to be in it.' })
export class AllocationArmModel {
  @Field(() => String)
  arm!: string;

  @Field(() => Int)
  ratio!: number;
}

@ObjectType('AllocationFactor', { description: 'A characteristic that arms are balanced within.' })
export class AllocationFactorModel {
  @Field(() => String)
  factor!: string;

  @Field(() => [String])
  levels!: readonly string[];
}

@ObjectType('AllocationScheme', { description: 'What everybody may know of how arms are allocated.' })
export class AllocationSchemeModel {
  @Field(() => AllocationMethod)
  method!: string;

  @Field(() => [AllocationArmModel])
  arms!: readonly AllocationArmModel[];

  @Field(() => [AllocationFactorModel])
  factors!: readonly AllocationFactorModel[];

  @Field(() => Int, { description: 'How many participants the study plans for.' })
  planned!: number;

  @Field(() => String, {
    description:
      'SHA-256, in hexadecimal, over scheme, sequence and a nonce of 256 bits. Published before the first arm.',
  })
  commitment!: string;

  @Field(() => Instant)
  sealedAt!: string;

  @Field(() => Instant, { nullable: true, description: 'When the sequence was opened, after the data were final.' })
  disclosedAt!: string | null;
}

@ObjectType('Allocation', { description: 'How a study allocates arms, and how far it has come.' })
export class AllocationModel {
  @Field(() => AllocationSchemeModel, {
    nullable: true,
    description: 'None where no sequence is sealed, or where arms are drawn elsewhere.',
  })
  scheme!: AllocationSchemeModel | null;

  @Field(() => Int, { description: 'Participants who have an arm.' })
  allocated!: number;
}

@ObjectType('Arm', { description: 'A participant’s arm, for those who are not blind to it.' })
export class ArmModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => String, { nullable: true, description: 'None once the study’s key is destroyed.' })
  arm!: string | null;
}

@ObjectType('ArmKnowledge', { description: 'Somebody who could have known a participant’s arm, and when.' })
export class ArmKnowledgeModel {
  @Field(() => ID, { description: 'By pseudonymous id.' })
  actorId!: string;

  @Field(() => ArmKnowledgeBasis)
  basis!: string;

  @Field(() => String, {
    description:
      'The role, which clinician they covered or supervised, why the arm was told, or the role in which it was first read.',
  })
  detail!: string;

  @Field(() => Instant)
  from!: string;

  @Field(() => Instant, { nullable: true, description: 'None while it lasts. What one was told one does not forget.' })
  to!: string | null;
}

@ObjectType('ParticipantAllocation', { description: 'That a participant has an arm. Not which one.' })
export class ParticipantAllocationModel {
  @Field(() => Int, { description: 'Counted from 1, in the order of allocation.' })
  number!: number;

  @Field(() => AllocationOrigin)
  origin!: string;

  @Field(() => Instant)
  allocatedAt!: string;
}

@ObjectType('Unblinding', { description: 'That somebody was told a participant’s arm, and why.' })
export class UnblindingModel {
  @Field(() => ID)
  revealedTo!: string;

  @Field(() => UnblindingReason)
  reason!: string;

  @Field(() => Instant)
  unblindedAt!: string;
}
