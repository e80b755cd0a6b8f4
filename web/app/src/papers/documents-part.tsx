import { Stack, Text } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Adding } from './adding.tsx';
import { DocumentItem } from './document-item.tsx';
import { UnfinishedUploads } from './unfinished-uploads.tsx';
import { UploadForm } from './upload-form.tsx';
import type { CaseDocument } from './types.ts';

/** Papers, photos and recordings of the case. */
export default function DocumentsPart({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const pages = usePages<CaseDocument>('cases', `/cases/${detail.id}/documents`);
  return (
    <Panel title={t('documents.title')} testId="documents">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('documents.lead')}</Text>
        <Adding detail={detail} text={t('documents.add')} testId="add-document">{(close) => <UploadForm detail={detail} onClose={close} />}</Adding>
        <UnfinishedUploads detail={detail} />
        <PagedList pages={pages} empty={t('documents.none')}>
          {(items) => <ul className="hifazat-list">{items.map((one) => <DocumentItem key={one.id} detail={detail} document={one} onRemoved={() => void pages.refetch()} />)}</ul>}
        </PagedList>
      </Stack>
    </Panel>
  );
}
