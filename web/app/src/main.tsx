import './theme/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { newQueries } from './queries.ts';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App queries={newQueries()} />);
