import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'about'
  | 'session'
  | 'assign'
  | 'concern'
  | 'codes'
  | 'homework'
  | 'homeworkNone'
  | 'goals'
  | 'goalsNone'
  | 'timeline'
  | 'timelineAbout'
  | 'timelineNone'
  | 'older'
  | 'adjust'
  | 'adjustTitle'
  | 'saidAdjust'
  | 'reason'
  | 'note'
  | 'save'
  | 'cancel'
  | 'withdraw'
  | 'saidWithdraw'
  | 'print'
  | 'paper'
  | 'newGoal'
  | 'goal'
  | 'saidGoal'
  | 'rate'
  | 'saidRate'
  | 'reached'
  | 'saidReached'
  | 'drop'
  | 'saidDrop'
  | 'title'
  | 'instructions'
  | 'difficulty'
  | 'amount'
  | 'adjusted'
  | 'attempts'
  | 'corrected'
  | 'voided'
  | 'by'
  | 'codeTitle'
  | 'codeAbout'
  | 'codeShort'
  | 'codeLink'
  | 'codeUntil'
  | 'codePrint'
  | 'endSignIns'
  | 'ended'
  | 'endedSignIns'
  | 'enrolled'
  | 'alerts'
  | 'whole'
  | 'questions'
  | 'confidence'
  | 'dropWhy'
  | 'shownFields'
  | 'make'
  | 'summary'
  | 'codeFor'
  | 'more'
  | 'recordHere';

export const personMessages: Catalogue<Key> = {
  en: {
    about: '{status} · since {when}',
    session: 'Session',
    assign: 'Assign',
    concern: 'Raise a concern',
    codes: 'Sign-in code',
    homework: 'Homework',
    homeworkNone: 'Nothing was assigned yet. “Assign” offers what fits.',
    goals: 'Goals',
    goalsNone: 'No goal is set yet.',
    timeline: 'Timeline',
    timelineAbout: 'When it happened; and when it was recorded, where that differs.',
    timelineNone: 'Nothing is on record yet.',
    older: 'Show what was before',
    adjust: 'Adjust',
    adjustTitle: 'Adjust {title}',
    saidAdjust: '{title}, adjusted',
    reason: 'Why',
    note: 'Note',
    save: 'Save',
    cancel: 'Cancel',
    withdraw: 'Take it away',
    saidWithdraw: '{title}, taken away',
    print: 'Print',
    paper: 'From paper',
    newGoal: 'Set a goal',
    goal: 'The goal, in their words',
    saidGoal: 'Goal set',
    rate: 'How far',
    saidRate: 'Goal rated: {what}',
    reached: 'Reached',
    saidReached: 'Goal reached',
    drop: 'Let go',
    saidDrop: 'Goal let go',
    title: 'Title',
    instructions: 'Steps',
    difficulty: 'How hard',
    amount: 'How much ({unit})',
    adjusted: { one: 'adjusted once', other: 'adjusted {count} times' },
    attempts: { one: '{count} attempt', other: '{count} attempts' },
    corrected: 'corrected',
    voided: 'taken back',
    by: 'by {who}',
    codeTitle: 'Sign-in code for {code}',
    codeAbout: 'It counts once, for 48 hours. A new one makes earlier ones worthless.',
    codeShort: 'A code to read out',
    codeLink: 'A link to open on the phone',
    codeUntil: 'Counts until {when}',
    codePrint: 'Print',
    endSignIns: 'Sign out every phone of theirs',
    ended: 'Ended ({count})',
    endedSignIns: 'Every phone is signed out.',
    enrolled: 'enrolled',
    alerts: { one: '{count} open alert', other: '{count} open alerts' },
    whole: 'What the entry says',
    questions: { one: '{count} question waits', other: '{count} questions wait' },
    confidence: 'confident {value} of 100',
    dropWhy: 'Why it is let go',
    shownFields: 'Entry',
    make: 'Make',
    summary: 'Print summary',
    codeFor: 'Your sign-in code for {product}',
    more: 'More',
    recordHere: 'Sign in at {address}',
  },
  sv: {
    about: '{status} · sedan {when}',
    session: 'Session',
    assign: 'Ge uppgift',
    concern: 'Anmäl oro',
    codes: 'Inloggningskod',
    homework: 'Hemuppgifter',
    homeworkNone: 'Ingen uppgift är given än. ”Ge uppgift” föreslår något som passar.',
    goals: 'Mål',
    goalsNone: 'Inget mål är satt än.',
    timeline: 'Tidslinje',
    timelineAbout: 'När det hände; och när det antecknades, där det skiljer sig.',
    timelineNone: 'Inget är antecknat än.',
    older: 'Visa det som var innan',
    adjust: 'Anpassa',
    adjustTitle: 'Anpassa {title}',
    saidAdjust: '{title}, anpassad',
    reason: 'Varför',
    note: 'Anteckning',
    save: 'Spara',
    cancel: 'Avbryt',
    withdraw: 'Ta bort den',
    saidWithdraw: '{title}, borttagen',
    print: 'Skriv ut',
    paper: 'Från papper',
    newGoal: 'Sätt ett mål',
    goal: 'Målet, med deras ord',
    saidGoal: 'Mål satt',
    rate: 'Hur långt',
    saidRate: 'Mål skattat: {what}',
    reached: 'Nått',
    saidReached: 'Mål nått',
    drop: 'Släpp',
    saidDrop: 'Mål släppt',
    title: 'Titel',
    instructions: 'Steg',
    difficulty: 'Hur svår',
    amount: 'Hur mycket ({unit})',
    adjusted: { one: 'anpassad en gång', other: 'anpassad {count} gånger' },
    attempts: { one: '{count} försök', other: '{count} försök' },
    corrected: 'rättad',
    voided: 'tillbakatagen',
    by: 'av {who}',
    codeTitle: 'Inloggningskod för {code}',
    codeAbout: 'Den gäller en gång, i 48 timmar. En ny gör tidigare värdelösa.',
    codeShort: 'En kod att läsa upp',
    codeLink: 'En länk att öppna i telefonen',
    codeUntil: 'Gäller till {when}',
    codePrint: 'Skriv ut',
    endSignIns: 'Logga ut alla deras telefoner',
    ended: 'Avslutade ({count})',
    endedSignIns: 'Alla telefoner är utloggade.',
    enrolled: 'inskriven',
    alerts: { one: '{count} öppet larm', other: '{count} öppna larm' },
    whole: 'Vad anteckningen säger',
    questions: { one: '{count} fråga väntar', other: '{count} frågor väntar' },
    confidence: 'tilltro {value} av 100',
    dropWhy: 'Varför det släpps',
    shownFields: 'Anteckning',
    make: 'Skapa',
    summary: 'Skriv ut sammanfattning',
    codeFor: 'Din inloggningskod till {product}',
    more: 'Mer',
    recordHere: 'Logga in på {address}',
  },
};
