import '../theme/tokens.css';
import './staff.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../language/language.context.tsx';
import { passes } from './shell/failure.words.ts';
import { KeysProvider } from './shell/keys.context.tsx';
import { router } from './staff.router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
// What passes is asked for again; what was refused would be refused again.
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && passes(error), refetchOnWindowFocus: true },
  },
});
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <KeysProvider>
          <RouterProvider router={router} />
        </KeysProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
