import type { Catalogue } from '../../language/messages.ts';

export const guestMessages: Catalogue<'title' | 'about' | 'nothing' | 'offline'> = {
  en: {
    title: 'Shared with you',
    about:
      'This is what is shared with you. The person who shares it can change that at any time. They can see that you looked.',
    nothing: 'Nothing is shared with you right now.',
    offline: 'You need a connection to see this. Nothing is kept on your phone.',
  },
  sv: {
    title: 'Delat med dig',
    about: 'Det här är delat med dig. Den som delar kan ändra det när som helst, och kan se att du har tittat.',
    nothing: 'Inget är delat med dig just nu.',
    offline: 'Du behöver vara uppkopplad för att se det här. Inget sparas på din telefon.',
  },
};
