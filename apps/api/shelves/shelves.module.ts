import { Global, Module } from '@nestjs/common';
import { type Config, CONFIG } from '#platform';
import { InstrumentShelf } from './instrument.shelf.ts';
import { RatingKeyShelf } from './rating-key.shelf.ts';

/** What operators put beside the program, read once at start. */
@Global()
@Module({
  providers: [
    {
      provide: InstrumentShelf,
      inject: [CONFIG],
      useFactory: ({ instrumentTextsDir }: Config) => InstrumentShelf.from(instrumentTextsDir),
    },
    {
      provide: RatingKeyShelf,
      inject: [CONFIG],
      useFactory: ({ ratingKeysDir }: Config) => RatingKeyShelf.from(ratingKeysDir),
    },
  ],
  exports: [InstrumentShelf, RatingKeyShelf],
})
export class ShelvesModule {}
