import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CaseDetail, DirectoryService } from '../api/types.ts';
import { useCase } from '../cases/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { ReferralForm } from './referral-form.tsx';
import { ServiceChoice } from './service-choice.tsx';

export function ReferPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const query = useCase(id);
  return (
    <Page title={t('refer.title')} lead={t('refer.lead')} back={{ to: `/cases/${id}`, text: t('case.back') }}>
      <Loaded query={query}>{({ data }) => <Refer detail={data} />}</Loaded>
    </Page>
  );
}

function Refer({ detail }: { detail: CaseDetail }) {
  const go = useNavigate();
  const [service, setService] = useState<DirectoryService>();
  return (
    <Stack gap="lg">
      <ServiceChoice districtCode={detail.districtCode} chosen={service} onChoose={setService} />
      {service !== undefined && (
        <ReferralForm
          key={service.id}
          detail={detail}
          service={service}
          onSent={(referralId) => void go(`/referrals/${referralId}`)}
        />
      )}
    </Stack>
  );
}
