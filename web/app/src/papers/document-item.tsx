import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readFile } from '../api/client.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import type { CaseDetail } from '../api/types.ts';
import casework from '../casework/casework.module.css';
import { useStaffName } from '../directory/queries.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { FromCase } from '../ui/from-case.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import classes from './papers.module.css';
import { useCodes } from './queries.ts';
import { REMOVAL_REASONS, RemoveDocument } from './remove-document.tsx';
import { DOCUMENT_KINDS, type CaseDocument } from './types.ts';

const PICTURES = ['image/jpeg', 'image/png'];
const PDF = 'application/pdf';

export function DocumentItem({ detail, document, onRemoved }: { detail: CaseDetail; document: CaseDocument; onRemoved: () => void }) {
  const { t, label, language } = useTexts();
  const { data: me } = useMe();
  const reasons = useCodes('document-removal-reason', REMOVAL_REASONS);
  const kinds = useCodes('document-kind', DOCUMENT_KINDS);
  const staffName = useStaffName(detail.unitId);
  const name = document.title ?? kinds.name(document.kind);
  const size = document.size >= 1_048_576
    ? t('documents.megabytes', { size: formatNumber(language, document.size / 1_048_576) })
    : t('documents.kilobytes', { size: formatNumber(language, Math.ceil(document.size / 1024)) });
  return (
    <li className={casework['card']} data-testid="document" data-kind={document.kind}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm" align="flex-start">
          <div>
            <Text fw={600}><bdi dir="auto">{name}</bdi></Text>
            <Text size="sm" c="dimmed">
              {kinds.name(document.kind)}{t('list.comma')}{label('media-type', document.mediaType)}{t('list.comma')}{size}
            </Text>
            <Text size="sm" c="dimmed">
              <Moment at={document.happenedAt} />{t('list.comma')}<bdi dir="auto">{staffName(document.recordedBy) ?? t('directory.colleague')}</bdi>
            </Text>
          </div>
          <FromCase number={document.fromCase} />
          {document.confidentiality !== 'ordinary' && (
            <Badge variant="light" color="grape">{label('confidentiality', document.confidentiality)}</Badge>
          )}
        </Group>
        {document.removedAt === undefined ? (
          <>
            <Look document={document} name={name} />
            {me?.roles.includes('supervisor') === true && detail.state !== 'closed' && <RemoveDocument document={document} onRemoved={onRemoved} />}
          </>
        ) : (
          <Text size="sm" data-testid="document-removed">
            {t('documents.removed')} <Moment at={document.removedAt} />
            {document.removalReason !== undefined && <>{t('list.comma')}{reasons.name(document.removalReason)}</>}
          </Text>
        )}
      </Stack>
    </li>
  );
}

/** Shown only when asked for, since each look is a reading; what is shown is forgotten when it is closed. */
function Look({ document, name }: { document: CaseDocument; name: string }) {
  const { t } = useTexts();
  const [url, setUrl] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => () => {
    if (url !== undefined) URL.revokeObjectURL(url);
  }, [url]);
  const path = `/documents/${document.id}/content`;
  const picture = PICTURES.includes(document.mediaType);
  const show = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      // The type is the one the service found, never the one an answer claims.
      const blob = new Blob([await readFile('cases', path)], { type: document.mediaType });
      setUrl(URL.createObjectURL(blob));
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {(picture || document.mediaType === PDF) && url === undefined && (
          <Button variant="light" loading={busy} onClick={() => void show()} data-testid="show-document">{t('documents.show')}</Button>
        )}
        {url !== undefined && (
          <Button variant="light" onClick={() => setUrl(undefined)} data-testid="hide-document">{t('documents.hide')}</Button>
        )}
        {url !== undefined && !picture && (
          <Button component="a" href={url} target="_blank" rel="noopener noreferrer" variant="light" data-testid="open-document">{t('documents.open')}</Button>
        )}
        <Button component="a" href={`/api/cases/v1${path}`} download variant="subtle" data-testid="save-document">{t('documents.save')}</Button>
      </Group>
      <ProblemNotice problem={problem} focused onRetry={() => void show()} />
      {url !== undefined && picture && <img src={url} alt={name} className={classes['picture']} data-testid="picture" />}
    </Stack>
  );
}
