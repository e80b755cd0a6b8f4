import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useConsents } from '../consent/queries.ts';
import { useService } from '../directory/hsds.ts';
import { useStaffName } from '../directory/queries.ts';
import { FromMergedCase } from '../duplicates/from-merged-case.tsx';
import { useTexts } from '../i18n/text.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { useSubmission } from '../ui/form.ts';
import { PersonName } from '../ui/names.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { draftsKey, useReferralDrafts, type ReferralDraftLine } from './referral-draft.ts';

/** Referrals of the case that are being written; nothing where there is none. */
export function ReferralDrafts({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const drafts = useReferralDrafts(detail.id);
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  return (
    <Panel title={t('refer.drafts')} testId="referral-drafts">
      <ul className="hifazat-list">
        {drafts.data.map((draft) => <Line key={draft.id} draft={draft} detail={detail} />)}
      </ul>
    </Panel>
  );
}

function Line({ draft, detail }: { draft: ReferralDraftLine; detail: CaseDetail }) {
  const { t } = useTexts();
  const by = useStaffName(detail.unitId)(draft.savedBy);
  return (
    <li data-testid="referral-draft" data-id={draft.id}>
      <Group justify="space-between" gap="sm">
        <div>
          <WhomFor draft={draft} caseId={detail.id} />
          <Text size="sm" c="dimmed">
            <Moment at={draft.savedAt} />{by !== undefined && <> · <PersonName name={by} /></>} <FromMergedCase of={draft.caseId} shownIn={detail.id} />
          </Text>
          <Text size="sm" c="dimmed">{t('refer.draft-until')} <Moment at={draft.until} /></Text>
        </div>
        <Group gap="sm">
          <StatusBadge status="draft" />
          <Button variant="default" component={Link} to={`/cases/${detail.id}/refer?draft=${draft.id}`} data-testid="continue-referral-draft">
            {t('draft.continue')}
          </Button>
        </Group>
      </Group>
      <Discard draft={draft} caseId={detail.id} />
    </li>
  );
}

function WhomFor({ draft, caseId }: { draft: ReferralDraftLine; caseId: string }) {
  const { t } = useTexts();
  // A name stands in a list only where the consents were read before.
  const known = useConsents(caseId, false).data?.recipients?.find((one) => one.id === draft.recipientId);
  if (draft.serviceId !== undefined) return <ServiceName id={draft.serviceId} />;
  if (draft.recipientId === undefined) return <Text fw={600}>{t('refer.draft')}</Text>;
  return <Text fw={600}>{known === undefined ? t('recipient.outside') : <bdi dir="auto">{known.name}</bdi>}</Text>;
}

function ServiceName({ id }: { id: string }) {
  const { t, named } = useTexts();
  const service = useService(id).data?.data;
  return <Text fw={600}>{service === undefined ? t('refer.draft') : named(service.names ?? service.name)}</Text>;
}

/** Asks once more, and discards the version that was shown when it asked. */
function Discard({ draft, caseId }: { draft: ReferralDraftLine; caseId: string }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const refresh = () => void queries.invalidateQueries({ queryKey: draftsKey(caseId) });
  const discarding = useSubmission<unknown>(refresh);
  const close = () => {
    discarding.clear();
    setAsked(undefined);
  };
  if (asked === undefined) {
    return (
      <Button variant="subtle" color="red" size="compact-sm" onClick={() => setAsked(draft.etag)} data-testid="discard-referral-draft">
        {t('draft.discard')}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={t('refer.draft-discard-sure')} data-testid="discard-question">
      <Text size="sm">{t('refer.draft-discard-sure')}</Text>
      <ProblemNotice
        problem={discarding.problem}
        focused
        onReload={() => {
          refresh();
          close();
        }}
      />
      <Group gap="sm" mt="xs">
        <Button
          color="red"
          loading={discarding.busy}
          onClick={() => void discarding.submit(() => change('referrals', `/referral-drafts/${draft.id}`, { method: 'DELETE', ifMatch: asked }))}
          data-testid="discard-for-good"
        >
          {t('draft.discard')}
        </Button>
        <Button variant="default" onClick={close}>{t('action.cancel')}</Button>
      </Group>
    </div>
  );
}
