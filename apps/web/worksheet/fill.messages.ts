import type { Catalogue } from '../language/messages.ts';

export type FillMessage =
  | 'too-large'
  | 'too-long'
  | 'not-readable'
  | 'no-room'
  | 'in-words'
  | 'row-empty'
  | 'add'
  | 'edit'
  | 'remove'
  | 'done-with'
  | 'your-rows'
  | 'filled'
  | 'not-filled';

export const fillMessages: Catalogue<FillMessage> = {
  en: {
    'too-long':
      'This is {count} characters too long to send. It is kept here. Make it shorter, or write the rest somewhere else.',
    'too-large': 'This file is too big. Please choose a smaller one.',
    'not-readable': 'This file cannot be read. Please try another one.',
    'no-room': 'There is no room left on this phone. Free some space, then try again.',
    'in-words': 'Say in a few words what it is (if you like)',
    'row-empty': 'Nothing written yet',
    add: 'Add another',
    edit: 'Change',
    remove: 'Remove',
    'done-with': 'Done with {name}',
    'your-rows': { one: 'You have written one.', other: 'You have written {count}.' },
    filled: 'filled in',
    'not-filled': 'empty',
  },
  sv: {
    'too-long':
      'Det här är {count} tecken för långt för att skickas. Det finns kvar här. Korta ner det, eller skriv resten på ett annat ställe.',
    'too-large': 'Filen är för stor. Välj en mindre.',
    'not-readable': 'Filen går inte att läsa. Prova en annan.',
    'no-room': 'Det finns ingen plats kvar på telefonen. Frigör utrymme och försök igen.',
    'in-words': 'Säg med några ord vad det är (om du vill)',
    'row-empty': 'Inget skrivet än',
    add: 'Lägg till en till',
    edit: 'Ändra',
    remove: 'Ta bort',
    'done-with': 'Klar med {name}',
    'your-rows': { one: 'Du har skrivit en.', other: 'Du har skrivit {count}.' },
    filled: 'ifylld',
    'not-filled': 'tom',
  },
};
