import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ChoiceField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { ActionForm } from './action-form.tsx';
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
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    if (!fields.check(fields.values.reason.trim().length < MIN_REASON ? { reason: 'field.required' } : {})) return;
    void submission.submit(() =>
      change('cases', `/transfers/${transfer.id}/${how}`, {
        ifMatch: transfer.etag,
        body: { happenedAt: new Date().toISOString(), reason: fields.values.reason.trim() },
      }),
    );
  };
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t(how === 'decline' ? 'transfer.decline' : 'transfer.withdraw')} testId={how} onClose={onClose}>
      <Textarea {...fields.bind('reason')} label={t('transfer.why-not')} dir="auto" autosize minRows={2} maxLength={2000} required />
    </ActionForm>
  );
}

/** What a body outside the platform answered: the handover record of a case that leaves. */
export function OutsideAnswer({ transfer, onClose }: Props) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const items = useCodeOptions('handover-item', HANDOVER_ITEMS);
  const answers = useOptions('outside-answer', ANSWERS);
  const [handed, setHanded] = useState<string[]>([]);
  const fields = useFields({ answer: '', words: '' });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (fields.values.answer === '') found['answer'] = 'field.required';
    if (fields.values.words.trim().length < MIN_REASON) found['words'] = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(() =>
      change('cases', `/transfers/${transfer.id}/outside-answer`, {
        ifMatch: transfer.etag,
        body: { happenedAt: new Date().toISOString(), answer: fields.values.answer, words: fields.values.words.trim(), handedOver: handed },
      }),
    );
  };
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('transfer.record-answer')} testId="outside-answer" onClose={onClose}>
      <ChoiceField {...fields.bind('answer')} label={t('transfer.their-answer')} options={answers} required />
      <Textarea {...fields.bind('words')} label={t('transfer.received-by')} dir="auto" autosize minRows={2} maxLength={2000} required />
      <Checkbox.Group label={t('transfer.handed-over')} value={handed} onChange={setHanded}>
        <Stack gap={4} mt={4}>
          {items.map((item) => <Checkbox key={item.value} value={item.value} label={item.label} />)}
        </Stack>
      </Checkbox.Group>
    </ActionForm>
  );
}
