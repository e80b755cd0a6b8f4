import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { read } from '../api/client.ts';
import type { CaseDetail, DirectoryService, Referral } from '../api/types.ts';
import { useCase } from '../cases/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { ReferralForm } from './referral-form.tsx';
import { ServiceChoice } from './service-choice.tsx';

export function ReferPage() {
  const { id = '' } = useParams();
  const [asked] = useSearchParams();
  const after = asked.get('after') ?? '';
  const action = asked.get('action') ?? '';
  const { t } = useTexts();
  const query = useCase(id);
  return (
    <Page title={t('refer.title')} lead={t('refer.lead')} back={{ to: `/cases/${id}`, text: t('case.back') }}>
      <Loaded query={query}>
        {({ data }) => (after === '' ? <Refer detail={data} actionId={action} /> : <ReferAfter detail={data} referralId={after} />)}
      </Loaded>
    </Page>
  );
}

/** After a no: what was written for the first agency goes along to the next. */
function ReferAfter({ detail, referralId }: { detail: CaseDetail; referralId: string }) {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ['referrals', 'one', referralId],
    queryFn: ({ signal }) => read<Referral>('referrals', `/referrals/${referralId}`, signal),
    staleTime: 60_000,
  });
  return (
    <Loaded query={query}>
      {({ data }) => (
        <>
          <Alert color="blue" mb="md" data-testid="after">{t('refer.after')}</Alert>
          <Refer detail={detail} after={data} />
        </>
      )}
    </Loaded>
  );
}

function Refer({ detail, after, actionId = after?.actionId ?? '' }: { detail: CaseDetail; after?: Referral; actionId?: string }) {
  const { t } = useTexts();
  const go = useNavigate();
  const [service, setService] = useState<DirectoryService>();
  return (
    <Stack gap="lg">
      {actionId !== '' && <Alert color="blue" data-testid="for-action">{t('refer.for-action')}</Alert>}
      <ServiceChoice detail={detail} chosen={service} onChoose={setService} {...(after?.category === undefined ? {} : { first: after.category })} />
      {service !== undefined && (
        <ReferralForm
          key={service.id}
          detail={detail}
          service={service}
          actionId={actionId}
          {...(after === undefined ? {} : { after })}
          onSent={(referralId) => void go(`/referrals/${referralId}`)}
        />
      )}
    </Stack>
  );
}
