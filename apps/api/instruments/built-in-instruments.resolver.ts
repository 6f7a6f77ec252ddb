import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { ImpossibleAnswer, type Instrument } from '#instruments';
import { Allow } from '../access/allow.decorator.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { ItemValueInput } from '../graphql/schema/item-value.input.ts';
import { InstrumentShelf } from '../shelves/instrument.shelf.ts';
import { BuiltInInstrumentModel, ScorePreviewModel } from './built-in-instrument.model.ts';
import { preview, shown } from './built-in-instruments.ts';

const LANGUAGE = 'Of wordings kept apart; English when left out.';

/** The questionnaires that come with the platform. */
@Resolver()
export class BuiltInInstrumentsResolver {
  constructor(private readonly shelf: InstrumentShelf) {}

  @Query(() => [BuiltInInstrumentModel], {
    complexity: 60,
    description: 'The questionnaires that come with the platform, their rules, sources and licences.',
  })
  @Allow('study:read')
  builtInInstruments(
    @Args('language', { type: () => String, defaultValue: 'en', description: LANGUAGE }) language: string,
  ): BuiltInInstrumentModel[] {
    return this.shelf.all(language).map((each) => shown(each, this.shelf.textsOf(each, language)));
  }

  @Query(() => ScorePreviewModel, {
    complexity: 10,
    description: 'Scores answers to a built-in instrument without recording them.',
  })
  @Allow('study:read')
  scoreInstrument(
    @Args('instrumentId', { type: () => ID }) instrumentId: string,
    @Args('version', { type: () => Int, defaultValue: 1 }) version: number,
    @Args('answers', { type: () => [ItemValueInput] }) answers: readonly ItemValueInput[],
  ): ScorePreviewModel {
    return scored(this.#named(instrumentId, version), answers);
  }

  #named(instrumentId: string, version: number): Instrument {
    const found = this.shelf.all().find((each) => each.id === instrumentId && each.version === version);
    if (found !== undefined) return found;
    throw new BadInput([{ field: 'instrumentId', problem: 'names no instrument of the platform in this version' }]);
  }
}

function scored(instrument: Instrument, answers: readonly ItemValueInput[]): ScorePreviewModel {
  const codes = answers.map(({ item }) => item);
  const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
  if (twice >= 0) throw new BadInput([{ field: `answers.${twice}.item`, problem: 'is given twice' }]);
  try {
    return preview(instrument, Object.fromEntries(answers.map(({ item, value }) => [item, value ?? null])));
  } catch (error) {
    if (!(error instanceof ImpossibleAnswer)) throw error;
    const place = codes.indexOf(error.item);
    throw new BadInput([{ field: `answers.${place}`, problem: 'is no answer that this item can have' }]);
  }
}
