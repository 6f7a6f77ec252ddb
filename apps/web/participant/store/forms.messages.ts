import type { Catalogue } from '../../language/messages.ts';

export type FormMessage = 'went' | 'full' | 'part' | 'alternative' | 'unable' | 'minutes' | 'note' | 'noteHint';

export const formMessages: Catalogue<FormMessage> = {
  en: {
    went: 'How did it go?',
    full: 'I did it',
    part: 'I did some of it',
    alternative: 'I did something else',
    unable: 'I tried, but could not',
    minutes: 'How many minutes did you do?',
    note: 'Is there anything you want to say?',
    noteHint: 'A few words will do. You can also leave this empty.',
  },
  sv: {
    went: 'Hur gick det?',
    full: 'Jag gjorde det',
    part: 'Jag gjorde en del',
    alternative: 'Jag gjorde något annat',
    unable: 'Jag försökte men det gick inte',
    minutes: 'Hur många minuter blev det?',
    note: 'Vill du säga något om det?',
    noteHint: 'Några ord räcker. Du kan också lämna det tomt.',
  },
};
