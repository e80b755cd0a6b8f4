import { NativeSelect } from '@mantine/core';
import { useLanguage } from '../i18n/language-provider.tsx';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/text.ts';

export function LanguageSwitch() {
  const { t } = useTexts();
  const { language, choose } = useLanguage();
  return (
    <NativeSelect
      aria-label={t('shell.language')}
      data-testid="language"
      value={language}
      onChange={(event) => void choose(event.currentTarget.value as Language)}
      data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      className="hifazat-language"
    />
  );
}
