import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import type { WebhookMessage } from './queries.ts';
import classes from '../partner/partner.module.css';

const STATES = ['failed', 'waiting', 'delivered'] as const;
type State = (typeof STATES)[number];
const COLOR: Record<State, string> = { failed: 'red', waiting: 'yellow', delivered: 'green' };
const DAY = 86_400_000;

/** What was sent to an address, what was not, and why; again when it is wanted. */
export function Messages({ endpointId }: { endpointId: string }) {
  const { t, label } = useTexts();
  const [state, setState] = useState<State>('failed');
  const path = `/webhook-endpoints/${endpointId}/messages`;
  const pages = usePages<WebhookMessage>('referrals', path, { state, limit: 25 }, 30_000);
  return (
    <Panel title={t('messages.title')} testId="messages">
      <Stack gap="md">
        <Group gap="xs" role="group" aria-label={t('messages.which')}>
          {STATES.map((one) => (
            <Button key={one} variant={one === state ? 'filled' : 'default'} aria-pressed={one === state} onClick={() => setState(one)} data-testid={`messages-${one}`}>
              {label('message-state', one)}
            </Button>
          ))}
        </Group>
        <PagedList pages={pages} empty={t('messages.none')}>
          {(items) => (
            <ul className={classes['lines']}>
              {items.map((message) => <li key={message.id}><Message endpointId={endpointId} message={message} /></li>)}
            </ul>
          )}
        </PagedList>
        <ReplayAll endpointId={endpointId} />
      </Stack>
    </Panel>
  );
}

function useReread(endpointId: string) {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['referrals', `/webhook-endpoints/${endpointId}/messages`] });
}

function Message({ endpointId, message }: { endpointId: string; message: WebhookMessage }) {
  const { t, label } = useTexts();
  const submission = useSubmission<unknown>(useReread(endpointId));
  const again = () => void submission.submit(() => change('referrals', `/webhook-endpoints/${endpointId}/messages/${message.id}/replay`));
  return (
    <article className={classes['line']} data-testid="message" data-id={message.id} data-state={message.state}>
      <Group justify="space-between" gap="xs">
        <Text fw={650}>{label('webhook-type', message.type)}</Text>
        <Badge variant="light" color={COLOR[message.state]}>{label('message-state', message.state)}</Badge>
      </Group>
      <Text size="sm">
        <Moment at={message.happenedAt} /> · {t('messages.attempts', { count: message.attempts })}
        {message.lastOutcome !== undefined && <> · {label('delivery', message.lastOutcome)}</>}
        {message.lastStatus !== undefined && <> (<bdi dir="ltr">HTTP {message.lastStatus}</bdi>)</>}
      </Text>
      {message.nextAttemptAt !== undefined && <Text size="sm" c="dimmed">{t('messages.next')} <Moment at={message.nextAttemptAt} /></Text>}
      {message.deliveredAt !== undefined && <Text size="sm" c="dimmed">{t('messages.delivered')} <Moment at={message.deliveredAt} /></Text>}
      <Text size="sm" c="dimmed">{t('messages.referral')} <Code>{message.referralId}</Code></Text>
      <Button variant="subtle" size="compact-sm" loading={submission.busy} onClick={again} data-testid="replay-message">
        {t('messages.again')}<span className="hifazat-hidden"> {label('webhook-type', message.type)} <Moment at={message.happenedAt} /></span>
      </Button>
      <ProblemNotice problem={submission.problem} focused />
    </article>
  );
}

/** After a day of outage: everything since then that was not delivered. */
function ReplayAll({ endpointId }: { endpointId: string }) {
  const { t } = useTexts();
  const fields = useFields({ since: toLocalInput(new Date(Date.now() - DAY)) });
  const [sent, setSent] = useState<number>();
  const reread = useReread(endpointId);
  const submission = useSubmission<number>(
    (count) => {
      setSent(count);
      reread();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const since = fromLocalInput(fields.values.since);
    if (!fields.check(since === undefined ? { since: 'field.required' } : {})) return;
    void submission.submit(async () =>
      (await change<{ messages: number }>('referrals', `/webhook-endpoints/${endpointId}/replay`, { body: { since } })).data.messages,
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
      <Text size="sm">{t('messages.replay-lead')}</Text>
      <MomentField {...fields.bind('since')} label={t('messages.since')} required />
      <div role="status">{sent !== undefined && <Alert color="green" data-testid="replayed">{t('messages.replayed', { count: sent })}</Alert>}</div>
      <ProblemNotice problem={submission.problem} focused />
      <Group><Button type="submit" variant="default" loading={submission.busy} data-testid="replay-all">{t('messages.replay')}</Button></Group>
    </form>
  );
}
