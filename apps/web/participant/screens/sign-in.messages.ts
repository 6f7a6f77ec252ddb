import type { Catalogue } from '../../language/messages.ts';

type SignInMessage =
  | 'title'
  | 'about'
  | 'code'
  | 'hint'
  | 'in'
  | 'wrong'
  | 'wait'
  | 'offline'
  | 'linkFailed'
  | 'noCode'
  | 'askForOne'
  | 'staff'
  | 'language';

export const signInMessages: Catalogue<SignInMessage> = {
  en: {
    title: 'Welcome',
    about:
      'This is where you do the things you and your therapist agreed on. What you write is locked on this phone, and only the people you share it with can read it.',
    code: 'Your code',
    hint: 'Eight letters and numbers from your therapist. It works once.',
    in: 'Sign in',
    wrong: 'This code does not work. Check the letters. If it is old or was used before, ask for a new one.',
    wait: 'Too many tries. Please wait a few minutes, then try again.',
    offline: 'We cannot be reached right now. Check your connection and try again.',
    linkFailed: 'This link does not work any more. Ask your therapist for a new one, or type a code.',
    noCode: 'I have no code',
    askForOne: 'Ask your therapist or the study team. They can give you a code or a link at any time.',
    staff: 'I work here',
    language: 'Language',
  },
  sv: {
    title: 'Välkommen',
    about:
      'Här gör du det som du och din behandlare har kommit överens om. Det du skriver är låst på telefonen, och bara de du delar det med kan läsa det.',
    code: 'Din kod',
    hint: 'Åtta bokstäver och siffror från din behandlare. Den fungerar en gång.',
    in: 'Logga in',
    wrong: 'Koden fungerar inte. Kolla bokstäverna. Om den är gammal eller redan använd, be om en ny.',
    wait: 'För många försök. Vänta några minuter och försök igen.',
    offline: 'Det går inte att nå oss just nu. Kolla anslutningen och försök igen.',
    linkFailed: 'Länken fungerar inte längre. Be din behandlare om en ny, eller skriv en kod.',
    noCode: 'Jag har ingen kod',
    askForOne: 'Fråga din behandlare eller studieteamet. De kan ge dig en kod eller länk när som helst.',
    staff: 'Jag arbetar här',
    language: 'Språk',
  },
};
