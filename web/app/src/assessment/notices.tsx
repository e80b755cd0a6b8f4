import { Alert, Stack, Text } from '@mantine/core';
import type { Instrument } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';

/** What whoever reads a form or its result must know, on the screen and in print. */
export function InstrumentNotices({ instrument }: { instrument: Instrument | undefined }) {
  const { t, language } = useTexts();
  if (instrument === undefined) return null;
  const working = instrument.translations?.[language] === 'working';
  const attribution = instrument.licence?.attribution;
  if (!working && instrument.screeningOnly !== true && !attribution) return null;
  return (
    <Stack gap="xs">
      {instrument.screeningOnly === true && (
        <Alert color="blue" title={t('notice.screening')} data-testid="notice-screening">{t('notice.screening-text')}</Alert>
      )}
      {working && <Alert color="yellow" title={t('notice.working')} data-testid="notice-working">{t('notice.working-text')}</Alert>}
      {attribution && <Text size="sm" c="dimmed"><bdi dir="auto">{attribution}</bdi></Text>}
    </Stack>
  );
}
