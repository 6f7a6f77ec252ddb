import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'about'
  | 'day'
  | 'dayHelp'
  | 'save'
  | 'said'
  | 'outcome'
  | 'addRow'
  | 'noSheet'
  | 'someMissing'
  | 'empty'
  | 'back'
  | 'future';

export const paperMessages: Catalogue<Key> = {
  en: {
    title: '{code}: from paper',
    about: '{title}. Write down what the paper says, word for word.',
    day: 'Day they did it',
    dayHelp: 'As the paper or the person says. The record keeps today as the day it was written down.',
    save: 'Save what the paper says',
    said: '{title} of {code}, from paper',
    outcome: 'How it went',
    addRow: 'One more row',
    noSheet: 'This homework has no worksheet to fill in.',
    someMissing: 'What the paper leaves open stays open.',
    empty: 'Write down at least one answer.',
    back: 'Back to {code}',
    future: 'The day cannot lie ahead.',
  },
  sv: {
    title: '{code}: från papper',
    about: '{title}. Skriv av det som står på papperet, ord för ord.',
    day: 'Dagen de gjorde den',
    dayHelp: 'Som papperet eller personen säger. Journalen sparar dagens datum som dagen det skrevs av.',
    save: 'Spara det som står på papperet',
    said: '{title} för {code}, från papper',
    outcome: 'Hur det gick',
    addRow: 'En rad till',
    noSheet: 'Hemuppgiften har inget arbetsblad att fylla i.',
    someMissing: 'Det papperet lämnar öppet förblir öppet.',
    empty: 'Skriv av minst ett svar.',
    back: 'Tillbaka till {code}',
    future: 'Dagen kan inte ligga framåt.',
  },
};
