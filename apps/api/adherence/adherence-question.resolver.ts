import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { CompareAdherence, ExplainAdherence, ParticipantsById } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { OF_SITE } from '../board/panel.args.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { LIMITS } from '../graphql/limits/limits.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Places } from '../snapshots/places.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { AdherenceComparisonModel, AdherenceExplanationModel } from './adherence-report.model.ts';
import { explanationLines, personComparison, verdictOf } from './adherence-words.ts';
import { DefinitionChoiceInput } from './definition-choice.input.ts';
import { DefinitionChoices } from './definition-choices.ts';
import { judgedPerson } from './judged-people.ts';

/** Why somebody is adherent or not, and where two definitions part. */
@Resolver()
export class AdherenceQuestionResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly definitions: DefinitionChoices,
    private readonly places: Places,
  ) {}

  @Query(() => AdherenceExplanationModel, {
    nullable: true,
    complexity: 200,
    description: 'The facts and the arithmetic for one person; none where there is no such participant.',
  })
  @Allow('adherence:read')
  async explainAdherence(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args('definition') chosen: DefinitionChoiceInput,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<AdherenceExplanationModel | null> {
    const snapshot = await this.places.open(`participant-${participantId}`, read, root);
    const person = snapshot && (await this.queries.execute(new ParticipantsById(snapshot, [participantId])));
    const studyId = person?.get(participantId)?.studyId;
    if (snapshot === undefined || studyId === undefined) return null;
    const definition = await this.definitions.find(snapshot, studyId, chosen, 'definition');
    const explanation = await this.queries.execute(new ExplainAdherence(snapshot, participantId, definition.choice));
    if (explanation === null) return null;
    const { summary, evaluation } = explanation;
    const adherence = judgedPerson(evaluation, definition, null);
    const lines = explanationLines(explanation);
    return { participantId, definition, summary, lines, adherence, logIndex: snapshot.logIndex };
  }

  @Query(() => AdherenceComparisonModel, {
    complexity: 500,
    description: 'Two definitions over everybody in a study: the cross table, and who differs and why.',
  })
  @Allow('adherence:read')
  async compareAdherence(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('a') chosenA: DefinitionChoiceInput,
    @Args('b') chosenB: DefinitionChoiceInput,
    @Args('first', {
      type: () => Int,
      defaultValue: LIMITS.page.usual,
      description: 'The most differing people to tell of: 0 to 500.',
    })
    first: number,
    @Args('siteId', OF_SITE) siteId: string | null | undefined,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<AdherenceComparisonModel> {
    if (first < 0 || first > LIMITS.page.largest) {
      throw new BadInput([{ field: 'first', problem: `must be a whole number from 0 to ${LIMITS.page.largest}` }]);
    }
    const snapshot = await root.open(read, studyId);
    const a = await this.definitions.find(snapshot, studyId, chosenA, 'a');
    const b = await this.definitions.find(snapshot, studyId, chosenB, 'b');
    const definitions = { a: a.definition, b: b.definition };
    const found = await this.queries.execute(
      new CompareAdherence(snapshot, studyId, definitions, first, siteId ?? null),
    );
    return {
      ...{ a, b, participants: found.participants, logIndex: snapshot.logIndex },
      pairs: found.pairs.map((pair) => ({ ...pair, a: verdictOf(pair.a), b: verdictOf(pair.b) })),
      differing: found.differing.map(personComparison),
    };
  }
}
