import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { ratingForms } from '#instruments';
import { AgreeRatings, ScoreRatings } from '#read-models';
import { Allow } from '../access/allow.decorator.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { RatingKeyShelf } from '../shelves/rating-key.shelf.ts';
import { ReadArgs } from '../snapshots/read.args.ts';
import { Root, type RootSnapshot } from '../snapshots/root.decorator.ts';
import { agreementQuestion, RatingAgreementArgs } from './rating-agreement.args.ts';
import { KeyedRatingModel, RatingAgreementModel, RatingFormModel } from './rating-agreement.model.ts';

/** Rating forms, what their keys make of them, and how far raters agree. */
@Resolver()
export class RatingAgreementResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: RatingKeyShelf,
  ) {}

  @Query(() => RatingAgreementModel, {
    complexity: 200,
    description: 'Agreement between raters within one form and target, on the double-coded part of a sample.',
  })
  @Allow('rating:read')
  async ratingAgreement(@Args() args: RatingAgreementArgs, @Root() root: RootSnapshot): Promise<RatingAgreementModel> {
    const snapshot = await root.open(args, args.studyId);
    const found = await this.queries.execute(new AgreeRatings(snapshot, agreementQuestion(args)));
    return { ...found, logIndex: snapshot.logIndex };
  }

  @Query(() => [RatingFormModel], { complexity: 20, description: 'Rating forms that the platform knows by name.' })
  @Allow('rating:read')
  ratingForms(): RatingFormModel[] {
    return ratingForms.map((form) => ({
      ...form,
      keyInstalled: this.keys.keyOf(form.formId, form.version) !== undefined,
    }));
  }

  @Query(() => [KeyedRatingModel], {
    complexity: 200,
    description: 'Ratings of one form, scored by the key that its permission-holder put on this server.',
  })
  @Allow('rating:read')
  async keyedRatings(
    @Args('studyId', { type: () => ID }) studyId: string,
    @Args('formId', { type: () => ID }) formId: string,
    @Args('formVersion', { type: () => Int, defaultValue: 1 }) formVersion: number,
    @Args('participantId', { type: () => ID, nullable: true }) participantId: string | null,
    @Args() read: ReadArgs,
    @Root() root: RootSnapshot,
  ): Promise<readonly KeyedRatingModel[]> {
    const key = this.keys.keyOf(formId, formVersion);
    if (key === undefined)
      throw new BadInput([{ field: 'formId', problem: 'has no key here; its ratings can be read raw' }]);
    const snapshot = await root.open(read, studyId);
    return this.queries.execute(new ScoreRatings(snapshot, studyId, key, participantId ?? undefined));
  }
}
