import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts, type MessageId, type Texts } from '../i18n/text.ts';
import type { Attachment } from '../partner/types.ts';
import { FileChoice } from '../papers/file-choice.tsx';
import { announced, unfit } from '../papers/of-referral.ts';
import { Sending } from '../papers/sending.tsx';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { OrderOfItem, type PacketRule } from './packet-items.tsx';
import classes from './referral.module.css';

/** A sender's files go by the rules of the packet; some on an order of the case. */
export interface Released {
  caseId: string;
  rules: PacketRule[];
}

const pathOf = (referralId: string) => `/referrals/${referralId}/attachments`;

/** The sender's own files that did not go with a message yet. */
export function useUnsent(referralId: string, enabled: boolean): Attachment[] {
  const path = pathOf(referralId);
  const { data } = useQuery({
    queryKey: ['referrals', path],
    queryFn: async ({ signal }) => (await read<Items<Attachment>>('referrals', path, signal)).data.items,
    enabled,
  });
  return (data ?? []).filter((one) => one.state !== 'sent' && one.by === 'requester');
}

function fileText({ t, label, language }: Texts, { title, mediaType, size }: Attachment): string {
  const bytes = size >= 1_048_576
    ? t('documents.megabytes', { size: formatNumber(language, size / 1_048_576) })
    : t('documents.kilobytes', { size: formatNumber(language, Math.ceil(size / 1024)) });
  return [title, label('media-type', mediaType), bytes].filter((part) => part !== undefined).join(t('list.comma'));
}

interface Props {
  referralId: string;
  unsent: Attachment[];
  released: Released;
}

/** Files that go with the next message: what is there, and one more. */
export function SenderFiles({ referralId, unsent, released }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const refresh = () => void queries.invalidateQueries({ queryKey: ['referrals', pathOf(referralId)] });
  const removal = useSubmission<unknown>(refresh);
  const remove = (id: string) => void removal.submit(() => change('referrals', `${pathOf(referralId)}/${id}`, { method: 'DELETE' }));
  const close = () => {
    refresh();
    setOpen(false);
  };
  return (
    <Stack gap="sm">
      {!open && unsent.map((one) => (
        <Group key={one.id} gap="sm" data-testid="unsent" data-state={one.state}>
          <Text size="sm"><bdi dir="auto">{fileText(texts, one)}</bdi>{one.state === 'arriving' && <> · {t('documents.unfinished')}</>}</Text>
          <Button variant="subtle" size="compact-sm" color="red" onClick={() => remove(one.id)}>
            {t('attach.remove')}<span className="hifazat-hidden"> <bdi dir="auto">{fileText(texts, one)}</bdi></span>
          </Button>
        </Group>
      ))}
      <ProblemNotice problem={removal.problem} focused />
      {open ? (
        <AttachForm referralId={referralId} released={released} onClose={close} />
      ) : (
        <Group><Button variant="light" onClick={() => setOpen(true)} data-testid="attach-file">{t('sender-files.start')}</Button></Group>
      )}
    </Stack>
  );
}

function AttachForm({ referralId, released, onClose }: { referralId: string; released: Released; onClose: () => void }) {
  const { t, named, label } = useTexts();
  const [file, setFile] = useState<File>();
  const [wrong, setWrong] = useState<MessageId>();
  const [upload, setUpload] = useState<Attachment>();
  const fields = useFields({ kind: '', because: '', orderId: '', title: '' });
  const submission = useSubmission<Attachment>(setUpload, (problem) => fields.refused(problem));
  const { values } = fields;
  if (upload !== undefined && file !== undefined) {
    const arrival = { service: 'referrals' as const, path: `${pathOf(referralId)}/${upload.id}` };
    return <Sending upload={upload} file={file} arrival={arrival} onClose={onClose} />;
  }
  const allowed = released.rules.filter((rule) => rule.release !== 'never' && rule.yours);
  const release = allowed.find((rule) => rule.kind === values.kind)?.release;
  const because = release === 'with-reason';
  const onOrder = release === 'on-order';
  const choose = (chosen: File) => {
    setFile(chosen);
    setWrong(unfit(chosen));
  };
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    if (values.kind === '') found.kind = 'field.required';
    if (because && values.because.trim().length < 3) found.because = 'field.required';
    if (onOrder && values.orderId === '') found.orderId = 'field.required';
    if (file === undefined) setWrong('documents.file-needed');
    if (!fields.check(found) || file === undefined || wrong !== undefined) return;
    void submission.submit(async (idempotencyKey) => {
      const body = {
        kind: values.kind,
        ...(because ? { because: values.because.trim() } : {}),
        ...(onOrder ? { orderId: values.orderId } : {}),
        ...(values.title.trim() === '' ? {} : { title: values.title.trim() }),
        ...(await announced(file)),
      };
      return (await change<Attachment>('referrals', pathOf(referralId), { idempotencyKey, body })).data;
    });
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className={`hifazat-form ${classes['service'] ?? ''}`}
      aria-label={t('sender-files.start')}
      data-testid="attach-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm">{t('sender-files.lead')}</Text>
      <FileChoice file={file} error={wrong === undefined ? undefined : t(wrong)} onChoose={choose} />
      <SelectField
        {...fields.bind('kind')}
        label={t('documents.kind')}
        placeholder={t('action.choose')}
        options={allowed.map((rule) => ({
          value: rule.kind,
          label: rule.release === 'with-reason' || rule.release === 'on-order' ? `${named(rule.name)}: ${label('release', rule.release)}` : named(rule.name),
        }))}
        required
      />
      {because && <Textarea {...fields.bind('because')} label={t('items.because')} dir="auto" autosize minRows={1} maxLength={500} required autoComplete="off" />}
      {onOrder && (
        <OrderOfItem caseId={released.caseId} value={values.orderId} error={fields.error('orderId')} onChange={(id) => fields.set('orderId', id)} />
      )}
      <TextInput {...fields.bind('title')} label={`${t('sender-files.title')} (${t('state.optional')})`} dir="auto" maxLength={200} autoComplete="off" />
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-file">{t('sender-files.attach')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
