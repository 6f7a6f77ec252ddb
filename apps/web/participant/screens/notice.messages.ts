import type { Catalogue } from '../../language/messages.ts';

const en = {
  staffTitle: 'You are signed in as staff',
  staffText: 'This page is for people who take part.',
  staffLink: 'Go to the staff page',
  unusableTitle: 'This cannot work here',
  insecure: 'This page needs a safe connection (https). Please open the address that you were given.',
  'no-room': 'This phone is full. Please free some space and open this page again.',
  'no-storage': 'This browser does not let pages keep anything. Turn off private browsing, or use another browser.',
} as const;

export const noticeMessages: Catalogue<keyof typeof en> = {
  en,
  sv: {
    staffTitle: 'Du är inloggad som personal',
    staffText: 'Den här sidan är för dem som deltar.',
    staffLink: 'Till personalens sida',
    unusableTitle: 'Det här fungerar inte här',
    insecure: 'Sidan behöver en säker anslutning (https). Öppna adressen som du fick.',
    'no-room': 'Telefonen är full. Frigör utrymme och öppna sidan igen.',
    'no-storage': 'Webbläsaren låter inte sidor spara något. Stäng av privat läge, eller använd en annan webbläsare.',
  },
};
