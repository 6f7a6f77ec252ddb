import type { Catalogue } from '../../language/messages.ts';

const en = {
  thanks: 'Thank you for telling us.',
  ifYouMight: 'If you might act on these thoughts, please get help now:',
  notLive: 'Nobody watches these answers live. Your study team sees them some time after they are sent.',
} as const;

/** Not among the words of the day, which every visit fetches. */
export const safetyMessages: Catalogue<keyof typeof en> = {
  en,
  sv: {
    thanks: 'Tack för att du berättar.',
    ifYouMight: 'Om du är rädd att du ska göra något, sök hjälp nu:',
    notLive: 'Ingen följer svaren i stunden. Ditt studieteam ser dem en tid efter att de skickats.',
  },
};
