import { Loader } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';

export function Waiting() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('state.loading')} className="hifazat-waiting">
      <Loader />
    </div>
  );
}
