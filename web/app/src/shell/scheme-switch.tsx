import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';

export function SchemeSwitch() {
  const { t } = useTexts();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="default"
      size={44}
      aria-label={t(dark ? 'shell.light' : 'shell.dark')}
      title={t(dark ? 'shell.light' : 'shell.dark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        {dark ? (
          <>
            <circle cx="12" cy="12" r="4" />
            <path d="M12 2v3M12 19v3M2 12h3M19 12h3M4.9 4.9 7 7M17 17l2.1 2.100M4.9 19.1 7 17M17 7l2.1-2.1" />
          </>
        ) : (
          <path d="M20 14.500A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.500Z" />
        )}
      </svg>
    </ActionIcon>
  );
}
