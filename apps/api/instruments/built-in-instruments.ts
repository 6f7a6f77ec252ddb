import { type Instrument, type InstrumentTexts, riskItems, scaleSeverity, score, textsStanding } from '#instruments';
import type { BuiltInInstrumentModel, ScorePreviewModel } from './built-in-instrument.model.ts';

/** An instrument as the API shows it. @param texts the file of its wording, where that lies apart */
export function shown(instrument: Instrument, texts: InstrumentTexts | undefined): BuiltInInstrumentModel {
  const { id: instrumentId, version, title, licence, citation, better } = instrument;
  return {
    ...{ instrumentId, version, title, licence, citation, better },
    recallDays: instrument.recallDays ?? null,
    texts: textsStanding(instrument),
    textsLicence: instrument.textsLicence ?? null,
    textsNotice: texts?.notice ?? null,
    stem: instrument.stem ?? null,
    answers: instrument.answers ?? [],
    items: instrument.items.map(({ code, text, min, max }) => ({ code, text: text ?? null, min, max })),
    scales: instrument.scales.map(({ id: scale, items, missing, bands = [] }) => ({
      ...{ scale, items, bands },
      missingAtMost: missing.rule === 'none-allowed' ? 0 : missing.atMost,
      missingSource: missing.rule === 'none-allowed' ? null : missing.source,
    })),
    bands: instrument.bands,
    caseness: instrument.caseness ?? null,
    remission: instrument.remission ?? null,
    reliableChange: instrument.reliableChange ?? null,
    riskItems: instrument.riskItems.map(({ item }) => item),
  };
}

/** What answers would score. @throws ImpossibleAnswer */
export function preview(instrument: Instrument, answers: Readonly<Record<string, number | null>>): ScorePreviewModel {
  return {
    instrumentId: instrument.id,
    version: instrument.version,
    scales: score(instrument, answers).map((each) => ({
      ...each,
      severity: each.value === null ? null : scaleSeverity(instrument, each.scale, each.value),
    })),
    riskItems: riskItems(instrument, answers),
  };
}
