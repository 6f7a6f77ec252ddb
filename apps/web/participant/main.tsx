import '../theme/tokens.css';
import './participant.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../language/language.context.tsx';
import { ParticipantApp } from './participant.app.tsx';
import { registerWorker } from './worker.registration.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ParticipantApp />
    </LanguageProvider>
  </StrictMode>,
);
registerWorker();
