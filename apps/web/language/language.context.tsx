import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { chooseLanguage, directionOf, type Language, LANGUAGES } from './language.ts';
import { type Catalogue, type Say, sayer } from './messages.ts';

interface Spoken {
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken>({ language: 'en', speak: () => undefined });

/** Where a device remembers which language was chosen. */
const PLACE = 'intersession.language';

function remembered(): Language {
  const chosen = LANGUAGES.find((language) => language === recall());
  return chosen ?? chooseLanguage(navigator.languages);
}

/** Storage may be switched off. */
function recall(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(PLACE, language);
  } catch {
    // Then it is asked for again next time.
  }
}

/** The language of everything inside; the page's `lang` and `dir` follow it. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const spoken = useMemo(
    () => ({ language, speak: (next: Language) => (remember(next), setLanguage(next)) }),
    [language],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/** The language, and the way to change it. */
export function useLanguage(): Spoken {
  return use(SpokenContext);
}

/** The way to say the messages of a catalogue: `const t = useMessages(todayMessages); t('title', { count })`. */
export function useMessages<Keys extends string>(catalogue: Catalogue<Keys>): Say<Keys> {
  const { language } = useLanguage();
  return useMemo(() => sayer(catalogue, language), [catalogue, language]);
}
