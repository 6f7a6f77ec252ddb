import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage, useMessages } from '../../language/language.context.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { shellMessages } from './shell.messages.ts';

/** Each language by its own name. */
export function LanguageChoice(): ReactNode {
  const t = useMessages(shellMessages);
  const { language, speak } = useLanguage();
  return (
    <label className="choice">
      <span>{t('language')}</span>
      <select
        value={language}
        onChange={({ target }) => {
          const chosen = LANGUAGES.find((each) => each === target.value);
          if (chosen !== undefined) speak(chosen);
        }}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

const THEMES = ['device', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const PLACE = 'intersession.theme';

function remembered(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(PLACE)) ?? 'device';
  } catch {
    return 'device';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(PLACE, theme);
  } catch {
    // Then it counts for this page alone.
  }
}

/** Light, dark, or as the device has it. */
export function ThemeChoice(): ReactNode {
  const t = useMessages(shellMessages);
  const [theme, setTheme] = useState(remembered);
  useEffect(() => {
    if (theme === 'device') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <label className="choice">
      <span>{t('theme')}</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const chosen = THEMES.find((each) => each === target.value) ?? 'device';
          remember(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {t(`theme-${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
