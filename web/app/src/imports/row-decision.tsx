import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { change, query, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import type { CaseImport, ImportRow } from './types.ts';

const REASONS = ['compared-in-person', 'compared-on-paper', 'brother-or-sister', 'namesake'] as const;

/** A person who looked says that a row is another child after all, or the one that is known. */
export function RowDecision({ importId, row, onDecided }: { importId: string; row: ImportRow; onDecided: () => void }) {
  const { t, label } = useTexts();
  const [mine, setMine] = useState('');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const reasons = useCodeOptions('import-decision-reason', REASONS);
  // Others decide about other rows of the file at the same time; only what became of this one is a conflict.
  const meanwhile = useMeanwhile<ImportRow>(row.outcome, async () => {
    const { items } = (await read<Items<ImportRow>>('cases', `/imports/${importId}/rows${query({ after: row.row - 1, limit: 1 })}`)).data;
    const data = items[0] ?? row;
    return { data, etag: data.outcome };
  });
  const sending = useSubmission<void>(onDecided, meanwhile.refused);
  const codes = row.faults.map(({ code }) => code);
  const isKnown = codes.includes('known');
  if (!isKnown && !codes.includes('in-this-file')) return null;
  const decide = (body: { decision: string; reason?: string }) => {
    setMine(t(body.decision === 'join' ? 'imports.the-one' : 'imports.another'));
    void sending.submit(async () => {
      const now = await read<CaseImport>('cases', `/imports/${importId}`);
      await change('cases', `/imports/${importId}/rows/${row.row}/decision`, { ifMatch: now.etag, body });
    });
  };
  const another = () => {
    setWrong(reason === '');
    if (reason !== '') decide({ decision: 'take-over', reason });
  };
  if (!open) {
    return <Button size="compact-md" variant="default" onClick={() => setOpen(true)} data-testid={`decide-${row.row}`}>{t('imports.decide')}</Button>;
  }
  return (
    <Stack gap="xs" mt="xs">
      <NativeSelect
        label={t('imports.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[{ value: '', label: '' }, ...reasons]}
        error={wrong ? t('imports.reason-needed') : undefined}
        data-testid="reason"
      />
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={sending.problem}
        over={() => true}
        onGoOn={sending.clear}
        onTakeTheirs={onDecided}
        fields={(now) => [
          { label: t('conflict.became'), mine, theirs: label('import-outcome', now.outcome) },
          {
            label: t('imports.reason'),
            mine: reason !== '' && label('import-decision-reason', reason),
            theirs: now.reason !== undefined && label('import-decision-reason', now.reason),
          },
        ]}
      />
      <Group gap="xs">
        <Button size="compact-md" onClick={another} loading={sending.busy} data-testid="another">{t('imports.another')}</Button>
        {isKnown && row.caseNumber !== undefined && (
          <Button size="compact-md" variant="default" onClick={() => decide({ decision: 'join' })} loading={sending.busy} data-testid="the-one">{t('imports.the-one')}</Button>
        )}
      </Group>
    </Stack>
  );
}
