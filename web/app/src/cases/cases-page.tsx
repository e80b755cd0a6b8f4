import { Anchor, NativeSelect, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseLine, Role } from '../api/types.ts';
import { useDistrictName, useStaffName } from '../directory/queries.ts';
import { LineWarnings } from './case-warnings.tsx';
import { ExportForm } from '../export/export-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { Code, PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Countdown, DateOnly } from '../ui/time.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';

const SHOWN = ['open', 'closed', 'all'] as const;
const TAKEN_OUT = ['cases', 'referrals', 'closures'] as const;
const EMPTY = { open: 'cases.empty-open', closed: 'cases.empty-closed', all: 'cases.empty' } as const;

export function CasesPage({ roles }: { roles: readonly Role[] }) {
  const { t, label } = useTexts();
  const supervisor = roles.includes('supervisor');
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('open');
  const pages = usePages<CaseLine>('cases', '/cases', { limit: 20, state: shown === 'all' ? undefined : shown });
  return (
    <Page
      title={t(supervisor ? 'cases.title-unit' : 'cases.title')}
      lead={t(supervisor ? 'cases.lead-unit' : 'cases.lead')}
    >
      <NativeSelect
        label={t('cases.show')}
        maw={260}
        value={shown}
        onChange={(event) => setShown(event.currentTarget.value as (typeof SHOWN)[number])}
        data={SHOWN.map((value) => ({ value, label: label('cases-shown', value) }))}
        data-testid="cases-shown"
      />
      <Panel title={t('cases.list')}>
        <PagedList pages={pages} empty={t(EMPTY[shown])}>
          {(cases) => <CaseTable cases={cases} supervisor={supervisor} />}
        </PagedList>
      </Panel>
      {(supervisor || roles.includes('social-worker') || roles.includes('protection-officer')) && (
        <ExportForm title="export.list" leftOut="export.no-names" path="/list-exports" lists={TAKEN_OUT} />
      )}
    </Page>
  );
}

function CaseTable({ cases, supervisor }: { cases: CaseLine[]; supervisor: boolean }) {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  const staffName = useStaffName();
  return (
    <ScrollTable label={t('cases.list')}>
      <Table verticalSpacing="sm" data-testid="cases">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('case.number')}</Table.Th>
            <Table.Th>{t('case.child')}</Table.Th>
            <Table.Th>{t('case.risk')}</Table.Th>
            <Table.Th>{t('case.next-task')}</Table.Th>
            <Table.Th>{t('case.owner')}</Table.Th>
            <Table.Th>{t('case.district')}</Table.Th>
            <Table.Th>{t('case.opened')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cases.map((line) => {
            const reachable = line.relation === 'OWN' || supervisor;
            const owner = line.ownerId === undefined ? undefined : staffName(line.ownerId);
            return (
              <Table.Tr key={line.id} data-testid="case-row" data-id={line.id}>
                <Table.Td>
                  {reachable ? (
                    <Anchor component={Link} to={`/cases/${line.id}`} className="hifazat-row-link">
                      <Code>{line.number}</Code>
                    </Anchor>
                  ) : (
                    <Code>{line.number}</Code>
                  )}
                  <Text size="sm" c="dimmed">{label('case-state', line.state)}</Text>
                </Table.Td>
                <Table.Td>
                  {line.displayName !== undefined && <PersonName name={line.displayName} />}
                  <Text size="sm" c="dimmed">
                    {line.erased === true ? t('cases.erased') : <>{label('sex', line.sex)}{t('list.comma')}{label('age-band', line.ageBand)}</>}
                  </Text>
                  <LineWarnings codes={line.warnings} />
                </Table.Td>
                <Table.Td><RiskBadge level={line.riskLevel} /></Table.Td>
                <Table.Td>{line.nextTaskDueAt === undefined ? '–' : <Countdown until={line.nextTaskDueAt} />}</Table.Td>
                <Table.Td>
                  {line.ownerId === undefined ? t('case.no-owner') : owner === undefined ? t('directory.colleague') : <PersonName name={owner} />}
                  {!reachable && <Text size="sm" c="dimmed">{t('cases.only-line')}</Text>}
                </Table.Td>
                <Table.Td>{districtName(line.districtCode)}</Table.Td>
                <Table.Td><DateOnly at={line.openedAt} /></Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}
