/** Where something lives: a field of the GraphQL API, a route, a command line, or something that comes with the platform. */
export type Home =
  | { readonly kind: 'query' | 'mutation'; readonly name: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'route'; readonly name: string }
  | { readonly kind: 'worksheet' | 'instrument' | 'rating-form' | 'worksheet-field'; readonly name: string };

/** A resource or a practice of homework in psychotherapy, in the words of the literature on it. */
export interface Practice {
  readonly practice: string;
  readonly homes: readonly Home[];
}

const query = (name: string): Home => ({ kind: 'query', name });
const mutation = (name: string): Home => ({ kind: 'mutation', name });
const worksheets = (...names: readonly string[]): Home[] => names.map((name) => ({ kind: 'worksheet', name }));
const field = (name: string): Home => ({ kind: 'worksheet-field', name });
const instrument = (name: string): Home => ({ kind: 'instrument', name });
const ratingForm = (name: string): Home => ({ kind: 'rating-form', name });
const command = (name: string): Home => ({ kind: 'command', name });
const route = (name: string): Home => ({ kind: 'route', name });

/** Resources: what people use. */
export const RESOURCES: readonly Practice[] = [
  {
    practice: 'Worksheets',
    homes: [query('worksheetLibrary'), mutation('submitWorksheet'), query('worksheetAnswers')],
  },
  {
    practice: 'Thought records',
    homes: [...worksheets('thought-record-5', 'thought-record-7'), field('thought-record')],
  },
  {
    practice: 'Cognitive restructuring',
    homes: worksheets('thinking-traps', 'thought-record-7', 'behavioural-experiment'),
  },
  { practice: 'Behavioural experiments', homes: worksheets('behavioural-experiment') },
  {
    practice: 'Activity scheduling',
    homes: [...worksheets('activity-schedule', 'small-pleasures'), field('activity-schedule')],
  },
  {
    practice: 'Exposure with SUDS before, peak and after',
    homes: [...worksheets('exposure-ladder'), field('exposure-ladder')],
  },
  { practice: 'Worry time and problem solving', homes: worksheets('worry-time', 'problem-solving') },
  { practice: 'Relapse plan', homes: worksheets('relapse-plan') },
  { practice: 'Breathing', homes: [...worksheets('slow-breathing'), field('breathing')] },
  {
    practice: 'Mindfulness, grounding and relaxation, with sound',
    homes: [...worksheets('body-scan', 'muscle-relaxation', 'grounding-senses', 'mindful-activity'), field('practice')],
  },
  { practice: 'Journaling prompts', homes: worksheets('journal-prompts', 'after-a-hard-event', 'gratitude-log') },
  {
    practice: 'Self-reflection: values, strengths, self-esteem',
    homes: worksheets('values-compass', 'strengths-list', 'good-about-me-log'),
  },
  { practice: 'Mood and sleep diaries', homes: worksheets('mood-diary', 'sleep-diary') },
  {
    practice: 'Questionnaires',
    homes: [
      query('builtInInstruments'),
      query('scoreInstrument'),
      mutation('recordMeasure'),
      ...['phq-9', 'phq-8', 'gad-7', 'k6', 'k10', 'pcl-5', 'ces-d', 'core-10', 'who-5'].map(instrument),
    ],
  },
  {
    practice: 'Questionnaires scored without their wording',
    homes: ['wsas', 'isi', 'dass-21', 'oasis', 'odsis'].map(instrument),
  },
  {
    practice: 'Working alliance and mediators, as instruments of one’s own',
    homes: [mutation('publishInstrument'), query('instruments')],
  },
  {
    practice: 'Art and creative expression',
    homes: [...worksheets('draw-the-feeling', 'safe-place', 'make-something'), field('drawing')],
  },
  {
    practice: 'Photos and recordings',
    homes: [route('POST /attachments/:assignmentId/:attachmentId'), query('attachments')],
  },
  {
    practice: 'Interpersonal and psychodynamic work',
    homes: worksheets('relationship-log', 'pattern-reflection', 'asking-for-what-i-need'),
  },
  {
    practice: 'Experiential work: imagery, letters',
    homes: worksheets('imagery-rescripting-log', 'unsent-letter', 'kind-letter'),
  },
  {
    practice: 'Homework in the client’s own words',
    homes: [...worksheets('my-own-homework'), mutation('proposeHomework')],
  },
  { practice: 'Outside books and web addresses', homes: [...worksheets('reading-notes'), field('resource')] },
  {
    practice: 'Templates and organisers of one’s own: written, forked, versioned, retired',
    homes: [mutation('draftTemplate'), mutation('publishTemplate'), mutation('retireTemplate'), query('templates')],
  },
  { practice: 'Sharing by files; printed workbooks', homes: [command('library check'), command('library print')] },
];

/** Practices: what people do together. */
export const PRACTICES: readonly Practice[] = [
  {
    practice: 'Search by need, goal, approach, difficulty, time, accessibility, language',
    homes: [query('worksheetLibrary')],
  },
  { practice: 'Suggestions that say why', homes: [query('worksheetSuggestions')] },
  { practice: 'Goals', homes: ['setGoal', 'reviseGoal', 'rateGoal', 'attainGoal', 'dropGoal'].map(mutation) },
  { practice: 'Homework linked to goals', homes: [mutation('linkToGoals'), query('homeworkPlans'), query('goals')] },
  {
    practice: 'Collaborative assignment: proposal, agreement, decline',
    homes: ['proposeHomework', 'assignHomework', 'declineAssignment'].map(mutation),
  },
  {
    practice: 'Clear instructions, rationale and example; dose, recurrence and due rule; confidence and obstacles',
    homes: [mutation('assignHomework'), query('assignments')],
  },
  { practice: 'If-then plan', homes: [mutation('makePlan'), query('homeworkPlans')] },
  {
    practice: 'Clarification, asked and answered',
    homes: [mutation('requestClarification'), mutation('giveClarification'), query('clarifications')],
  },
  {
    practice: 'Adjusting, substituting, withdrawing, with reason and trigger',
    homes: [mutation('adjustAssignment'), mutation('substituteAssignment'), mutation('withdrawAssignment')],
  },
  {
    practice: 'Doing it, with difficulty, helpfulness and barriers',
    homes: ['startAttempt', 'recordAttempt', 'abandonAttempt', 'submitWorksheet'].map(mutation),
  },
  {
    practice: 'Review of homework, and feedback',
    homes: [
      mutation('reviewHomework'),
      mutation('giveFeedback'),
      ...worksheets('homework-review', 'session-review', 'midway-review'),
    ],
  },
  { practice: 'Agenda of the next session', homes: [query('sessionAgenda')] },
  { practice: 'Sharing that the client decides', homes: [mutation('changeSharing')] },
  {
    practice: 'Ratings of homework by each informant, raw; scored by the permission-holder’s key',
    homes: [
      mutation('recordRating'),
      query('keyedRatings'),
      ...['hrs-ii', 'hrs-ii-therapist', 'haacs', 'assignment-compliance'].map(ratingForm),
    ],
  },
  { practice: 'Compliance derived from events', homes: [query('compliance')] },
  { practice: 'Agreement between raters', homes: [query('ratingAgreement')] },
];
