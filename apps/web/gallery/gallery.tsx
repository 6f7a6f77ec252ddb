import { type ReactNode, useState } from 'react';
import { builtInWorksheets } from '#worksheets';
import { LANGUAGE_NAMES, LANGUAGES } from '../language/language.ts';
import { useLanguage } from '../language/language.context.tsx';
import { FieldStates } from './field.states.tsx';
import { PartStates } from './part.states.tsx';

const THEMES = ['light', 'dark'] as const;
const worksheets = [...builtInWorksheets.values()];

/** Every field of every worksheet of the library, empty, answered and read back, and the parts of screens. In development only. */
export function Gallery(): ReactNode {
  const { language } = useLanguage();
  const [id, setId] = useState(worksheets[0]?.id);
  const worksheet = worksheets.find((one) => one.id === id) ?? worksheets[0];
  return (
    <main className="g-page">
      <h1>Gallery</h1>
      <div className="g-bar">
        <Choice label="Worksheet" value={id ?? ''} choices={worksheets.map((one) => one.id)} onChoose={setId} />
        <Looks />
      </div>
      {worksheet === undefined ? null : <FieldStates key={`${worksheet.id} ${language}`} worksheet={worksheet} />}
      <PartStates />
    </main>
  );
}

/** Language and theme, for the whole page. */
function Looks(): ReactNode {
  const { language, speak } = useLanguage();
  const [theme, setTheme] = useState('light');
  const dress = (next: string): void => {
    setTheme(next);
    document.documentElement.dataset['theme'] = next;
  };
  const name = LANGUAGE_NAMES[language];
  const say = (next: string): void => speak(LANGUAGES.find((one) => LANGUAGE_NAMES[one] === next) ?? language);
  return (
    <>
      <Choice label="Language" value={name} choices={Object.values(LANGUAGE_NAMES)} onChoose={say} />
      <Choice label="Theme" value={theme} choices={THEMES} onChoose={dress} />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly onChoose: (choice: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps): ReactNode {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
}
