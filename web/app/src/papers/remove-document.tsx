import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { CaseDocument } from './types.ts';

export const REMOVAL_REASONS = ['wrong-case', 'no-consent', 'not-needed', 'harmful', 'court-order'] as const;

/** A supervisor takes away what a document holds, and says why; asked twice, since nothing brings it back. */
export function RemoveDocument({ document, onRemoved }: { document: CaseDocument; onRemoved: () => void }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const options = useCodeOptions('document-removal-reason', REMOVAL_REASONS);
  const sending = useSubmission<void>(onRemoved);
  const remove = () => {
    setWrong(reason === '');
    if (reason !== '') void sending.submit(async () => { await change('cases', `/documents/${document.id}/removal`, { body: { reason } }); });
  };
  if (!open) {
    return <Group><Button variant="subtle" color="red" size="compact-md" onClick={() => setOpen(true)} data-testid="remove-document">{t('documents.remove')}</Button></Group>;
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{t('documents.remove-text')}</Text>
      <NativeSelect
        label={t('documents.remove-why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[{ value: '', label: '' }, ...options]}
        error={wrong ? t('documents.remove-why-needed') : undefined}
        data-testid="removal-reason"
      />
      <ProblemNotice problem={sending.problem} focused />
      <Group gap="xs">
        <Button color="red" size="compact-md" onClick={remove} loading={sending.busy} data-testid="remove-now">{t('documents.remove')}</Button>
        <Button variant="default" size="compact-md" onClick={() => setOpen(false)}>{t('documents.remove-cancel')}</Button>
      </Group>
    </Stack>
  );
}
