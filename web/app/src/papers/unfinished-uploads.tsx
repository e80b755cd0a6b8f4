import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import classes from '../casework/casework.module.css';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Moment } from '../ui/time.tsx';
import { FileChoice } from './file-choice.tsx';
import { useCodes, useUploads } from './queries.ts';
import { Sending } from './sending.tsx';
import { DOCUMENT_KINDS, type Upload } from './types.ts';

/** One's own uploads that broke off, perhaps days ago on another page: the same file goes on where it stopped. */
export function UnfinishedUploads({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const uploads = useUploads(detail.id).data ?? [];
  if (uploads.length === 0 || detail.state === 'closed') return null;
  return (
    <div>
      <Text fw={600} mb="xs">{t('documents.unfinished')}</Text>
      <ul className="hifazat-list">{uploads.map((one) => <Unfinished key={one.id} upload={one} />)}</ul>
    </div>
  );
}

function Unfinished({ upload }: { upload: Upload }) {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const kinds = useCodes('document-kind', DOCUMENT_KINDS);
  const [file, setFile] = useState<File>();
  const same = file?.size === upload.size;
  const discard = async () => {
    await change('cases', `/uploads/${upload.id}`, { method: 'DELETE' }).catch(() => undefined);
    void queries.invalidateQueries({ queryKey: ['cases'] });
  };
  const percent = formatNumber(language, Math.floor((upload.received / upload.size) * 100));
  return (
    <li className={classes['card']} data-testid="unfinished">
      {file !== undefined && same ? (
        <Sending upload={upload} file={file} onClose={() => setFile(undefined)} />
      ) : (
        <Stack gap="sm">
          <Text size="sm">
            {kinds.name(upload.kind)}{t('list.comma')}<Moment at={upload.recordedAt} />{t('list.comma')}{t('documents.percent', { percent })}
          </Text>
          <FileChoice file={file} error={file === undefined || same ? undefined : t('documents.another-file')} onChoose={setFile} />
          <Group><Button variant="subtle" color="red" onClick={() => void discard()} data-testid="discard-upload">{t('documents.give-up')}</Button></Group>
        </Stack>
      )}
    </li>
  );
}
