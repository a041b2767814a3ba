import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { linkToHost } from './hostLink.ts';
import { restoreStyles } from './restoreStyles.ts';

performance.mark('app-started');
// After the page's own style sheets have arrived, or have not.
window.addEventListener('load', () => restoreStyles());
void linkToHost();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
