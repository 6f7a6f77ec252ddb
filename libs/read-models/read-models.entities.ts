import { AdherenceRow } from './adherence/adherence.row.ts';
import { AssignmentVersionRow } from './assignments/assignment-version.row.ts';
import { AssignmentRow } from './assignments/assignment.row.ts';
import { AttemptRow } from './attempts/attempt.row.ts';
import { ComplianceRow } from './compliance/compliance.row.ts';
import { ContactRow } from './contacts/contact.row.ts';
import { DefinitionRow } from './definitions/definition.row.ts';
import { FactPersonRow } from './facts/fact-person.row.ts';
import { FactRow } from './facts/fact.row.ts';
import { IntervalRow } from './intervals/interval.row.ts';
import { MeasureRow } from './measures/measure.row.ts';
import { OccurrenceRow } from './occurrences/occurrence.row.ts';
import { ParticipantRow } from './participants/participant.row.ts';
import { RatingRow } from './ratings/rating.row.ts';
import { ReviewRow } from './reviews/review.row.ts';
import { SessionRow } from './sessions/session.row.ts';
import { SiteRow } from './sites/site.row.ts';
import { StudyRow } from './studies/study.row.ts';
import { TherapistRow } from './therapists/therapist.row.ts';

/** Entities of every generation: hand them to the DataSource. Their tables are made per generation, never migrated. */
export const readModelEntities = [
  FactRow,
  FactPersonRow,
  StudyRow,
  SiteRow,
  TherapistRow,
  ParticipantRow,
  AssignmentRow,
  AssignmentVersionRow,
  OccurrenceRow,
  AttemptRow,
  ReviewRow,
  SessionRow,
  ContactRow,
  RatingRow,
  MeasureRow,
  DefinitionRow,
  AdherenceRow,
  IntervalRow,
  ComplianceRow,
];
