import type { Fact } from '#domain';
import { builtInInstruments, type Instrument, instrument as schema } from '#instruments';

/** An instrument and whose it is. */
export interface ShelvedInstrument {
  readonly instrument: Instrument;
  readonly source: 'built-in' | 'study';
}

/** The instruments a study can score with, by id and version: its own, then the platform's. */
export type InstrumentShelf = (id: string, version: number) => ShelvedInstrument | undefined;

const key = (id: string, version: number): string => `${version} ${id}`;

const BUILT_IN: ReadonlyMap<string, ShelvedInstrument> = new Map(
  builtInInstruments.map((instrument) => [
    key(instrument.id, instrument.version),
    { instrument, source: 'built-in' as const },
  ]),
);

/** What a study has published besides what everybody has. A publication that cannot be read scores nothing. */
export function shelfOf(study: readonly Fact[]): InstrumentShelf {
  const own = new Map<string, ShelvedInstrument>();
  for (const fact of study) {
    if (fact.type !== 'InstrumentPublished') continue;
    const { instrumentId, version, instrument } = fact.data;
    const parsed = schema.safeParse(instrument);
    if (parsed.success) own.set(key(instrumentId, version), { instrument: parsed.data, source: 'study' });
    else own.delete(key(instrumentId, version));
  }
  return (id, version) => own.get(key(id, version)) ?? BUILT_IN.get(key(id, version));
}
