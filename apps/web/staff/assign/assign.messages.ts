import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'find'
  | 'none'
  | 'harder'
  | 'again'
  | 'lastTime'
  | 'suggested'
  | 'FOUND_HELPFUL'
  | 'FOUND_UNHELPFUL'
  | 'LIKE_WHAT_HELPED'
  | 'NOT_TRIED_YET'
  | 'OFTEN_SKIPPED'
  | 'ONE_STEP_EASIER'
  | 'ONE_STEP_HARDER'
  | 'SERVES_NEED'
  | 'library'
  | 'own'
  | 'ownAbout'
  | 'loading'
  | 'back'
  | 'assign'
  | 'dueNext'
  | 'dueNextAt'
  | 'dueBy'
  | 'dueOpen'
  | 'due'
  | 'day'
  | 'minutes'
  | 'said'
  | 'homeworkTitle'
  | 'instructions'
  | 'difficulty'
  | 'noSuggestions'
  | 'difficulty0'
  | 'difficulty1'
  | 'difficulty2'
  | 'difficulty3'
  | 'difficulty4'
  | 'asks'
  | 'more';

export const assignMessages: Catalogue<Key> = {
  en: {
    title: 'Assign to {code}',
    find: 'A few letters of what you look for',
    none: 'Nothing of that name in the library.',
    harder: '{title}, one step harder',
    again: '{title}, the same again',
    lastTime: 'Last time',
    suggested: 'Suggested: {why}',
    FOUND_HELPFUL: 'found helpful before',
    FOUND_UNHELPFUL: 'found of little help before',
    LIKE_WHAT_HELPED: 'like “{title}”, which helped',
    NOT_TRIED_YET: 'not tried yet',
    OFTEN_SKIPPED: 'often skipped',
    ONE_STEP_EASIER: 'one step easier than “{title}”, which was hard',
    ONE_STEP_HARDER: 'one step harder than “{title}”, which is done with ease',
    SERVES_NEED: 'fits what they need',
    library: '{minutes} minutes · in the library',
    own: '“{title}”',
    ownAbout: 'In your own words',
    loading: 'Looking …',
    back: 'Back',
    assign: 'Assign',
    dueNext: 'Next session',
    dueNextAt: 'Next session, {when}',
    dueBy: 'By a day',
    dueOpen: 'No due date',
    due: 'Due',
    day: 'Day',
    minutes: 'About {minutes} minutes.',
    said: '{title} for {code}',
    homeworkTitle: 'Homework',
    instructions: 'Steps, as they will read them',
    difficulty: 'How hard it is meant to be',
    noSuggestions: 'Suggestions are switched off in this arm.',
    difficulty0: 'Very easy',
    difficulty1: 'Easy',
    difficulty2: 'Middling',
    difficulty3: 'Hard',
    difficulty4: 'Very hard',
    asks: 'Asks for {amount} {unit}.',
    more: 'Change the terms',
  },
  sv: {
    title: 'Ge uppgift till {code}',
    find: 'Några bokstäver av det du söker',
    none: 'Inget med det namnet i biblioteket.',
    harder: '{title}, ett steg svårare',
    again: '{title}, samma igen',
    lastTime: 'Förra gången',
    suggested: 'Förslag: {why}',
    FOUND_HELPFUL: 'har hjälpt förut',
    FOUND_UNHELPFUL: 'hjälpte lite förut',
    LIKE_WHAT_HELPED: 'liknar ”{title}”, som hjälpte',
    NOT_TRIED_YET: 'inte prövad än',
    OFTEN_SKIPPED: 'ofta överhoppad',
    ONE_STEP_EASIER: 'ett steg lättare än ”{title}”, som var svår',
    ONE_STEP_HARDER: 'ett steg svårare än ”{title}”, som går lätt',
    SERVES_NEED: 'passar det de behöver',
    library: '{minutes} minuter · i biblioteket',
    own: '”{title}”',
    ownAbout: 'Med egna ord',
    loading: 'Letar …',
    back: 'Tillbaka',
    assign: 'Ge uppgiften',
    dueNext: 'Nästa session',
    dueNextAt: 'Nästa session, {when}',
    dueBy: 'Senast en dag',
    dueOpen: 'Inget slutdatum',
    due: 'Klar till',
    day: 'Dag',
    minutes: 'Ungefär {minutes} minuter.',
    said: '{title} till {code}',
    homeworkTitle: 'Hemuppgift',
    instructions: 'Steg, som de får läsa dem',
    difficulty: 'Hur svår den är tänkt att vara',
    noSuggestions: 'Förslag är avstängda i den här armen.',
    difficulty0: 'Mycket lätt',
    difficulty1: 'Lätt',
    difficulty2: 'Lagom',
    difficulty3: 'Svår',
    difficulty4: 'Mycket svår',
    asks: 'Ber om {amount} {unit}.',
    more: 'Ändra villkoren',
  },
};
