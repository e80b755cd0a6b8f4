import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { CONTACT_KINDS, MISSED_REASONS, type FollowUp } from '../casework/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { PlannedMomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Empty, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { ContactForm } from './contact-form.tsx';
import { usePlannedContacts } from './queries.ts';
import classes from '../casework/casework.module.css';

export function Contacts({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const [doing, setDoing] = useState<'plan' | 'record'>();
  const planned = usePlannedContacts(detail.id);
  const ended = usePages<FollowUp>('cases', `/cases/${detail.id}/follow-ups`, { state: 'ended' });
  const open = detail.state !== 'closed';
  const close = () => setDoing(undefined);
  return (
    <Panel title={t('contact.title')} testId="contacts">
      <Stack gap="md">
        {open && doing === undefined && (
          <Group gap="sm">
            <Button onClick={() => setDoing('record')} data-testid="record-contact">{t('contact.record')}</Button>
            <Button variant="light" onClick={() => setDoing('plan')} data-testid="plan-contact">{t('contact.plan')}</Button>
          </Group>
        )}
        {doing === 'record' && <ContactForm detail={detail} onClose={close} />}
        {doing === 'plan' && <PlanContact detail={detail} onClose={close} />}
        <Loaded query={planned} lines={1}>
          {(items) =>
            items.length === 0 ? (
              <Empty text={t('contact.none-planned')} />
            ) : (
              <ul className="hifazat-list" aria-label={t('contact.planned')}>
                {items.map((one) => <Planned key={one.id} detail={detail} contact={one} open={open} />)}
              </ul>
            )
          }
        </Loaded>
        <Text fw={650}>{t('contact.past')}</Text>
        <PagedList pages={ended} empty={t('contact.none')}>
          {(items) => (
            <ul className="hifazat-list">
              {items.map((one) => <Ended key={one.id} contact={one} />)}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

function useWords() {
  const kinds = useCodeOptions('follow-up-kind', CONTACT_KINDS);
  const reasons = useCodeOptions('missed-reason', MISSED_REASONS);
  const word = (options: { value: string; label: string }[], code: string) => options.find((one) => one.value === code)?.label ?? code;
  return { kind: (code: string) => word(kinds, code), reason: (code: string) => word(reasons, code) };
}

function Planned({ detail, contact, open }: { detail: CaseDetail; contact: FollowUp; open: boolean }) {
  const { t } = useTexts();
  const words = useWords();
  const queries = useQueryClient();
  const [recording, setRecording] = useState(false);
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(refresh);
  const cancel = () => void submission.submit(() => change('cases', `/follow-ups/${contact.id}/cancellation`, { ifMatch: contact.etag }));
  return (
    <li className={classes['card']} data-testid="planned-contact">
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{contact.byPolicy ? t('contact.by-policy') : words.kind(contact.kind)}</Text>
          {contact.plannedFor !== undefined && <Text size="sm" c="dimmed">{t('task.due')} <Moment at={contact.plannedFor} /></Text>}
        </div>
        <Group gap="sm">
          {contact.plannedFor !== undefined && <Countdown until={contact.plannedFor} />}
          {open && !recording && <Button variant="light" onClick={() => setRecording(true)} data-testid="contact-outcome">{t('contact.outcome')}</Button>}
          {open && !recording && !contact.byPolicy && (
            <Button variant="subtle" color="red" loading={submission.busy} onClick={cancel}>{t('contact.cancel')}</Button>
          )}
        </Group>
      </Group>
      <ProblemNotice problem={submission.problem} focused onReload={refresh} />
      {recording && <ContactForm detail={detail} planned={contact} onClose={() => setRecording(false)} />}
    </li>
  );
}

function Ended({ contact }: { contact: FollowUp }) {
  const { t, label } = useTexts();
  const words = useWords();
  const held = contact.state === 'held';
  return (
    <li className={classes['card']} data-testid="contact" data-state={contact.state}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{words.kind(contact.kind)}</Text>
          {contact.happenedAt !== undefined && <Text size="sm" c="dimmed"><Moment at={contact.happenedAt} /></Text>}
        </div>
        <Group gap="xs">
          {held ? (
            <>
              <Badge variant="light" color={contact.childSeen ? 'green' : 'orange'}>
                {t(contact.seenAlone ? 'contact.seen-alone' : contact.childSeen ? 'contact.seen' : 'contact.not-seen')}
              </Badge>
              {contact.riskChange !== undefined && contact.riskChange !== 'same' && (
                <Badge variant="light" color={contact.riskChange === 'higher' ? 'red' : 'green'}>{label('risk-change', contact.riskChange)}</Badge>
              )}
            </>
          ) : (
            <Badge variant="light" color="orange">{t('contact.missed')}</Badge>
          )}
        </Group>
      </Group>
      {contact.missedReason !== undefined && <Text size="sm">{words.reason(contact.missedReason)}</Text>}
      {contact.note !== undefined && <Text size="sm"><bdi dir="auto" className={classes['words']}>{contact.note}</bdi></Text>}
    </li>
  );
}

function PlanContact({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const kinds = useCodeOptions('follow-up-kind', CONTACT_KINDS);
  const fields = useFields({ kind: 'home-visit', plannedFor: toLocalInput(new Date(Date.now() + 24 * 3_600_000)) });
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const plannedFor = fromLocalInput(fields.values.plannedFor);
    if (!fields.check(plannedFor === undefined ? { plannedFor: 'field.required' } : {})) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/follow-ups`, { idempotencyKey, body: { kind: fields.values.kind, plannedFor } }),
    );
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('contact.plan-save')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="plan-contact-form">
      <div className="hifazat-columns">
        <SelectField {...fields.bind('kind')} label={t('contact.kind')} options={kinds} required />
        <PlannedMomentField {...fields.bind('plannedFor')} label={t('contact.planned-for')} required />
      </div>
    </SentForm>
  );
}
