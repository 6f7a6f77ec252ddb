import type { TherapistFilter, TherapistOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { TherapistModel } from './therapist.model.ts';

export const TherapistConnection = connectionOf('Therapist', () => TherapistModel);
export const TherapistFilterInput = filterOf<TherapistFilter>('Therapist', {
  therapistIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  professions: clause.texts,
  certifiedFor: clause.text,
});
export const TherapistOrderInput = orderOf<TherapistOrder>('Therapist', {
  therapistId: true,
  siteId: true,
  profession: true,
  yearsOfExperience: true,
  supervisions: true,
});
