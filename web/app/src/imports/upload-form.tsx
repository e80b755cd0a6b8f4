import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { change, sendBytes } from '../api/client.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { LARGEST, PIECE, type CaseImport } from './types.ts';

/** Sends a file in pieces and has it checked; nothing is registered by that. */
export function UploadForm({ onChecked }: { onChecked: (id: string) => void }) {
  const { t } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<MessageId>();
  const [percent, setPercent] = useState<number>();
  const sending = useSubmission<string>((id) => {
    setPercent(undefined);
    setFile(null);
    onChecked(id);
  }, () => setPercent(undefined));
  const submit = () => {
    const problem = file === null ? 'imports.choose' : file.size > LARGEST ? 'imports.too-large' : undefined;
    setWrong(problem);
    if (file === null || problem !== undefined) return;
    void sending.submit(async (idempotencyKey) => {
      const begun = await change<CaseImport>('cases', '/imports', { idempotencyKey });
      for (let position = 0; position * PIECE < file.size; position++) {
        await sendBytes('cases', `/imports/${begun.data.id}/pieces/${position}`, file.slice(position * PIECE, (position + 1) * PIECE));
        setPercent(Math.min(100, Math.round(((position + 1) * PIECE * 100) / file.size)));
      }
      await change('cases', `/imports/${begun.data.id}/check`, { ifMatch: begun.etag });
      return begun.data.id;
    });
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm">
        <FileInput
          label={t('imports.file')}
          description={t('imports.file-hint')}
          placeholder={t('imports.choose')}
          accept=".csv,text/csv"
          value={file}
          onChange={setFile}
          error={wrong === undefined ? undefined : t(wrong)}
          clearable={false}
          data-testid="file"
        />
        {percent !== undefined && <Text size="sm" role="status">{t('imports.uploading', { percent })}</Text>}
        <ProblemNotice problem={sending.problem} focused />
        <Group><Button type="submit" loading={sending.busy} data-testid="check">{t('imports.check')}</Button></Group>
      </Stack>
    </form>
  );
}
