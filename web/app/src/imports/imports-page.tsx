import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { CodesFile } from './codes-file.tsx';
import { ImportReport } from './import-report.tsx';
import classes from './imports.module.css';
import { COLUMNS, type CaseImport } from './types.ts';
import { UploadForm } from './upload-form.tsx';

/** A unit's earlier register: uploaded, checked row by row, taken over when the supervisor says so. */
export default function ImportsPage() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const imports = useImports();
  const changed = (id: string) => {
    setChosen(id);
    void queries.invalidateQueries({ queryKey: ['cases', '/imports'] });
    void queries.invalidateQueries({ queryKey: ['cases', 'import-rows', id] });
  };
  const shown = imports.data?.pages.flatMap((page) => page.items).find((one) => one.id === chosen);
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      <Stack gap="lg">
        <Panel title={t('imports.new')} testId="upload">
          <Stack gap="sm">
            <Anchor href={template()} download="hifazat-import.csv">{t('imports.template')}</Anchor>
            <CodesFile />
            <Text size="sm" c="dimmed">{t('imports.history')}</Text>
            <UploadForm onChecked={changed} />
          </Stack>
        </Panel>
        <Panel title={t('imports.list')} testId="imports">
          <PagedList pages={imports} empty={t('imports.none')}>
            {(items) => (
              <ul className={classes['list']}>
                {items.map((one) => (
                  <li key={one.id}><Line one={one} chosen={one.id === chosen} onChoose={() => setChosen(one.id)} /></li>
                ))}
              </ul>
            )}
          </PagedList>
        </Panel>
        {shown !== undefined && shown.rows > 0 && <ImportReport key={`${shown.id} ${shown.state}`} one={shown} onChanged={() => changed(shown.id)} />}
      </Stack>
    </Page>
  );
}

/** Asked again while something is under way. */
function useImports() {
  return usePages<CaseImport>('cases', '/imports', { limit: 20 }, (items) =>
    items.some((one) => one.state === 'checking' || one.state === 'running') ? 2_000 : false,
  );
}

function Line({ one, chosen, onChoose }: { one: CaseImport; chosen: boolean; onChoose: () => void }) {
  const { t, label } = useTexts();
  return (
    <Stack gap={4} data-testid="import" data-state={one.state}>
      <Group justify="space-between" gap="sm">
        <Text fw={600}>{label('import-state', one.state)}</Text>
        {one.rows > 0 && (
          <Button variant="default" size="compact-md" aria-pressed={chosen} onClick={onChoose} data-testid="report">{t('imports.report')}</Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">{t('imports.uploaded')} <Moment at={one.createdAt} /></Text>
      {one.refusal !== undefined && <Text size="sm">{label('import-refusal', one.refusal)}</Text>}
      {(one.state === 'checking' || one.state === 'running') && one.rows > 0 && (
        <Text size="sm" role="status">{t('imports.progress', { done: one.done, rows: one.rows })}</Text>
      )}
      {one.rows > 0 && (
        <Text size="sm">
          {t('imports.ready')} {one.ready}{t('list.comma')}{t('imports.known')} {one.known}{t('list.comma')}
          {t('imports.faulty')} {one.faulty}{t('list.comma')}{t('imports.taken-over')} {one.takenOver}
          {one.joined > 0 && <>{t('list.comma')}{t('imports.joined')} {one.joined}</>}
        </Text>
      )}
    </Stack>
  );
}

function template(): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${COLUMNS.join(',')}\r\n`)}`;
}
