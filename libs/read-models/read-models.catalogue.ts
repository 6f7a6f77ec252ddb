import { adherence } from './adherence/adherence.projection.ts';
import { allocationSchemes } from './allocation/allocation-schemes.projection.ts';
import { allocations } from './allocation/allocations.projection.ts';
import { unblindings } from './allocation/unblindings.projection.ts';
import { analysisGates } from './analysis/analysis-gates.projection.ts';
import { analysisRuns } from './analysis/analysis-runs.projection.ts';
import { alerts } from './alerts/alerts.projection.ts';
import { safetyRules } from './monitoring/safety-rules.projection.ts';
import { safetySwitches } from './monitoring/safety-switches.projection.ts';
import { watchDocuments } from './monitoring/watch-documents.projection.ts';
import { missedRuns } from './missed-runs/missed-runs.projection.ts';
import { reminderWishes } from './reminder-wishes/reminder-wishes.projection.ts';
import { reminders } from './reminders/reminders.projection.ts';
import { dataCheckSwitches } from './data-checks/data-check-switches.projection.ts';
import { reconsents } from './reconsents/reconsents.projection.ts';
import { dueMeasures } from './due-measures/due-measures.projection.ts';
import { arms } from './arms/arms.projection.ts';
import { assignmentVersions } from './assignments/assignment-versions.projection.ts';
import { assignments } from './assignments/assignments.projection.ts';
import { attempts } from './attempts/attempts.projection.ts';
import { definitions } from './definitions/definitions.projection.ts';
import { compliance } from './compliance/compliance.projection.ts';
import { contacts } from './contacts/contacts.projection.ts';
import { intervals } from './intervals/intervals.projection.ts';
import type { Projection } from './kernel/projection.ts';
import { measures } from './measures/measures.projection.ts';
import { outcomes } from './outcomes/outcomes.projection.ts';
import { outcomeItems } from './outcomes/outcome-items.projection.ts';
import { personSummaries } from './person-summaries/person-summaries.projection.ts';
import { suddenGains } from './sudden-gains/sudden-gains.projection.ts';
import { ratingScores } from './ratings/rating-scores.projection.ts';
import { missingness } from './missingness/missingness.projection.ts';
import { adverseEvents } from './adverse-events/adverse-events.projection.ts';
import { protocolAmendments } from './protocol-amendments/protocol-amendments.projection.ts';
import { concomitantTreatments } from './concomitant-treatments/concomitant-treatments.projection.ts';
import { instruments } from './instruments/instruments.projection.ts';
import { flow } from './flow/flow.projection.ts';
import { occurrences } from './occurrences/occurrences.projection.ts';
import { participants } from './participants/participants.projection.ts';
import { queries } from './queries/queries.projection.ts';
import { ratings } from './ratings/ratings.projection.ts';
import { reviews } from './reviews/reviews.projection.ts';
import { sessions } from './sessions/sessions.projection.ts';
import { sites } from './sites/sites.projection.ts';
import { studies } from './studies/studies.projection.ts';
import { goals } from './goals/goals.projection.ts';
import { homeworkPlans } from './homework-plans/homework-plans.projection.ts';
import { clarifications } from './clarifications/clarifications.projection.ts';
import { worksheetAnswers } from './worksheet-answers/worksheet-answers.projection.ts';
import { datasets } from './datasets/datasets.projection.ts';
import { releasePolicies } from './datasets/release-policies.projection.ts';
import { releases } from './datasets/releases.projection.ts';
import { templates } from './templates/templates.projection.ts';
import { attachments } from './attachments/attachments.projection.ts';
import { caseloads, linkedPeople, sharedWork } from './grants/person-grants.projection.ts';
import { caseloadCovers, ratingSamples, staffPosts, supervisions } from './grants/study-grants.projection.ts';
import { therapists } from './therapists/therapists.projection.ts';

/** Every projection of this software. */
export const projections: readonly Projection[] = [
  studies,
  sites,
  therapists,
  participants,
  assignments,
  assignmentVersions,
  occurrences,
  attempts,
  reviews,
  sessions,
  contacts,
  ratings,
  measures,
  definitions,
  adherence,
  outcomes,
  outcomeItems,
  personSummaries,
  suddenGains,
  ratingScores,
  missingness,
  adverseEvents,
  protocolAmendments,
  concomitantTreatments,
  instruments,
  flow,
  ...[allocationSchemes, allocations, unblindings, arms],
  dueMeasures,
  reconsents,
  dataCheckSwitches,
  queries,
  intervals,
  compliance,
  goals,
  homeworkPlans,
  clarifications,
  worksheetAnswers,
  templates,
  datasets,
  releases,
  releasePolicies,
  attachments,
  ...[staffPosts, caseloadCovers, supervisions, ratingSamples, caseloads, linkedPeople, sharedWork],
  ...[alerts, reminders, reminderWishes, missedRuns, watchDocuments, safetySwitches, safetyRules],
  ...[analysisGates, analysisRuns],
];
