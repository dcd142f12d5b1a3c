import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createQueryClient } from './hooks/queries.ts';
import { AppProvider } from './hooks/useApp.tsx';
import { PlaceProvider } from './hooks/usePlace.tsx';
import { UnsavedProvider } from './hooks/useUnsaved.tsx';
import { SilenceBanner } from './SilenceBanner.tsx';
import { offerScripts } from './styles/scriptFonts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');

offerScripts(document.fonts);

createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={createQueryClient()}>
        <AppProvider>
          <PlaceProvider>
            <UnsavedProvider>
              <App />
              <SilenceBanner />
            </UnsavedProvider>
          </PlaceProvider>
        </AppProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
