import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'about'
  | 'print'
  | 'empty'
  | 'filled'
  | 'noSheet'
  | 'summary'
  | 'summaryAbout'
  | 'homework'
  | 'agreed'
  | 'goals'
  | 'lastSession'
  | 'nextSession'
  | 'note'
  | 'none'
  | 'why'
  | 'steps'
  | 'due'
  | 'person'
  | 'date'
  | 'what'
  | 'homeworkDue'
  | 'openDue';

export const printMessages: Catalogue<Key> = {
  en: {
    title: 'Print for {code}',
    about: 'A4 or Letter, as your printer has it. Ruled space to write.',
    print: 'Print',
    empty: 'Empty, to write on',
    filled: 'With the answers of {when}',
    noSheet: 'This homework has no worksheet to print.',
    summary: 'Session summary for {code}',
    summaryAbout: 'What was agreed, to take home.',
    homework: 'Homework until next time',
    agreed: 'Agreed',
    goals: 'Goals',
    lastSession: 'Last session: {when}',
    nextSession: 'Next session: {when}',
    note: 'Notes',
    none: 'None.',
    why: 'Why',
    steps: 'Steps',
    due: 'Until',
    person: 'Back to {code}',
    date: 'Printed {when}',
    what: 'What is printed',
    homeworkDue: 'Until {when}',
    openDue: 'Whenever it suits',
  },
  sv: {
    title: 'Skriv ut för {code}',
    about: 'A4 eller Letter, som skrivaren har det. Linjer att skriva på.',
    print: 'Skriv ut',
    empty: 'Tomt, att skriva på',
    filled: 'Med svaren från {when}',
    noSheet: 'Hemuppgiften har inget arbetsblad att skriva ut.',
    summary: 'Sammanfattning av sessionen för {code}',
    summaryAbout: 'Det ni kom överens om, att ta med hem.',
    homework: 'Hemuppgifter till nästa gång',
    agreed: 'Överenskommet',
    goals: 'Mål',
    lastSession: 'Förra sessionen: {when}',
    nextSession: 'Nästa session: {when}',
    note: 'Anteckningar',
    none: 'Inga.',
    why: 'Varför',
    steps: 'Steg',
    due: 'Till',
    person: 'Tillbaka till {code}',
    date: 'Utskrivet {when}',
    what: 'Vad som skrivs ut',
    homeworkDue: 'Till {when}',
    openDue: 'När det passar',
  },
};
