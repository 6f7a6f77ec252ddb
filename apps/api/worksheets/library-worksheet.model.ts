import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Focus, Medium } from '../graphql/schema/enums.ts';
import {
  Approach,
  FoundIn,
  SuggestionKind,
  WorksheetAccessibility,
  WorksheetUse,
} from '../graphql/schema/worksheet-enums.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('WorksheetStep', { description: 'The same with less, or with more.' })
export class WorksheetStepModel {
  @Field(() => String)
  text!: string;

  @Field(() => ID, { nullable: true, description: 'Another worksheet that is this step.' })
  worksheetId!: string | null;
}

@ObjectType('WorksheetMatch', { description: 'A word that was looked for, and where it was found.' })
export class WorksheetMatchModel {
  @Field(() => String)
  word!: string;

  @Field(() => FoundIn)
  place!: string;
}

@ObjectType('LibraryWorksheet', { description: 'A worksheet of the library, or of the study’s own, in one language.' })
export class LibraryWorksheetModel {
  @Field(() => ID)
  worksheetId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean, { description: 'Written by a study, not by us.' })
  ofStudy!: boolean;

  @Field(() => String, { description: 'Of the texts below; the worksheet’s first where it lacks the one asked for.' })
  language!: string;

  @Field(() => [String])
  languages!: readonly string[];

  @Field(() => String)
  title!: string;

  @Field(() => String)
  objective!: string;

  @Field(() => String, { description: 'Why it may help, said to the person who does it.' })
  rationale!: string;

  @Field(() => [String])
  steps!: readonly string[];

  @Field(() => String)
  example!: string;

  @Field(() => WorksheetStepModel)
  easier!: WorksheetStepModel;

  @Field(() => WorksheetStepModel)
  harder!: WorksheetStepModel;

  @Field(() => [Approach])
  approach!: readonly string[];

  @Field(() => [String])
  needs!: readonly string[];

  @Field(() => [String])
  goals!: readonly string[];

  @Field(() => Focus)
  focus!: string;

  @Field(() => Medium)
  medium!: string;

  @Field(() => String)
  mechanism!: string;

  @Field(() => WorksheetUse)
  use!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => Int, { description: '0 very easy to 4 very hard.' })
  difficulty!: number;

  @Field(() => [WorksheetAccessibility])
  accessibility!: readonly string[];

  @Field(() => String)
  accessibilityNotes!: string;

  @Field(() => [String])
  sources!: readonly string[];

  @Field(() => String)
  author!: string;

  @Field(() => String)
  licence!: string;

  @Field(() => Boolean)
  clinicallyReviewed!: boolean;

  @Field(() => Json, { description: 'The whole worksheet, as it is filled in, read and printed.' })
  document!: unknown;
}

@ObjectType('FoundWorksheet', { description: 'A worksheet that was found.' })
export class FoundWorksheetModel {
  @Field(() => LibraryWorksheetModel)
  worksheet!: LibraryWorksheetModel;

  @Field(() => Float, { description: 'Higher is nearer; 0 where no words were given.' })
  score!: number;

  @Field(() => [WorksheetMatchModel])
  matched!: readonly WorksheetMatchModel[];
}

@ObjectType('SuggestionReason', { description: 'Why a worksheet is suggested, or what speaks against it.' })
export class SuggestionReasonModel {
  @Field(() => SuggestionKind)
  kind!: string;

  @Field(() => String, { description: 'In a sentence.' })
  says!: string;

  @Field(() => ID, { nullable: true, description: 'The worksheet that the reason speaks of.' })
  worksheetId!: string | null;
}

@ObjectType('WorksheetSuggestion', { description: 'A worksheet and every reason for it.' })
export class WorksheetSuggestionModel {
  @Field(() => LibraryWorksheetModel)
  worksheet!: LibraryWorksheetModel;

  @Field(() => Float)
  score!: number;

  @Field(() => [SuggestionReasonModel])
  reasons!: readonly SuggestionReasonModel[];
}

@ObjectType('WorksheetSuggestions', {
  description: 'What this participant might do next, from what they did and found useful.',
})
export class WorksheetSuggestionsModel {
  @Field(() => Boolean, { description: 'False where the protocol keeps suggestions from this participant.' })
  on!: boolean;

  @Field(() => [WorksheetSuggestionModel])
  suggestions!: readonly WorksheetSuggestionModel[];

  @Field(() => Int)
  logIndex!: number;
}
