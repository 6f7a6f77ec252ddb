import '../theme/tokens.css';
import '../participant/participant.css';
import '../participant/screens/screens.css';
import '../worksheet/worksheet.css';
import '../staff/staff.css';
import './gallery.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../language/language.context.tsx';
import { Gallery } from './gallery.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Gallery />
    </LanguageProvider>
  </StrictMode>,
);
