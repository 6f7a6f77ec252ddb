import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Log', { description: 'How far the log is known here.' })
export class LogModel {
  @Field(() => Int, { description: 'Index of the last event that answers know of; 0 before the first.' })
  index!: number;
}
