import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'about'
  | 'name'
  | 'password'
  | 'in'
  | 'wrong'
  | 'wait'
  | 'code'
  | 'codeHelp'
  | 'check'
  | 'wrongCode'
  | 'provider'
  | 'enrol'
  | 'enrolLink'
  | 'demonstration'
  | 'againTitle'
  | 'againText'
  | 'participant'
  | 'or';

export const signInMessages: Catalogue<Key> = {
  en: {
    title: 'Sign in',
    about: 'For clinicians, coordinators, supervisors and researchers.',
    name: 'Name',
    password: 'Password',
    in: 'Sign in',
    wrong: 'Name or password is wrong. Check both and try again.',
    wait: 'Too many tries. Wait a little, then try again.',
    code: 'Code of your authenticator',
    codeHelp: 'Six digits. They change every 30 seconds.',
    check: 'Go on',
    wrongCode: 'That code is not right. Wait for the next and try again.',
    provider: 'Sign in with {name}',
    enrol: 'Your account needs an authenticator app before you can go on.',
    enrolLink: 'Set it up',
    demonstration: 'This is a demonstration: demo-clinician, password demonstration.',
    againTitle: 'Sign in again',
    againText: 'You were signed out after a while without use. What you wrote is still here.',
    participant: 'You do homework here? This way.',
    or: 'or',
  },
  sv: {
    title: 'Logga in',
    about: 'För behandlare, koordinatorer, handledare och forskare.',
    name: 'Namn',
    password: 'Lösenord',
    in: 'Logga in',
    wrong: 'Namnet eller lösenordet stämmer inte. Kontrollera båda och försök igen.',
    wait: 'För många försök. Vänta en stund och försök igen.',
    code: 'Kod från din autentiseringsapp',
    codeHelp: 'Sex siffror. De byts var 30:e sekund.',
    check: 'Fortsätt',
    wrongCode: 'Koden stämmer inte. Vänta på nästa och försök igen.',
    provider: 'Logga in med {name}',
    enrol: 'Ditt konto behöver en autentiseringsapp innan du kan fortsätta.',
    enrolLink: 'Ställ in den',
    demonstration: 'Det här är en demonstration: demo-clinician, lösenord demonstration.',
    againTitle: 'Logga in igen',
    againText: 'Du loggades ut efter en stund utan användning. Det du skrev finns kvar.',
    participant: 'Gör du hemuppgifter här? Den här vägen.',
    or: 'eller',
  },
};
