import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, type Service } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts } from '../i18n/text.ts';
import { NameField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { SenderFiles, useUnsent, type Released } from '../referral/sender-files.tsx';
import { AttachFiles } from './attach-files.tsx';
import type { ThreadMessage } from './types.ts';
import classes from './partner.module.css';

interface Props {
  /** Through which door: the agency's or the unit's. */
  service: Extract<Service, 'partner' | 'referrals'>;
  referralId: string;
  /** The agency reads nothing any more, so nothing is written either. */
  closed: boolean;
  /** A unit's files go by the rules of the packet. */
  released?: Released;
}

/** Once the agency reads nothing of a referral for good, nobody writes to it. */
export function threadClosed(packetState: string | undefined): boolean {
  return packetState === 'consent-ended' || packetState === 'taken-back' || packetState === 'time-over';
}

/** What the unit and the agency write each other about one referral. */
export function Thread({ service, referralId, closed, released }: Props) {
  const { t } = useTexts();
  const path = `/referrals/${referralId}/messages`;
  const pages = usePages<ThreadMessage>(service, path, { limit: 20 });
  return (
    <Panel title={t('thread.title')} testId="thread">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t(closed ? 'thread.closed' : 'thread.lead')}</Text>
        {!closed && <Write service={service} referralId={referralId} {...(released === undefined ? {} : { released })} />}
        <PagedList pages={pages} empty={t('thread.none')}>
          {(messages) => (
            <ol className={classes['lines']} data-testid="thread-messages">
              {messages.map((message) => <li key={message.id}><Message service={service} referralId={referralId} message={message} /></li>)}
            </ol>
          )}
        </PagedList>
        <Group>
          <Button variant="subtle" onClick={() => void pages.refetch()} loading={pages.isRefetching} data-testid="look-again">{t('thread.again')}</Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function Message({ service, referralId, message }: Omit<Props, 'closed'> & { message: ThreadMessage }) {
  const { t, label } = useTexts();
  const ours = message.by === (service === 'partner' ? 'target' : 'requester');
  return (
    <article className={classes['line']} data-testid="thread-message" data-by={message.by}>
      <Text size="sm" fw={600}>
        {label('thread-by', message.mine ? 'mine' : message.by)}
        {message.name !== undefined && <> · <bdi dir="auto">{message.name}</bdi></>}
      </Text>
      {message.text === undefined ? <Text size="sm" c="dimmed">{t('thread.words-gone')}</Text> : <p className="hifazat-said" dir="auto">{message.text}</p>}
      {message.attachments.map((one) => (
        <Group key={one.id} gap="xs">
          <Text size="sm"><bdi dir="auto">{one.title ?? t('attach.a-file')}</bdi></Text>
          {message.text !== undefined && (
            <Button
              component="a"
              href={`/api/${service}/v1/referrals/${referralId}/attachments/${one.id}/content`}
              download
              variant="subtle"
              size="compact-sm"
              data-testid="save-attachment"
            >
              {t('attach.save')}<span className="hifazat-hidden"> <bdi dir="auto">{one.title}</bdi></span>
            </Button>
          )}
        </Group>
      ))}
      <Text size="sm" c="dimmed">
        <Moment at={message.sentAt} />
        {ours && <> · {message.readAt === undefined ? t('thread.unread') : <>{t('thread.read')} <Moment at={message.readAt} /></>}</>}
      </Text>
    </article>
  );
}

function Write({ service, referralId, released }: Omit<Props, 'closed'>) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const agency = service === 'partner';
  const fields = useFields({ text: '', name: '' });
  const [attachments, setAttachments] = useState<string[]>([]);
  const [arriving, setArriving] = useState(false);
  const unsent = useUnsent(referralId, released !== undefined);
  const along = agency ? attachments : unsent.filter((one) => one.state === 'whole').map((one) => one.id);
  const [written, setWritten] = useState(0);
  const submission = useSubmission<unknown>(
    () => {
      fields.reset({ name: fields.values.name });
      setWritten((times) => times + 1);
      void queries.invalidateQueries({ queryKey: [service, `/referrals/${referralId}/messages`] });
      void queries.invalidateQueries({ queryKey: [service, `/referrals/${referralId}/attachments`] });
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const text = fields.values.text.trim();
    if (!fields.check(text === '' ? { text: 'field.required' } : {})) return;
    const body = { text, ...filled({ name: fields.values.name }), ...(along.length === 0 ? {} : { attachments: along }) };
    void submission.submit((idempotencyKey) => change(service, `/referrals/${referralId}/messages`, { idempotencyKey, body }));
  };
  return (
    <Stack gap="sm">
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Textarea {...fields.bind('text')} label={t('thread.text')} dir="auto" autosize minRows={2} maxLength={4000} autoComplete="off" required />
        {agency && <NameField {...fields.bind('name')} label={`${t('thread.name')} (${t('state.optional')})`} maxLength={120} />}
        {agency && <AttachFiles key={written} service={service} referralId={referralId} onChange={setAttachments} onBusy={setArriving} />}
        {!agency && along.length > 0 && <Text size="sm" role="status">{t('sender-files.along', { count: along.length })}</Text>}
        <ProblemNotice problem={submission.problem} focused />
        <Group><Button type="submit" loading={submission.busy} disabled={arriving} data-testid="write-message">{t('thread.send')}</Button></Group>
      </form>
      {released !== undefined && <SenderFiles referralId={referralId} unsent={unsent} released={released} />}
    </Stack>
  );
}
