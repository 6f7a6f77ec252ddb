import { Global, Module } from '@nestjs/common';
import { type Config, CONFIG, Engine } from '#platform';
import { builtInWorksheets } from '#worksheets';
import { WorksheetShelf } from '../worksheets/worksheet.shelf.ts';
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
    {
      provide: WorksheetShelf,
      inject: [Engine],
      useFactory: ({ store }: Engine) => new WorksheetShelf([...builtInWorksheets.values()], store),
    },
  ],
  exports: [InstrumentShelf, RatingKeyShelf, WorksheetShelf],
})
export class ShelvesModule {}
