import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'left'
  | 'empty'
  | 'emptyText'
  | 'queue'
  | 'much'
  | 'useful'
  | 'feedback'
  | 'feedbackHelp'
  | 'save'
  | 'said'
  | 'digit'
  | 'skip'
  | 'toFeedback'
  | 'noText'
  | 'told'
  | 'attempt'
  | 'minutes'
  | 'difficulty'
  | 'helpfulness'
  | 'barriers'
  | 'note'
  | 'done'
  | 'private'
  | 'earlier'
  | 'question'
  | 'answer'
  | 'answered'
  | 'sendAnswer'
  | 'saidAnswer'
  | 'bothTimes'
  | 'previous'
  | 'session'
  | 'noAttempt'
  | 'onlyTold'
  | 'nextUp'
  | 'person'
  | 'goal'
  | 'attachments'
  | 'PHOTO'
  | 'AUDIO'
  | 'VIDEO'
  | 'notOpened'
  | 'doneAmount'
  | 'distress'
  | 'choose'
  | 'asked'
  | 'before';

export const reviewMessages: Catalogue<Key> = {
  en: {
    title: 'Review',
    left: '{count} left. Two digits and Enter: how much, how useful, save.',
    empty: 'Nothing waits to be reviewed',
    emptyText: 'What people send appears here by itself, that of the soonest session first.',
    queue: 'Waiting',
    much: 'How much was done?',
    useful: 'How useful was it?',
    feedback: 'Feedback to {code}',
    feedbackHelp: 'They read it in their app.',
    save: 'Save and next',
    said: 'Review of {title}, {code}',
    digit: 'How much, then how useful',
    skip: 'Next in the list',
    previous: 'Previous in the list',
    toFeedback: 'Write feedback',
    noText: 'Nothing was written.',
    told: 'Told: {what}',
    attempt: 'Attempt',
    minutes: { one: '{count} minute', other: '{count} minutes' },
    difficulty: 'difficulty {value} of 4',
    helpfulness: 'helpful {value} of 4',
    barriers: 'in the way: {what}',
    note: 'Note',
    done: 'Done',
    private: 'Not shared with you',
    earlier: { one: '{count} earlier attempt', other: '{count} earlier attempts' },
    question: 'They ask',
    answer: 'Your answer',
    answered: 'Answered',
    sendAnswer: 'Send the answer',
    saidAnswer: 'Answer to {code}',
    bothTimes: '{occurred}; reached us {recorded}',
    session: 'Session {when}',
    noAttempt: 'No attempt is on record.',
    onlyTold: 'Somebody told how it went, without an attempt of its own.',
    nextUp: 'Next session {when}',
    person: 'Open {code}',
    goal: 'Towards: {goal}',
    attachments: 'Attached',
    PHOTO: 'Photo',
    AUDIO: 'Recording',
    VIDEO: 'Film',
    notOpened: '{what}: cannot be opened here',
    doneAmount: '{amount} {unit}',
    distress: 'Distress {before} → {after}',
    choose: 'Choose how much and how useful first.',
    asked: 'Asked {when}',
    before: 'Reviewed before',
  },
  sv: {
    title: 'Gå igenom',
    left: '{count} kvar. Två siffror och Enter: hur mycket, hur användbart, spara.',
    empty: 'Inget väntar på att gås igenom',
    emptyText: 'Det personerna skickar visas här av sig självt, först för den vars session är närmast.',
    queue: 'Väntar',
    much: 'Hur mycket blev gjort?',
    useful: 'Hur användbart var det?',
    feedback: 'Återkoppling till {code}',
    feedbackHelp: 'De läser den i sin app.',
    save: 'Spara och nästa',
    said: 'Genomgång av {title}, {code}',
    digit: 'Hur mycket, sedan hur användbart',
    skip: 'Nästa i listan',
    previous: 'Förra i listan',
    toFeedback: 'Skriv återkoppling',
    noText: 'Inget skrevs.',
    told: 'Berättat: {what}',
    attempt: 'Försök',
    minutes: { one: '{count} minut', other: '{count} minuter' },
    difficulty: 'svårighet {value} av 4',
    helpfulness: 'till hjälp {value} av 4',
    barriers: 'i vägen: {what}',
    note: 'Anteckning',
    done: 'Gjort',
    private: 'Delas inte med dig',
    earlier: { one: '{count} tidigare försök', other: '{count} tidigare försök' },
    question: 'De frågar',
    answer: 'Ditt svar',
    answered: 'Besvarad',
    sendAnswer: 'Skicka svaret',
    saidAnswer: 'Svar till {code}',
    bothTimes: '{occurred}; nådde oss {recorded}',
    session: 'Session {when}',
    noAttempt: 'Inget försök är antecknat.',
    onlyTold: 'Någon berättade hur det gick, utan ett eget försök.',
    nextUp: 'Nästa session {when}',
    person: 'Öppna {code}',
    goal: 'Mot: {goal}',
    attachments: 'Bifogat',
    PHOTO: 'Foto',
    AUDIO: 'Inspelning',
    VIDEO: 'Film',
    notOpened: '{what}: går inte att öppna här',
    doneAmount: '{amount} {unit}',
    distress: 'Obehag {before} → {after}',
    choose: 'Välj hur mycket och hur användbart först.',
    asked: 'Frågad {when}',
    before: 'Genomgången förut',
  },
};
