import { z } from 'zod';
import { id, timeZone } from '../kernel/primitives.ts';
import { participantEvents } from './participant.events.ts';

const base = { participantId: id };
const fieldsOf = <Type extends keyof typeof participantEvents>(
  type: Type,
): (typeof participantEvents)[Type]['data']['shape'] => participantEvents[type].data.shape;

export const participantCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ScreenParticipant'), ...fieldsOf('ParticipantScreened') }),
  z.strictObject({ type: z.literal('GiveConsent'), ...base, ...fieldsOf('ConsentGiven') }),
  z.strictObject({ type: z.literal('PlanReconsent'), ...base, ...fieldsOf('ReconsentPlanned') }),
  z.strictObject({ type: z.literal('WithdrawConsent'), ...base, ...fieldsOf('ConsentWithdrawn') }),
  z.strictObject({ type: z.literal('DecideErasure'), ...base, ...fieldsOf('ErasureDecided') }),
  z.strictObject({
    type: z.literal('EnrolParticipant'),
    ...base,
    studyId: id,
    code: id,
    siteId: id.optional(),
    /** The site's, or else the study's, when left out. */
    timeZone: timeZone.optional(),
  }),
  z.strictObject({ type: z.literal('ChangeTimeZone'), ...base, ...fieldsOf('TimeZoneChanged') }),
  z.strictObject({ type: z.literal('RecordBaseline'), ...base, ...fieldsOf('BaselineRecorded') }),
  z.strictObject({ type: z.literal('LinkPerson'), ...base, ...fieldsOf('PersonLinked') }),
  z.strictObject({ type: z.literal('AssignTherapist'), ...base, ...fieldsOf('TherapistAssigned') }),
  z.strictObject({
    type: z.literal('ChangeConcomitantTreatment'),
    ...base,
    ...fieldsOf('ConcomitantTreatmentChanged'),
  }),
  z.strictObject({ type: z.literal('ShowFeature'), ...base, ...fieldsOf('FeatureShown') }),
  z.strictObject({ type: z.literal('RecordProtocolDeviation'), ...base, ...fieldsOf('ProtocolDeviationRecorded') }),
  z.strictObject({ type: z.literal('ReportAdverseEvent'), ...base, ...fieldsOf('AdverseEventReported') }),
  z.strictObject({ type: z.literal('DiscontinueParticipant'), ...base, ...fieldsOf('ParticipantDiscontinued') }),
  z.strictObject({ type: z.literal('CompleteParticipant'), ...base }),
  z.strictObject({ type: z.literal('FreezeParticipant'), ...base, ...fieldsOf('ParticipantFrozen') }),
  z.strictObject({ type: z.literal('ReleaseParticipant'), ...base, ...fieldsOf('ParticipantReleased') }),
  z.strictObject({ type: z.literal('ErasePersonalData'), ...base, ...fieldsOf('PersonalDataErased') }),
]);
export type ParticipantCommand = z.infer<typeof participantCommands>;
export type ParticipantCommandOf<Type extends ParticipantCommand['type']> = Extract<ParticipantCommand, { type: Type }>;
