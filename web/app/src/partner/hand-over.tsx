import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, readAll, type Answer } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { SelectField, type Option } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { atWork } from './moves.ts';
import type { PartnerReferral } from './types.ts';

/** Somebody a referral can be meant for, by what the agency has senders call them. */
export interface ListedPerson {
  id: string;
  name: string;
}

interface Fields {
  people: readonly ListedPerson[];
  /** Whom it is meant for now: it goes to somebody else. */
  not: string;
  onSend: (to: ListedPerson | undefined, reason: string) => void;
  onClose: () => void;
  busy: boolean;
  lead: string;
}

/** With the name that was chosen by; nobody: the queue. */
export function toWhom(to: ListedPerson | undefined): { to?: string; toName?: string } {
  return to === undefined ? {} : { to: to.id, toName: to.name };
}

/** To whom and why. */
export function HandOverFields({ people, not, onSend, onClose, busy, lead }: Fields) {
  const { t } = useTexts();
  const fields = useFields({ to: '', reason: '' });
  const options: Option[] = [
    { value: '', label: t('refer.addressee-queue') },
    ...people.filter((one) => one.id !== not).map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = fields.values.reason.trim();
        const to = people.find((one) => one.id === fields.values.to);
        const gone = fields.values.to !== '' && to === undefined;
        if (fields.check({ ...(reason.length < 3 ? { reason: 'field.required' } : {}), ...(gone ? { to: 'field.required' } : {}) })) onSend(to, reason);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{lead}</Text>
        <SelectField {...fields.bind('to')} label={t('partner.hand-over-to')} options={options} />
        <Textarea {...fields.bind('reason')} label={t('partner.hand-over-why')} dir="auto" autosize minRows={2} maxLength={1000} required autoComplete="off" />
        <Group gap="sm">
          <Button type="submit" loading={busy} data-testid="send-handing-over">{t('partner.hand-over')}</Button>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Props {
  referral: PartnerReferral;
  etag: string | undefined;
  onReload: () => void;
}

/** Whom it is meant for hands it on to a colleague, or into the queue. */
export function HandOver({ referral, etag, onReload }: Props) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const mine = referral.addressee?.mine === true && atWork(referral.status);
  const agency = useMe(true).data?.agency?.id;
  const people = useQuery({
    queryKey: ['identity', 'listed-people', agency],
    queryFn: ({ signal }) => readAll<ListedPerson>('identity', `/agencies/${agency ?? ''}/listed-people`, signal),
    enabled: mine && open && agency !== undefined,
  });
  const [done, setDone] = useState(false);
  const submission = useSubmission<Answer<PartnerReferral>>((answer) => {
    queries.setQueryData(['partner', 'referral', referral.id], answer);
    void queries.invalidateQueries({ queryKey: ['partner', '/inbox'] });
    setOpen(false);
    setDone(true);
  });
  const send = (to: ListedPerson | undefined, reason: string) =>
    void submission.submit((idempotencyKey) =>
      change<PartnerReferral>('partner', `/referrals/${referral.id}/handing-over`, {
        ifMatch: etag,
        idempotencyKey,
        body: { reason, ...toWhom(to) },
      }),
    );
  return (
    <>
      <div role="status">{done && <Alert color="green" data-testid="handed-over">{t('partner.handed-over')}</Alert>}</div>
      {mine && !open && (
        <Group><Button variant="subtle" onClick={() => setOpen(true)} data-testid="hand-over">{t('partner.hand-over')}</Button></Group>
      )}
      {mine && open && (
        <Panel title={t('partner.hand-over')}>
          <HandOverFields
            people={people.data ?? []}
            not={referral.addressee?.id ?? ''}
            onSend={send}
            onClose={() => setOpen(false)}
            busy={submission.busy}
            lead={t('partner.hand-over-lead')}
          />
          <ProblemNotice problem={submission.problem} focused onReload={onReload} />
        </Panel>
      )}
    </>
  );
}
