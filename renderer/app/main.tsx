import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { storedKeys } from '../features/hardware/edit/keptEdits.ts';
import { askBeforeLeaving } from '../state/unfinished.ts';
import { App } from './App.tsx';
import { linkToHost } from './hostLink.ts';
import { restoreStyles } from './restoreStyles.ts';

performance.mark('app-started');
// After the page's own style sheets have arrived, or have not.
window.addEventListener('load', () => restoreStyles());
window.addEventListener('beforeunload', askBeforeLeaving);
// Before anything is drawn: pages ask for the edits of the page that this one was loaded instead of.
if (storedKeys().length > 0) (await import('../features/hardware/edit/storedEdits.ts')).takeUpEdits();
void linkToHost();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
