import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { read, type Answer } from '../api/client.ts';
import type { CaseDetail, Referral } from '../api/types.ts';
import { useCase } from '../cases/queries.ts';
import { useConsents } from '../consent/queries.ts';
import { asReferable, useService } from '../directory/hsds.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { askedOutside, type Asked } from './asked.ts';
import { OutsideChoice } from './outside-choice.tsx';
import { ReferralDrafts } from './referral-drafts.tsx';
import { useReferralDraft, type ReferralDraft } from './referral-draft.ts';
import { ReferralForm } from './referral-form.tsx';
import { ServiceChoice } from './service-choice.tsx';

export function ReferPage() {
  const { id = '' } = useParams();
  const [asked] = useSearchParams();
  const after = asked.get('after') ?? '';
  const action = asked.get('action') ?? '';
  const draft = asked.get('draft') ?? '';
  const { t } = useTexts();
  const query = useCase(id);
  return (
    <Page title={t('refer.title')} lead={t('refer.lead')} back={{ to: `/cases/${id}`, text: t('case.back') }}>
      <Loaded query={query}>
        {({ data }) => {
          if (draft !== '') return <GoOn key={draft} detail={data} draftId={draft} />;
          return after === '' ? <Refer detail={data} actionId={action} /> : <ReferAfter detail={data} referralId={after} />;
        }}
      </Loaded>
    </Page>
  );
}

/** A draft that somebody began, for whom it was begun. */
function GoOn({ detail, draftId }: { detail: CaseDetail; draftId: string }) {
  const query = useReferralDraft(draftId);
  return (
    <Loaded query={query}>
      {(draft) => {
        const { serviceId, recipientId } = draft.data.content;
        if (serviceId !== undefined) return <ForItsService detail={detail} draft={draft} serviceId={serviceId} />;
        if (recipientId !== undefined) return <ForThem detail={detail} draft={draft} recipientId={recipientId} />;
        return <Refer detail={detail} draft={draft} />;
      }}
    </Loaded>
  );
}

function ForItsService({ detail, draft, serviceId }: { detail: CaseDetail; draft: Answer<ReferralDraft>; serviceId: string }) {
  const query = useService(serviceId);
  const go = useNavigate();
  return (
    <Loaded query={query}>
      {({ data }) => (
        <ReferralForm detail={detail} service={asReferable(data)} draft={draft} onSent={(referralId) => void go(`/referrals/${referralId}`)} />
      )}
    </Loaded>
  );
}

/** For somebody outside the directory, whom only the case's consents know by name. */
function ForThem({ detail, draft, recipientId }: { detail: CaseDetail; draft: Answer<ReferralDraft>; recipientId: string }) {
  const { t } = useTexts();
  const query = useConsents(detail.id);
  const go = useNavigate();
  return (
    <Loaded query={query}>
      {({ recipients = [] }) => {
        const named = recipients.find((one) => one.id === recipientId);
        if (named === undefined) return <Alert color="yellow" data-testid="not-named">{t('recipient.not-named')}</Alert>;
        return <ReferralForm detail={detail} service={askedOutside(named)} draft={draft} onSent={(referralId) => void go(`/referrals/${referralId}`)} />;
      }}
    </Loaded>
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

interface ReferProps {
  detail: CaseDetail;
  after?: Referral;
  /** One begun for nobody yet. */
  draft?: Answer<ReferralDraft>;
  actionId?: string;
}

function Refer({ detail, after, draft, actionId = after?.actionId ?? draft?.data.content.actionId ?? '' }: ReferProps) {
  const { t } = useTexts();
  const go = useNavigate();
  const [service, setService] = useState<Asked>();
  return (
    <Stack gap="lg">
      {actionId !== '' && <Alert color="blue" data-testid="for-action">{t('refer.for-action')}</Alert>}
      {service === undefined && draft === undefined && <ReferralDrafts detail={detail} />}
      {(service === undefined || draft === undefined) && <ServiceChoice detail={detail} chosen={service} onChoose={setService} {...(after?.category === undefined ? {} : { first: after.category })} />}
      {(service === undefined || draft === undefined) && <OutsideChoice detail={detail} chosen={service?.recipientId} onChoose={setService} />}
      {service !== undefined && (
        <ReferralForm
          key={service.id}
          detail={detail}
          service={service}
          actionId={actionId}
          {...(after === undefined ? {} : { after })}
          {...(draft === undefined ? {} : { draft })}
          onSent={(referralId) => void go(`/referrals/${referralId}`)}
        />
      )}
    </Stack>
  );
}
