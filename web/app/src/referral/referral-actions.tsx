import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { Referral } from '../api/types.ts';
import { CANCEL_REASONS } from '../codes/lists.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

interface Props {
  referral: Referral;
  etag: string | undefined;
  onReload: () => void;
}

const ENDED: readonly Referral['status'][] = ['completed', 'rejected', 'failed'];
const CANCELLABLE: readonly Referral['status'][] = ['draft', 'requested', 'accepted', 'in-progress', 'on-hold'];

/** The sender's two steps: calling it off while it runs, closing the loop when it has ended. */
export function ReferralActions({ referral, etag, onReload }: Props) {
  const { t } = useTexts();
  const [cancelling, setCancelling] = useState(false);
  const closable = ENDED.includes(referral.status) && referral.loopClosedAt === undefined;
  const cancellable = CANCELLABLE.includes(referral.status);
  if (closable) {
    return (
      <Panel title={t('loop.title')} testId="loop">
        <CloseLoop referral={referral} etag={etag} onReload={onReload} />
      </Panel>
    );
  }
  if (!cancellable) return null;
  return (
    <Panel title={t('referral.next')}>
      {cancelling ? (
        <Cancel referral={referral} etag={etag} onReload={onReload} onClose={() => setCancelling(false)} />
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text size="sm" c="dimmed">{t('referral.next-waiting')}</Text>
          <Button variant="default" onClick={() => setCancelling(true)} data-testid="cancel-referral">{t('cancel.start')}</Button>
        </Stack>
      )}
    </Panel>
  );
}

function useAct(referral: Referral, onDone: () => void) {
  const queries = useQueryClient();
  return useSubmission<unknown>(() => {
    void queries.invalidateQueries({ queryKey: ['referrals', 'one', referral.id] });
    void queries.invalidateQueries({ queryKey: ['referrals', 'of', referral.caseId] });
    onDone();
  });
}

function CloseLoop({ referral, etag, onReload }: Props) {
  const { t } = useTexts();
  const fields = useFields({ happenedAt: toLocalInput(new Date()), note: '' });
  const act = useAct(referral, () => {});
  const send = () => {
    const happenedAt = fromLocalInput(fields.values.happenedAt);
    if (!fields.check(happenedAt === undefined ? { happenedAt: 'field.required' } : {})) return;
    void act.submit((idempotencyKey) =>
      change('referrals', `/referrals/${referral.id}/loop-closure`, {
        ifMatch: etag,
        idempotencyKey,
        body: { happenedAt, ...filled({ note: fields.values.note }) },
      }),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm">{t('loop.lead')}</Text>
      <MomentField {...fields.bind('happenedAt')} label={t('loop.when')} required />
      <Textarea {...fields.bind('note')} label={`${t('loop.note')} (${t('state.optional')})`} dir="auto" autosize minRows={2} />
      <ProblemNotice problem={act.problem} focused onReload={onReload} />
      <Group><Button type="submit" loading={act.busy} data-testid="close-loop">{t('loop.submit')}</Button></Group>
    </form>
  );
}

function Cancel({ referral, etag, onReload, onClose }: Props & { onClose: () => void }) {
  const { t } = useTexts();
  const fields = useFields({ reason: '', happenedAt: toLocalInput(new Date()) });
  const reasons = useOptions('cancel-reason', CANCEL_REASONS);
  const act = useAct(referral, onClose);
  const send = () => {
    const { reason } = fields.values;
    const happenedAt = fromLocalInput(fields.values.happenedAt);
    const sound = fields.check({
      ...(reason === '' ? { reason: 'field.required' as const } : {}),
      ...(happenedAt === undefined ? { happenedAt: 'field.required' as const } : {}),
    });
    if (!sound) return;
    void act.submit((idempotencyKey) =>
      change('referrals', `/referrals/${referral.id}/cancellation`, { ifMatch: etag, idempotencyKey, body: { happenedAt, reason } }),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SelectField {...fields.bind('reason')} label={t('cancel.reason')} options={reasons} placeholder={t('action.choose')} required />
      <MomentField {...fields.bind('happenedAt')} label={t('cancel.when')} required />
      <ProblemNotice problem={act.problem} focused onReload={onReload} />
      <Group gap="sm">
        <Button type="submit" color="red" loading={act.busy} data-testid="confirm-cancel">{t('cancel.submit')}</Button>
        <Button variant="default" onClick={onClose}>{t('cancel.keep')}</Button>
      </Group>
    </form>
  );
}
