import { Alert, Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { fieldPath } from '../api/problem.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ChoiceField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { ActionForm } from './action-form.tsx';
import { TransferMeanwhile, useTransferMeanwhile } from './transfer-meanwhile.tsx';
import { useRefresh } from './queries.ts';
import type { Transfer } from './types.ts';

const MIN_REASON = 5;
export const HANDOVER_ITEMS = ['summary', 'assessments', 'case-plan', 'consents', 'court-papers', 'contacts'] as const;
const ANSWERS = ['accepted', 'declined'] as const;

interface Props {
  transfer: Transfer;
  onClose: () => void;
}

/** Declined by the receiver or taken back by the sender, with a reason. */
export function EndTransfer({ transfer, how, onClose }: Props & { how: 'decline' | 'withdrawal' }) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const fields = useFields({ reason: '' });
  const meanwhile = useTransferMeanwhile(transfer);
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const send = () => {
    if (!fields.check(fields.values.reason.trim().length < MIN_REASON ? { reason: 'field.required' } : {})) return;
    void submission.submit(() =>
      change('cases', `/transfers/${transfer.id}/${how}`, {
        ifMatch: meanwhile.etag,
        body: { happenedAt: new Date().toISOString(), reason: fields.values.reason.trim() },
      }),
    );
  };
  const mine = t(how === 'decline' ? 'transfer.decline' : 'transfer.withdraw');
  const notice = <TransferMeanwhile meanwhile={meanwhile} submission={submission} mine={mine} words={fields.values.reason} onClose={onClose} />;
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t(how === 'decline' ? 'transfer.decline' : 'transfer.withdraw')} testId={how} onClose={onClose} notice={notice}>
      <Textarea {...fields.bind('reason')} label={t('transfer.why-not')} dir="auto" autosize minRows={2} maxLength={2000} required />
    </ActionForm>
  );
}

/** What a body outside the platform answered: the handover record of a case that leaves. */
export function OutsideAnswer({ transfer, onClose }: Props) {
  const { t, label } = useTexts();
  const refresh = useRefresh();
  const items = useCodeOptions('handover-item', HANDOVER_ITEMS);
  const answers = useOptions('outside-answer', ANSWERS);
  const [handed, setHanded] = useState<string[]>([]);
  const fields = useFields({ answer: '', words: '', overrideReason: '' });
  const meanwhile = useTransferMeanwhile(transfer);
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const { problem } = submission;
  const held = (overridable: boolean) =>
    problem?.code === 'step-blocked'
      ? [...new Set(problem.errors.filter((one) => (fieldPath(one.pointer) === 'overrideReason') === overridable).map((one) => one.code))]
      : [];
  const [first, passable] = [held(false), held(true)];
  const overrideReason = fields.values.overrideReason.trim();
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (passable.length > 0 && overrideReason.length < MIN_REASON) found['overrideReason'] = 'field.required';
    if (fields.values.answer === '') found['answer'] = 'field.required';
    if (fields.values.words.trim().length < MIN_REASON) found['words'] = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(() =>
      change('cases', `/transfers/${transfer.id}/outside-answer`, {
        ifMatch: meanwhile.etag,
        body: { happenedAt: new Date().toISOString(), answer: fields.values.answer, words: fields.values.words.trim(), handedOver: handed, ...filled({ overrideReason }) },
      }),
    );
  };
  const mine = answers.find((one) => one.value === fields.values.answer)?.label;
  const notice = <TransferMeanwhile meanwhile={meanwhile} submission={submission} mine={mine} words={fields.values.words} onClose={onClose} />;
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('transfer.record-answer')} testId="outside-answer" onClose={onClose} notice={notice}>
      <ChoiceField {...fields.bind('answer')} label={t('transfer.their-answer')} options={answers} required />
      <Textarea {...fields.bind('words')} label={t('transfer.received-by')} dir="auto" autosize minRows={2} maxLength={2000} required />
      <Checkbox.Group label={t('transfer.handed-over')} value={handed} onChange={setHanded}>
        <Stack gap={4} mt={4}>
          {items.map((item) => <Checkbox key={item.value} value={item.value} label={item.label} />)}
        </Stack>
      </Checkbox.Group>
      {first.length > 0 && (
        <Alert color="red" data-testid="settle-first">
          <Text size="sm">{t('transfer.settle-first')}</Text>
          <ul>{first.map((code) => <li key={code}>{label('blocker', code)}</li>)}</ul>
        </Alert>
      )}
      {passable.length > 0 && (
        <Alert color="orange" data-testid="held-up">
          <Text size="sm">{t('transfer.held-up')}</Text>
          <ul>{passable.map((code) => <li key={code}>{label('blocker', code)}</li>)}</ul>
        </Alert>
      )}
      {(passable.length > 0 || overrideReason !== '') && (
        <Textarea {...fields.bind('overrideReason')} label={t('transfer.pass-over')} dir="auto" autosize minRows={2} maxLength={2000} required />
      )}
    </ActionForm>
  );
}
