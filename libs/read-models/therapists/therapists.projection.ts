import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { TherapistRow } from './therapist.row.ts';

export const therapists = foldInto(TherapistRow)({
  name: 'therapists',
  version: 1,
  key: ({ stream }) => ({ therapistId: recordIdOf(stream) }),
  on: {
    TherapistRegistered: (_row, { stream, data, metadata, recordedAt }) => ({
      therapistId: recordIdOf(stream),
      stream,
      studyId: data.studyId,
      siteId: data.siteId ?? null,
      profession: data.profession,
      training: data.training ?? null,
      yearsOfExperience: data.yearsOfExperience ?? null,
      consentVersion: null,
      consentScopes: [],
      consentDate: null,
      certifiedFor: [],
      supervisions: 0,
      supervisionMinutes: 0,
      registeredAt: metadata.occurredAt,
      updatedAt: recordedAt,
    }),
    TherapistConsentGiven: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        consentVersion: data.version,
        consentScopes: data.scopes,
        consentDate: metadata.localDate,
        updatedAt: recordedAt,
      },
    RaterCertified: (row, { data, recordedAt }) =>
      row && {
        ...row,
        certifiedFor: [...new Set([...row.certifiedFor, `${data.formId}@${data.formVersion}`])],
        updatedAt: recordedAt,
      },
    SupervisionHeld: (row, { data, recordedAt }) =>
      row && {
        ...row,
        supervisions: row.supervisions + 1,
        supervisionMinutes: row.supervisionMinutes + data.minutes,
        updatedAt: recordedAt,
      },
  },
});
