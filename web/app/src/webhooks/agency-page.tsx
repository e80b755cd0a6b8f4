import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { NoticeAddresses } from '../notices/notice-addresses.tsx';
import { CodeMaps } from '../partner/code-maps.tsx';
import { Page } from '../ui/page.tsx';
import { AgencyPeople } from './agency-people.tsx';
import { AgencySystems } from './agency-systems.tsx';
import { Endpoints } from './endpoints.tsx';
import { useAgency } from './queries.ts';

/** One agency: its people in the portal, where they hear that something waits, its own systems, what they call our codes, and where they are told. */
export default function AgencyPage() {
  const { id = '' } = useParams();
  const { t, named, label } = useTexts();
  const agency = useAgency(id).data;
  return (
    <Page
      title={agency === undefined ? t('agencies.one') : named(agency.name)}
      lead={agency && label('category', agency.kind)}
      back={{ to: '/agencies', text: t('agencies.title') }}
    >
      <Stack gap="lg">
        <AgencyPeople agencyId={id} />
        <NoticeAddresses agencyId={id} />
        <AgencySystems agencyId={id} />
        <CodeMaps agencyId={id} />
        <Endpoints agencyId={id} />
      </Stack>
    </Page>
  );
}
