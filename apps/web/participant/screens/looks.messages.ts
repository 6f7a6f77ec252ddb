const role = {
  clinician: 'Your therapist’s clinic',
  supervisor: 'A supervisor of your therapist',
  coordinator: 'The study’s coordinator',
  researcher: 'A researcher',
  'site-investigator': 'The doctor who answers for your clinic',
  monitor: 'A monitor who checks the study',
  'privacy-officer': 'The privacy officer',
  'outcome-assessor': 'Someone who takes measures',
  'fidelity-rater': 'Someone who rates sessions',
  analyst: 'An analyst',
  'dmc-statistician': 'The safety board’s statistician',
  caregiver: 'Someone you share with',
  other: 'Someone',
};

/** Whoever reads a record, as its owner would call them. */
export const roleMessages = {
  en: role,
  sv: {
    clinician: 'Din behandlares mottagning',
    supervisor: 'Din behandlares handledare',
    coordinator: 'Studiens samordnare',
    researcher: 'En forskare',
    'site-investigator': 'Läkaren som ansvarar för din mottagning',
    monitor: 'En granskare av studien',
    'privacy-officer': 'Dataskyddsombudet',
    'outcome-assessor': 'Någon som tar mått',
    'fidelity-rater': 'Någon som skattar samtal',
    analyst: 'En analytiker',
    'dmc-statistician': 'Säkerhetskommitténs statistiker',
    caregiver: 'Någon du delar med',
    other: 'Någon',
  } satisfies Record<keyof typeof role, string>,
};

const kind = {
  diary: 'what you wrote',
  drawing: 'a drawing',
  photo: 'a photo',
  audio: 'a sound',
  reason: 'a reason you gave',
  note: 'a note',
  homework: 'your homework',
  assignment: 'your homework',
  attempt: 'what you did',
  measure: 'your questionnaire answers',
  session: 'your sessions',
  identity: 'your name and contacts',
};

/** What was opened, as its owner would call it. */
export const kindMessages = {
  en: kind,
  sv: {
    diary: 'det du skrev',
    drawing: 'en teckning',
    photo: 'ett foto',
    audio: 'ett ljud',
    reason: 'ett skäl du gav',
    note: 'en anteckning',
    homework: 'dina uppgifter',
    assignment: 'dina uppgifter',
    attempt: 'det du gjorde',
    measure: 'dina svar i formulär',
    session: 'dina samtal',
    identity: 'ditt namn och dina kontaktuppgifter',
  } satisfies Record<keyof typeof kind, string>,
};
