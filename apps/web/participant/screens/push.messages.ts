import type { Catalogue } from '../../language/messages.ts';

const en = {
  title: 'Notes on this phone',
  begin: 'Turn on',
  end: 'Turn off',
  on: 'Notes are on for this phone. A note never says what it is about.',
  off: 'Notes are off for this phone.',
  unable:
    'Notes do not work in this browser. On an iPhone, first add this page to your home screen and open it from there.',
  blocked: 'Your browser blocks notes from this page. You can allow them in the settings of your browser.',
  offline: 'You need a connection to turn notes on. Please try again when you are online.',
} as const;

export const pushMessages: Catalogue<keyof typeof en> = {
  en,
  sv: {
    title: 'Notiser på telefonen',
    begin: 'Slå på',
    end: 'Stäng av',
    on: 'Notiser är på för den här telefonen. En notis säger aldrig vad det handlar om.',
    off: 'Notiser är av för den här telefonen.',
    unable:
      'Notiser fungerar inte i den här webbläsaren. På en iPhone: lägg först till sidan på hemskärmen och öppna den därifrån.',
    blocked: 'Webbläsaren blockerar notiser från sidan. Du kan tillåta dem i webbläsarens inställningar.',
    offline: 'Du behöver vara uppkopplad för att slå på notiser. Försök igen när du är det.',
  },
};
