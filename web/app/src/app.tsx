import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import type { I18n } from '@lingui/core';
import { LanguageProvider, useLanguage } from './i18n/language-provider.tsx';
import { direction } from './i18n/languages.ts';
import { Screens } from './screens.tsx';
import { theme } from './theme/theme.ts';

interface Props {
  queries: QueryClient;
  i18n?: I18n;
}

export function App({ queries, i18n }: Props) {
  return (
    <Surroundings queries={queries} {...(i18n ? { i18n } : {})}>
      <BrowserRouter>
        <Screens />
      </BrowserRouter>
    </Surroundings>
  );
}

/** Everything a screen needs around it; tests put a single screen into it. */
export function Surroundings({ queries, i18n, children }: Props & { children: ReactNode }) {
  return (
    <LanguageProvider {...(i18n ? { initial: i18n } : {})}>
      <DirectionProvider detectDirection={false} initialDirection="ltr">
        {/* The style sheets come from files: the content security policy allows no <style> elements. */}
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          withCssVariables={false}
          withGlobalClasses={false}
        >
          <FollowLanguage />
          <QueryClientProvider client={queries}>{children}</QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </LanguageProvider>
  );
}

function FollowLanguage() {
  const { language } = useLanguage();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(direction(language)), [language, setDirection]);
  return null;
}
