import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ReconsentBecause } from '../graphql/schema/enums.ts';
import { ReconsentStanding } from '../graphql/schema/row-enums.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Reconsent', { description: 'Consent that a participant has to give anew, and where it stands.' })
export class ReconsentModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ReconsentBecause)
  because!: string;

  @Field(() => String, { description: 'The day, or the month (`YYYY-MM`), that the site chose.' })
  due!: string;

  @Field(() => LocalDate)
  firstDay!: string;

  @Field(() => LocalDate, { description: 'Overdue from the next day on.' })
  lastDay!: string;

  @Field(() => ReconsentStanding, { description: 'On the day asked about.' })
  standing!: string;

  @Field(() => LocalDate, { nullable: true, description: 'None while it is owed.' })
  givenOn!: string | null;
}
