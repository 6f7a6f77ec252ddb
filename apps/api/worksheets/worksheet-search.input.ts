import { Field, InputType, Int } from '@nestjs/graphql';
import type { Worksheet, WorksheetQuery } from '#worksheets';
import { Focus, Medium } from '../graphql/schema/enums.ts';
import { Approach, WorksheetAccessibility, WorksheetUse } from '../graphql/schema/worksheet-enums.ts';

@InputType({ description: 'What is looked for. Every clause that is given must hold; of several words in one, any.' })
export class WorksheetSearchInput {
  @Field(() => String, { nullable: true, description: 'Words in any order and language, with or without accents.' })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Such as low-mood or worry.' })
  needs?: string[] | null;

  @Field(() => [String], { nullable: true })
  goals?: string[] | null;

  @Field(() => [Approach], { nullable: true })
  approach?: Worksheet['approach'] | null;

  @Field(() => [Focus], { nullable: true })
  focus?: Worksheet['focus'][] | null;

  @Field(() => [Medium], { nullable: true })
  medium?: Worksheet['medium'][] | null;

  @Field(() => WorksheetUse, { nullable: true })
  use?: Worksheet['use'] | null;

  @Field(() => Int, { nullable: true, description: '0 to 4.' })
  difficultyAtLeast?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 4.' })
  difficultyAtMost?: number | null;

  @Field(() => Int, { nullable: true })
  minutesAtMost?: number | null;

  @Field(() => [WorksheetAccessibility], { nullable: true, description: 'All of them have to be served.' })
  accessibility?: Worksheet['accessibility']['serves'] | null;

  @Field(() => String, { nullable: true, description: 'A language the worksheet must be complete in.' })
  language?: string | null;
}

/** As the library takes it: nulls count as left out. */
export function searchOf(input: WorksheetSearchInput | null): WorksheetQuery {
  return {
    ...{ text: input?.text ?? undefined, needs: input?.needs ?? undefined, goals: input?.goals ?? undefined },
    ...{ approach: input?.approach ?? undefined, focus: input?.focus ?? undefined, medium: input?.medium ?? undefined },
    use: input?.use ?? undefined,
    difficultyAtLeast: input?.difficultyAtLeast ?? undefined,
    difficultyAtMost: input?.difficultyAtMost ?? undefined,
    minutesAtMost: input?.minutesAtMost ?? undefined,
    accessibility: input?.accessibility ?? undefined,
    language: input?.language ?? undefined,
  };
}
