import type { Catalogue } from '../../language/messages.ts';

const en = {
  count: { one: '{count} thing for today', other: '{count} things for today' },
  nothing: 'Nothing for today',
  nothingText: 'You are done. Come back when you like.',
  aboutMinutes: { one: 'About {count} minute', other: 'About {count} minutes' },
  due: 'by {day}',
  dueToday: 'by today',
  therapist: 'your therapist',
  start: 'Start',
  goOn: 'Go on',
  anyTime: 'Any time',
  suggested: 'Suggested',
  byYou: 'You suggested this. Your therapist will answer.',
  byTherapist: 'Your therapist suggests this. Talk about it when you meet.',
  done: 'Done this week',
  onPhone: 'saved on this phone',
  propose: 'Suggest something of my own',
} as const;

export const todayMessages: Catalogue<keyof typeof en> = {
  en,
  sv: {
    count: { one: '{count} sak för idag', other: '{count} saker för idag' },
    nothing: 'Inget för idag',
    nothingText: 'Du är klar. Kom tillbaka när du vill.',
    aboutMinutes: { one: 'Ungefär {count} minut', other: 'Ungefär {count} minuter' },
    due: 'senast {day}',
    dueToday: 'senast idag',
    therapist: 'din behandlare',
    start: 'Starta',
    goOn: 'Fortsätt',
    anyTime: 'När som helst',
    suggested: 'Förslag',
    byYou: 'Du har föreslagit det här. Din behandlare svarar.',
    byTherapist: 'Din behandlare föreslår det här. Prata om det när ni ses.',
    done: 'Klart den här veckan',
    onPhone: 'sparad på telefonen',
    propose: 'Föreslå något eget',
  },
};
