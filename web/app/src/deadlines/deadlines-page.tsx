import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { DateOnly } from '../ui/time.tsx';
import { DuePolicies } from './due-policies.tsx';
import { HolidaysPanel } from './holidays-panel.tsx';
import { PolicyForm } from './policy-form.tsx';

export interface DeadlinePolicy {
  id: string;
  taskKind: string;
  riskLevel?: 'high' | 'medium' | 'low';
  hours: number;
  timeKind: 'calendar' | 'working-days';
  remindPercent: number;
  commissionPercent: number;
  validFrom: string;
  validTo?: string;
  source: string;
}

/** How long each step may take, from which day on, and the holidays: for the Commission's administration. */
export default function DeadlinesPage() {
  const { t } = useTexts();
  return (
    <Page title={t('deadlines.title')} lead={t('deadlines.lead')}>
      <Stack gap="lg">
        <Policies />
        <DuePolicies />
        <HolidaysPanel />
      </Stack>
    </Page>
  );
}

function Policies() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [changing, setChanging] = useState<DeadlinePolicy>();
  const policies = useQuery({
    queryKey: ['cases', 'deadline-policies'],
    queryFn: async ({ signal }) => (await read<Items<DeadlinePolicy>>('cases', '/deadline-policies', signal)).data.items,
  });
  const done = () => {
    setChanging(undefined);
    void queries.invalidateQueries({ queryKey: ['cases', 'deadline-policies'] });
  };
  return (
    <Panel title={t('deadlines.steps')} testId="deadline-policies">
      <Stack gap="md">
        {changing !== undefined && (
          <PolicyForm
            from={changing}
            onClose={() => setChanging(undefined)}
            send={async (body, idempotencyKey) => {
              await change('cases', '/deadline-policies', { body, idempotencyKey });
              done();
            }}
          />
        )}
        <Loaded query={policies} lines={6}>
          {(items) => (
            <ScrollTable label={t('deadlines.steps')}>
              <Table verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('deadlines.step')}</Table.Th>
                    <Table.Th>{t('deadlines.risk')}</Table.Th>
                    <Table.Th>{t('deadlines.time')}</Table.Th>
                    <Table.Th>{t('deadlines.from')}</Table.Th>
                    <Table.Th>{t('deadlines.until')}</Table.Th>
                    <Table.Th>{t('deadlines.source')}</Table.Th>
                    <Table.Th>{t('deadlines.change')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.filter(current).map((policy) => <Row key={policy.id} policy={policy} onChange={() => setChanging(policy)} />)}
                </Table.Tbody>
              </Table>
            </ScrollTable>
          )}
        </Loaded>
      </Stack>
    </Panel>
  );
}

/** What holds today or will: what is past is history. */
function current(policy: DeadlinePolicy): boolean {
  return policy.validTo === undefined || policy.validTo > today();
}

/** Nobody reads 2,160 hours as three months. */
function inDays(hours: number): boolean {
  return hours >= 72 && hours % 24 === 0;
}

function Row({ policy, onChange }: { policy: DeadlinePolicy; onChange: () => void }) {
  const { t, label } = useTexts();
  return (
    <Table.Tr data-testid="deadline-policy" data-kind={policy.taskKind}>
      <Table.Td>{label('task', policy.taskKind)}</Table.Td>
      <Table.Td>{policy.riskLevel === undefined ? t('deadlines.any-risk') : label('risk', policy.riskLevel)}</Table.Td>
      <Table.Td miw="8rem">
        {inDays(policy.hours) ? t('time.days', { days: policy.hours / 24 }) : t('deadlines.hours', { hours: policy.hours })}
        <Text size="sm" c="dimmed">{label('time-kind', policy.timeKind)}</Text>
      </Table.Td>
      <Table.Td><DateOnly at={policy.validFrom} /></Table.Td>
      <Table.Td>{policy.validTo === undefined ? t('deadlines.open-end') : <DateOnly at={policy.validTo} />}</Table.Td>
      <Table.Td><bdi dir="auto">{policy.source}</bdi></Table.Td>
      <Table.Td>
        <Group gap="xs">
          {policy.validTo === undefined && (
            <Button variant="light" size="compact-sm" onClick={onChange} data-testid="change-deadline">{t('deadlines.change')}</Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
