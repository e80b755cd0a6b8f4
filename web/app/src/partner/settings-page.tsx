import { Stack } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { NoticeAddresses } from '../notices/notice-addresses.tsx';
import { Page } from '../ui/page.tsx';
import { CodeMaps } from './code-maps.tsx';

/** What the agency itself decides: where it hears that something waits. What its own system calls our codes is shown. */
export default function SettingsPage() {
  const { t } = useTexts();
  return (
    <Page title={t('agency-settings.title')} lead={t('agency-settings.lead')} back={{ to: '/agency', text: t('inbox.title') }}>
      <Stack gap="lg">
        <NoticeAddresses agencyId={undefined} />
        <CodeMaps agencyId={undefined} />
      </Stack>
    </Page>
  );
}
