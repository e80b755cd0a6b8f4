import { render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { useEffect } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { Surroundings } from '../app.tsx';
import { loadLanguage } from '../i18n/language-provider.tsx';
import type { Language } from '../i18n/languages.ts';
import { newQueries } from '../queries.ts';
import { Screens } from '../screens.tsx';

/**
 * Somebody at the page. A text arrives in its field in one piece, as from a keyboard that completes words: what a page
 * does at each of its letters is the same, and drawing the page anew for each of them is most of what these tests cost.
 */
function quickFingers(): UserEvent {
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
  return {
    ...user,
    type: async (field, text) => {
      await user.click(field);
      await (/[{[]/.test(text) || !isText(field) ? user.keyboard(text) : user.paste(text));
    },
  };
}

/** Fields of dates and the like take no text that is pasted. */
function isText(field: Element): boolean {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ['text', 'search', 'tel', 'password'].includes(field.type));
}

function Here({ onArrival }: { onArrival: (at: string) => void }) {
  const { pathname, search } = useLocation();
  useEffect(() => onArrival(pathname + search), [onArrival, pathname, search]);
  return null;
}

/** Opens the application at an address, as a browser would after loading it. */
export async function open(path: string, language: Language = 'en') {
  const i18n = await loadLanguage(language);
  const queries = newQueries();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  const user = quickFingers();
  const visited = [path];
  const onArrival = (at: string) => void visited.push(at);
  const view = render(
    <Surroundings queries={queries} i18n={i18n}>
      <MemoryRouter initialEntries={[path]}>
        <Here onArrival={onArrival} />
        <Screens />
      </MemoryRouter>
    </Surroundings>,
  );
  return { user, queries, location: () => visited.at(-1), ...view };
}
