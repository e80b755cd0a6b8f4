import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { Surroundings } from '../app.tsx';
import { loadLanguage } from '../i18n/language-provider.tsx';
import type { Language } from '../i18n/languages.ts';
import { newQueries } from '../queries.ts';
import { Screens } from '../screens.tsx';

/** Opens the application at an address, as a browser would after loading it. */
export async function open(path: string, language: Language = 'en') {
  const i18n = await loadLanguage(language);
  const queries = newQueries();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  const user = userEvent.setup();
  const view = render(
    <Surroundings queries={queries} i18n={i18n}>
      <MemoryRouter initialEntries={[path]}>
        <Screens />
      </MemoryRouter>
    </Surroundings>,
  );
  return { user, queries, ...view };
}
