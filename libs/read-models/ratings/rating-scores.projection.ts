import type { Fact } from '#domain';
import { ImpossibleAnswer, type Instrument, type ScaleScore, score } from '#instruments';
import { shelfOf } from '../instruments/instrument.shelf.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';
import type { Derivation } from '../kernel/projection.ts';
import { RatingScoreRow } from './rating-score.row.ts';
import { targetColumns } from './ratings.projection.ts';

/** Ratings by item and, where the study has published the form as an instrument, by scale. */
export const ratingScores: Derivation = {
  kind: 'derivation',
  name: 'rating_scores',
  version: 1,
  entity: RatingScoreRow,
  owner: 'participantId',
  daily: false,
  types: ['ParticipantEnrolled', 'InstrumentPublished', 'RatingRecorded'],
  derive: ({ participantId, facts, study }) => {
    const enrolled = facts.findLast((fact) => fact.type === 'ParticipantEnrolled')?.data;
    if (enrolled === undefined) return [];
    const shelf = shelfOf(study);
    const ratings = facts.filter((fact) => fact.type === 'RatingRecorded');
    const scope = { participantId, studyId: enrolled.studyId, siteId: enrolled.siteId ?? null };
    return [...new Map(ratings.map((fact) => [fact.stream, fact])).values()].flatMap((fact) => {
      const { formId, version } = fact.data.form;
      return scoresOf(fact, shelf(formId, version)?.instrument).map((own) => ({
        ...scope,
        ...columnsOf(fact),
        ...own,
      }));
    });
  },
};

type Own = Pick<RatingScoreRow, 'kind' | 'name' | 'value' | 'missing'>;

function columnsOf({ stream, data, metadata }: Fact<'RatingRecorded'>) {
  return {
    ratingId: recordIdOf(stream),
    formId: data.form.formId,
    formVersion: data.form.version,
    raterId: data.rater.raterId,
    raterRole: data.rater.role,
    ...targetColumns(data.target),
    retrospective: data.retrospective,
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
  };
}

function scoresOf({ data: { items } }: Fact<'RatingRecorded'>, form: Instrument | undefined): readonly Own[] {
  const raw = Object.entries(items).map(([name, value]): Own => ({ kind: 'item', name, value, missing: 0 }));
  const scales = form === undefined ? [] : scalesOf(form, items);
  return [...raw, ...scales.map(({ scale, value, missing }): Own => ({ kind: 'scale', name: scale, value, missing }))];
}

/** A scale with an answer that cannot be has no value. */
function scalesOf(
  form: Instrument,
  items: Fact<'RatingRecorded'>['data']['items'],
): readonly Omit<ScaleScore, 'imputed'>[] {
  try {
    return score(form, items);
  } catch (error) {
    if (!(error instanceof ImpossibleAnswer)) throw error;
    return form.scales.map(({ id, items: own }) => ({
      scale: id,
      value: null,
      missing: own.filter((item) => items[item] === undefined).length,
    }));
  }
}
