import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'number'
  | 'first'
  | 'since'
  | 'agenda'
  | 'agendaNone'
  | 'homeworkNone'
  | 'TO_REVIEW'
  | 'SKIPPED'
  | 'NOT_BEGUN'
  | 'PROPOSAL'
  | 'QUESTION'
  | 'UNKNOWN'
  | 'GOAL_WITHOUT_HOMEWORK'
  | 'full'
  | 'part'
  | 'alternative'
  | 'unable'
  | 'notDone'
  | 'unreported'
  | 'howWas'
  | 'DONE'
  | 'PART'
  | 'NOT_DONE'
  | 'why'
  | 'saveTold'
  | 'saidTold'
  | 'reviewThis'
  | 'answerThis'
  | 'reviewed'
  | 'saveReview'
  | 'assignNext'
  | 'noneBecause'
  | 'none'
  | 'assigned'
  | 'modality'
  | 'minutes'
  | 'saidHeld'
  | 'held'
  | 'logged'
  | 'log'
  | 'saidLog'
  | 'note'
  | 'noteHelp'
  | 'reviewedLabel'
  | 'REVIEWED'
  | 'NOT_REVIEWED'
  | 'NOTHING_TO_REVIEW'
  | 'whyNotReviewed'
  | 'assignedLabel'
  | 'ASSIGNED'
  | 'NONE'
  | 'missed'
  | 'saidMissed'
  | 'accept'
  | 'decline'
  | 'saidAccept'
  | 'saidDecline'
  | 'nextSession'
  | 'arrange'
  | 'saidArrange'
  | 'when'
  | 'summary'
  | 'person'
  | 'barriers'
  | 'sessions'
  | 'missedWhy'
  | 'unanswered'
  | 'stepHomework'
  | 'stepNext'
  | 'stepClose'
  | 'goalHomework';

export const sessionMessages: Catalogue<Key> = {
  en: {
    title: 'Session with {code}',
    number: 'Session {number}, {when}',
    first: 'First session',
    since: 'Since session {number}, {when}',
    agenda: 'To take up',
    agendaNone: 'Nothing is open from last time.',
    homeworkNone: 'No homework since the last session.',
    TO_REVIEW: 'to review',
    SKIPPED: 'skipped',
    NOT_BEGUN: 'not begun',
    PROPOSAL: 'their own idea',
    QUESTION: 'a question',
    UNKNOWN: 'not told',
    GOAL_WITHOUT_HOMEWORK: 'goal without homework',
    full: { one: 'done once', other: 'done {count} times' },
    part: { one: 'partly once', other: 'partly {count} times' },
    alternative: { one: 'something else once', other: 'something else {count} times' },
    unable: { one: 'tried once, not possible', other: 'tried {count} times, not possible' },
    notDone: { one: 'not done once', other: 'not done {count} times' },
    unreported: { one: 'once not told', other: '{count} times not told' },
    howWas: 'How did it go?',
    DONE: 'Done',
    PART: 'Partly',
    NOT_DONE: 'Not',
    why: 'What was in the way?',
    saveTold: 'Save',
    saidTold: '{title}: {what}',
    reviewThis: 'Review and rate',
    answerThis: 'Answer',
    reviewed: 'Reviewed',
    saveReview: 'Save the review',
    assignNext: 'Assign homework',
    noneBecause: 'No homework, because …',
    none: 'No homework: {why}',
    assigned: 'Assigned in this session',
    modality: 'How',
    minutes: 'Minutes',
    saidHeld: 'Session {number} with {code}',
    held: 'Held {when}',
    logged: 'The session is kept. What is missing can be added on the timeline.',
    log: 'Keep the session',
    saidLog: 'Homework log of session {number}',
    note: 'Note on the homework',
    noteHelp: 'For you and your supervisor.',
    reviewedLabel: 'Last homework',
    REVIEWED: 'gone through',
    NOT_REVIEWED: 'not gone through yet',
    NOTHING_TO_REVIEW: 'there was none',
    whyNotReviewed: 'Not gone through, because …',
    assignedLabel: 'Next homework',
    ASSIGNED: 'assigned',
    NONE: 'none yet',
    missed: 'They did not come',
    saidMissed: 'Missed session {number}',
    accept: 'Agree',
    decline: 'Not now',
    saidAccept: '{title}, agreed',
    saidDecline: '{title}, not now',
    nextSession: 'Next session',
    arrange: 'Arrange',
    saidArrange: 'Session {number}, {when}',
    when: 'When',
    summary: 'Print the summary',
    person: 'Timeline',
    barriers: 'in the way: {what}',
    sessions: 'Sessions',
    missedWhy: 'Why',
    unanswered: { one: '{count} question waits', other: '{count} questions wait' },
    stepHomework: '1. Last homework',
    stepNext: '2. Next homework',
    stepClose: '3. Keep the session',
    goalHomework: 'Find homework for it',
  },
  sv: {
    title: 'Session med {code}',
    number: 'Session {number}, {when}',
    first: 'Första sessionen',
    since: 'Sedan session {number}, {when}',
    agenda: 'Att ta upp',
    agendaNone: 'Inget är öppet sedan sist.',
    homeworkNone: 'Ingen hemuppgift sedan förra sessionen.',
    TO_REVIEW: 'att gå igenom',
    SKIPPED: 'hoppades över',
    NOT_BEGUN: 'inte påbörjad',
    PROPOSAL: 'egen idé',
    QUESTION: 'en fråga',
    UNKNOWN: 'inget berättat',
    GOAL_WITHOUT_HOMEWORK: 'mål utan hemuppgift',
    full: { one: 'gjord en gång', other: 'gjord {count} gånger' },
    part: { one: 'delvis en gång', other: 'delvis {count} gånger' },
    alternative: { one: 'något annat en gång', other: 'något annat {count} gånger' },
    unable: { one: 'försökte en gång, gick inte', other: 'försökte {count} gånger, gick inte' },
    notDone: { one: 'inte gjord en gång', other: 'inte gjord {count} gånger' },
    unreported: { one: 'en gång inget berättat', other: '{count} gånger inget berättat' },
    howWas: 'Hur gick det?',
    DONE: 'Gjord',
    PART: 'Delvis',
    NOT_DONE: 'Inte',
    why: 'Vad var i vägen?',
    saveTold: 'Spara',
    saidTold: '{title}: {what}',
    reviewThis: 'Gå igenom och skatta',
    answerThis: 'Svara',
    reviewed: 'Genomgången',
    saveReview: 'Spara genomgången',
    assignNext: 'Ge hemuppgift',
    noneBecause: 'Ingen hemuppgift, därför att …',
    none: 'Ingen hemuppgift: {why}',
    assigned: 'Given i den här sessionen',
    modality: 'Hur',
    minutes: 'Minuter',
    saidHeld: 'Session {number} med {code}',
    held: 'Hölls {when}',
    logged: 'Sessionen är sparad. Det som saknas kan läggas till på tidslinjen.',
    log: 'Spara sessionen',
    saidLog: 'Hemuppgiftslogg för session {number}',
    note: 'Anteckning om hemuppgiften',
    noteHelp: 'För dig och din handledare.',
    reviewedLabel: 'Förra hemuppgiften',
    REVIEWED: 'genomgången',
    NOT_REVIEWED: 'inte genomgången än',
    NOTHING_TO_REVIEW: 'det fanns ingen',
    whyNotReviewed: 'Inte genomgången, därför att …',
    assignedLabel: 'Nästa hemuppgift',
    ASSIGNED: 'given',
    NONE: 'ingen än',
    missed: 'Personen kom inte',
    saidMissed: 'Utebliven session {number}',
    accept: 'Kom överens',
    decline: 'Inte nu',
    saidAccept: '{title}, överenskommen',
    saidDecline: '{title}, inte nu',
    nextSession: 'Nästa session',
    arrange: 'Boka',
    saidArrange: 'Session {number}, {when}',
    when: 'När',
    summary: 'Skriv ut sammanfattningen',
    person: 'Tidslinje',
    barriers: 'i vägen: {what}',
    sessions: 'Sessioner',
    missedWhy: 'Varför',
    unanswered: { one: '{count} fråga väntar', other: '{count} frågor väntar' },
    stepHomework: '1. Förra hemuppgiften',
    stepNext: '2. Nästa hemuppgift',
    stepClose: '3. Spara sessionen',
    goalHomework: 'Hitta en hemuppgift till det',
  },
};
