import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'people'
  | 'waiting'
  | 'person'
  | 'next'
  | 'toReview'
  | 'weeks'
  | 'look'
  | 'none'
  | 'noSession'
  | 'empty'
  | 'emptyText'
  | 'assign'
  | 'review'
  | 'open'
  | 'alert'
  | 'missed'
  | 'unlogged'
  | 'owed'
  | 'weekDone'
  | 'weekPart'
  | 'weekNone'
  | 'weekUnknown'
  | 'weekNothing'
  | 'noFeedback'
  | 'noScores'
  | 'scores'
  | 'today'
  | 'tomorrow'
  | 'session'
  | 'up'
  | 'down'
  | 'left'
  | 'weekOf'
  | 'outcome'
  | 'ended'
  | 'legend'
  | 'openPerson'
  | 'print';

export const caseloadMessages: Catalogue<Key> = {
  en: {
    title: 'Caseload',
    people: { one: '{count} person', other: '{count} people' },
    waiting: { one: '{count} piece of homework to review', other: '{count} pieces of homework to review' },
    person: 'Person',
    next: 'Next session',
    toReview: 'To review',
    weeks: 'Homework, last 8 weeks',
    look: 'Look at',
    none: 'none',
    noSession: 'not arranged',
    empty: 'Nobody is on your caseload',
    emptyText: 'People appear here once a coordinator gives them to you, or while you cover for a colleague.',
    assign: 'Assign',
    review: 'Review {count}',
    open: 'Open',
    alert: { one: '{count} open alert', other: '{count} open alerts' },
    missed: { one: 'Last one not done, or not told', other: '{count} in a row not done, or not told' },
    unlogged: { one: '{count} session without log', other: '{count} sessions without log' },
    owed: { one: '{count} questionnaire owed', other: '{count} questionnaires owed' },
    weekDone: 'all done',
    weekPart: 'partly done',
    weekNone: 'not done',
    weekUnknown: 'not told',
    weekNothing: 'nothing due',
    noFeedback: 'not shown in this arm',
    noScores: 'no scores yet',
    scores: '{instrument}, from {first} to {last} over {count} answers',
    today: 'Today {time}',
    tomorrow: 'Tomorrow {time}',
    session: 'Session',
    up: 'Person above',
    down: 'Person below',
    left: 'Left the study',
    weekOf: 'Week of {day}: {what}',
    outcome: 'Outcome',
    ended: 'ended',
    legend: 'Each square is a week:',
    openPerson: 'Open the person',
    print: 'Print',
  },
  sv: {
    title: 'Patienter',
    people: { one: '{count} person', other: '{count} personer' },
    waiting: { one: '{count} hemuppgift att gå igenom', other: '{count} hemuppgifter att gå igenom' },
    person: 'Person',
    next: 'Nästa session',
    toReview: 'Att gå igenom',
    weeks: 'Hemuppgifter, 8 veckor',
    look: 'Titta på',
    none: 'inga',
    noSession: 'inte bokad',
    empty: 'Du har inga patienter här',
    emptyText: 'Personer visas när en koordinator ger dig dem, eller medan du ersätter en kollega.',
    assign: 'Ge uppgift',
    review: 'Gå igenom {count}',
    open: 'Öppna',
    alert: { one: '{count} öppet larm', other: '{count} öppna larm' },
    missed: { one: 'Senaste inte gjord, eller okänd', other: '{count} i rad inte gjorda, eller okända' },
    unlogged: { one: '{count} session utan anteckning', other: '{count} sessioner utan anteckning' },
    owed: { one: '{count} formulär saknas', other: '{count} formulär saknas' },
    weekDone: 'allt gjort',
    weekPart: 'delvis gjort',
    weekNone: 'inte gjort',
    weekUnknown: 'inget berättat',
    weekNothing: 'inget att göra',
    noFeedback: 'visas inte i den här armen',
    noScores: 'inga svar än',
    scores: '{instrument}, från {first} till {last} på {count} svar',
    today: 'I dag {time}',
    tomorrow: 'I morgon {time}',
    session: 'Session',
    up: 'Personen ovanför',
    down: 'Personen nedanför',
    left: 'Har lämnat studien',
    weekOf: 'Vecka från {day}: {what}',
    outcome: 'Utfall',
    ended: 'avslutad',
    legend: 'Varje ruta är en vecka:',
    openPerson: 'Öppna personen',
    print: 'Skriv ut',
  },
};
