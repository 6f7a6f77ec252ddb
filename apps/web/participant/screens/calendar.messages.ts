import type { Catalogue } from '../../language/messages.ts';

const en = {
  text: 'You can see your planned times in the calendar on your phone or computer. Each one is called “Planned time”. Nothing there says what it is.',
  make: 'Make an address for my calendar',
  yours: 'Your address',
  copy: 'Copy it',
  copied: 'Copied.',
  openIt: 'Add it to my calendar',
  onlyNow:
    'We can show this address only now. Keep it to yourself: anyone who has it can see the times. In your calendar, look for “Add by address” or “Subscribe”.',
  since: 'You made an address on {day}. We cannot show it again.',
  again: 'Make a new one',
  againText: 'A new one ends the old one.',
  end: 'Stop the calendar',
  ended: 'The address does not work any more.',
  offline: 'You need a connection for this. Please try again when you are online.',
} as const;

export const calendarMessages: Catalogue<keyof typeof en> = {
  en,
  sv: {
    text: 'Du kan se dina planerade tider i kalendern på telefonen eller datorn. Varje tid heter ”Planerad tid”. Inget där säger vad det är.',
    make: 'Gör en adress till min kalender',
    yours: 'Din adress',
    copy: 'Kopiera den',
    copied: 'Kopierad.',
    openIt: 'Lägg till i min kalender',
    onlyNow:
      'Vi kan bara visa adressen nu. Behåll den för dig själv: alla som har den kan se tiderna. Leta efter ”Lägg till via adress” eller ”Prenumerera” i din kalender.',
    since: 'Du gjorde en adress {day}. Vi kan inte visa den igen.',
    again: 'Gör en ny',
    againText: 'En ny gör att den gamla slutar gälla.',
    end: 'Stäng av kalendern',
    ended: 'Adressen fungerar inte längre.',
    offline: 'Du behöver vara uppkopplad för det här. Försök igen när du är det.',
  },
};
