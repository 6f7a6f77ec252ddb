import '../theme/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../language/language.context.tsx';
import { Hello } from './hello.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Hello />
    </LanguageProvider>
  </StrictMode>,
);
