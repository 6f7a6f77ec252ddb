import { builtInInstruments, type Instrument, type InstrumentTexts, instrumentTexts, withTexts } from '#instruments';
import { readJsonFiles } from './json-files.ts';

/** The platform’s instruments, with the wordings that are installed. */
export class InstrumentShelf {
  readonly #texts: ReadonlyMap<string, InstrumentTexts>;

  constructor(texts: readonly InstrumentTexts[]) {
    this.#texts = new Map(texts.map((each) => [`${each.instrumentId} ${each.version} ${each.language}`, each]));
  }

  /** @throws StartupError for a file that cannot be used */
  static from(folder: string): InstrumentShelf {
    return new InstrumentShelf(readJsonFiles(folder, '.json', instrumentTexts));
  }

  /** All of them, in the order of the library. @param language of wordings kept apart; the program’s own are English */
  all(language = 'en'): readonly Instrument[] {
    return builtInInstruments.map((instrument) => {
      const texts = this.textsOf(instrument, language);
      return texts === undefined ? instrument : withTexts(instrument, texts);
    });
  }

  /** The file that holds an instrument’s wording, if it is installed. */
  textsOf({ id, version }: Instrument, language: string): InstrumentTexts | undefined {
    return this.#texts.get(`${id} ${version} ${language}`);
  }
}
