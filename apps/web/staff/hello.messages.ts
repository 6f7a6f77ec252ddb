import type { Catalogue } from '../language/messages.ts';

export const helloMessages: Catalogue<'title' | 'name' | 'password' | 'in' | 'hello' | 'wrong'> = {
  en: {
    title: 'Welcome',
    name: 'Name',
    password: 'Password',
    in: 'Sign in',
    hello: 'Hello, {name}.',
    wrong: 'That did not work. Check name and password and try again.',
  },
  sv: {
    title: 'Välkommen',
    name: 'Namn',
    password: 'Lösenord',
    in: 'Logga in',
    hello: 'Hej, {name}.',
    wrong: 'Det gick inte. Kolla namn och lösenord och försök igen.',
  },
};
