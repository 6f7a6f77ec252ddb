import type { Catalogue } from '../language/messages.ts';

export const helloMessages: Catalogue<'title' | 'code' | 'in' | 'hello' | 'wrong'> = {
  en: {
    title: 'Welcome',
    code: 'Your code',
    in: 'Sign in',
    hello: 'Hello, {name}.',
    wrong: 'That did not work. Check the code and try again.',
  },
  sv: {
    title: 'Välkommen',
    code: 'Din kod',
    in: 'Logga in',
    hello: 'Hej, {name}.',
    wrong: 'Det gick inte. Kolla koden och försök igen.',
  },
};
