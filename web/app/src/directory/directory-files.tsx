import { Alert, Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, readFile, sendFile } from '../api/client.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { save } from '../ui/save-file.ts';
import { Faults } from './entry-faults.tsx';

interface Report {
  dryRun: boolean;
  organizationsCreated: number;
  organizationsReplaced: number;
  servicesCreated: number;
  servicesReplaced: number;
}

interface Entries {
  organizations: unknown[];
  services: unknown[];
}

/** Entries of an HSDS file, or a tabular package as it is. */
type Content = Entries | File;

const MOST = 200;
const LARGEST = 250_000;

/** The directory as files: out as HSDS or a table, in as HSDS or a tabular package. What comes in is checked whole before anything is written. */
export function DirectoryFiles() {
  const { t } = useTexts();
  return (
    <Panel title={t('files.title')} testId="directory-files">
      <Stack gap="lg">
        <TakeOut />
        <TakeIn />
      </Stack>
    </Panel>
  );
}

function TakeOut() {
  const { t } = useTexts();
  const taking = useSubmission<{ file: Blob; name: string }>(save);
  const take = (path: string, name: string) =>
    void taking.submit(async () => ({ file: await readFile('referrals', path), name }));
  return (
    <Stack gap="sm">
      <Text size="sm">{t('files.out')}</Text>
      <ProblemNotice problem={taking.problem} focused />
      <Group gap="sm">
        <Button variant="default" loading={taking.busy} onClick={() => take('/hsds/export', 'services.json')} data-testid="export-json">{t('files.json')}</Button>
        <Button variant="default" loading={taking.busy} onClick={() => take('/hsds/export.csv', 'services.csv')} data-testid="export-csv">{t('files.csv')}</Button>
      </Group>
    </Stack>
  );
}

function TakeIn() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [entries, setEntries] = useState<Content>();
  const [wrong, setWrong] = useState<MessageId>();
  const [report, setReport] = useState<Report>();
  const sending = useSubmission<Report>((found) => {
    setReport(found);
    if (found.dryRun) return;
    setEntries(undefined);
    setFile(null);
    void queries.invalidateQueries({ queryKey: ['referrals', 'hsds'] });
  });
  const send = (what: Content, dryRun: boolean) => void sending.submit(async () => (await taken(what, dryRun)).data);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setEntries(undefined);
    setReport(undefined);
    setWrong(undefined);
    sending.clear();
  };
  const check = async () => {
    const read = file === null ? 'files.choose' : file.size > LARGEST ? 'files.too-large' : isPackage(file) ? file : await entriesOf(file);
    if (typeof read === 'string') {
      setWrong(read);
      return;
    }
    setEntries(read);
    send(read, true);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <Stack gap="sm">
        <FileInput
          label={t('files.in')}
          description={t('files.in-hint')}
          placeholder={t('files.choose')}
          accept=".json,.zip,application/json,application/zip"
          value={file}
          onChange={choose}
          error={wrong === undefined ? undefined : t(wrong)}
          data-testid="directory-file"
        />
        <ProblemNotice problem={sending.problem} focused />
        {sending.problem !== undefined && <Faults problem={sending.problem} />}
        {report !== undefined && (
          <Alert color={report.dryRun ? 'blue' : 'green'} role="status" data-testid="import-report" data-written={!report.dryRun}>
            {t(report.dryRun ? 'files.checked' : 'files.written')}{' '}
            {t('files.counts', { newServices: report.servicesCreated, services: report.servicesReplaced, newOrganizations: report.organizationsCreated, organizations: report.organizationsReplaced })}
          </Alert>
        )}
        <Group gap="sm">
          <Button type="submit" variant={report?.dryRun ? 'default' : 'filled'} loading={sending.busy} data-testid="check-directory">{t('files.check')}</Button>
          {report?.dryRun === true && entries !== undefined && (
            <Button onClick={() => send(entries, false)} loading={sending.busy} data-testid="write-directory">{t('files.write')}</Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

const isPackage = (file: File) => file.name.toLowerCase().endsWith('.zip');

function taken(what: Content, dryRun: boolean) {
  return what instanceof File
    ? sendFile<Report>('referrals', `/hsds/import.zip${dryRun ? '?dryRun=true' : ''}`, what, 'application/zip')
    : change<Report>('referrals', '/hsds/import', { body: { ...what, dry_run: dryRun } });
}

async function entriesOf(file: File): Promise<Entries | MessageId> {
  let found: { organizations?: unknown; services?: unknown };
  try {
    found = JSON.parse(await file.text()) as typeof found;
  } catch {
    return 'files.not-json';
  }
  const [organizations, services] = [found?.organizations ?? [], found?.services ?? []];
  if (!Array.isArray(organizations) || !Array.isArray(services)) return 'files.not-json';
  if (organizations.length + services.length === 0) return 'files.not-json';
  return organizations.length > MOST || services.length > MOST ? 'files.too-many' : { organizations, services };
}
