import { Alert, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CaseDetail, Consent } from '../api/types.ts';
import { guidanceFor, missingPurposes } from '../consent/consent-rules.ts';
import { RecipientName } from '../consent/recipient-name.tsx';
import type { OutsideRecipient } from '../consent/types.ts';
import { useAgencyName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { FromCase } from '../ui/from-case.tsx';
import { PersonName } from '../ui/names.tsx';
import { Empty, Panel } from '../ui/panel.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';

const COLOR = { given: 'green', refused: 'red', withdrawn: 'orange' };

export function ConsentList({ detail }: { detail: CaseDetail }) {
  const { t, label } = useTexts();
  const missing = missingPurposes(detail);
  return (
    <Panel
      title={t('consent.title')}
      testId="consents"
      action={
        <Group gap="xs">
          <Button component={Link} to={`/cases/${detail.id}/consents`} variant="default">{t('consents.see')}</Button>
          <Button component={Link} to={`/cases/${detail.id}/consents/new`} variant="light" data-testid="record-consent">
            {t('consent.record')}
          </Button>
        </Group>
      }
    >
      <Stack gap="md">
        {missing.length > 0 && (
          <Alert color="yellow" title={t('consent.not-asked')} data-testid="consent-missing">
            <Text size="sm">{missing.map((purpose) => label('purpose', purpose)).join(t('list.comma'))}</Text>
            <Text size="sm">{t(guidanceFor(detail.child.ageBand))}</Text>
          </Alert>
        )}
        {detail.consents.length === 0 ? <Empty text={t('consent.none')} /> : <ConsentTable consents={detail.consents} />}
      </Stack>
    </Panel>
  );
}

export function ConsentTable({ consents, recipients }: { consents: Consent[]; recipients?: OutsideRecipient[] | undefined }) {
  const { t, label } = useTexts();
  const agencyName = useAgencyName();
  return (
    <ScrollTable label={t('consent.title')}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('consent.purpose')}</Table.Th>
            <Table.Th>{t('consent.decision')}</Table.Th>
            <Table.Th>{t('consent.given-by')}</Table.Th>
            <Table.Th>{t('consent.when')}</Table.Th>
            <Table.Th>{t('consent.expires')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...consents]
            .sort((a, b) => b.happenedAt.localeCompare(a.happenedAt))
            .map((consent) => (
              <Table.Tr key={consent.id} data-testid="consent-row" data-purpose={consent.purpose}>
                <Table.Td>
                  {label('purpose', consent.purpose)} <FromCase number={consent.fromCase} />
                  {consent.agencyId !== undefined && <Text size="sm" c="dimmed">{agencyName(consent.agencyId)}</Text>}
                  <RecipientName id={consent.recipientId} recipients={recipients} />
                </Table.Td>
                <Table.Td>
                  <Badge variant="light" color={COLOR[consent.decision]}>{label('consent-decision', consent.decision)}</Badge>
                </Table.Td>
                <Table.Td>
                  <Group gap={4}>{label('giver', consent.givenBy)}<Text span size="sm" c="dimmed">({label('method', consent.method)})</Text></Group>
                  {consent.person !== undefined && <Text size="sm"><PersonName name={consent.person} /></Text>}
                  {consent.orderId !== undefined && <Text size="sm" c="dimmed">{t('consent.on-order')}</Text>}
                  {consent.oralReason !== undefined && <Text size="sm" c="dimmed">{label('oral-reason', consent.oralReason)}</Text>}
                  {consent.witness !== undefined && <Text size="sm" c="dimmed">{t('consent.witness')}: <PersonName name={consent.witness} /></Text>}
                  {consent.withoutCaregiver !== undefined && <Text size="sm" c="dimmed">{label('without-caregiver', consent.withoutCaregiver)}</Text>}
                </Table.Td>
                <Table.Td><Moment at={consent.happenedAt} /></Table.Td>
                <Table.Td>{consent.expiresOn === undefined ? '–' : <DateOnly at={consent.expiresOn} />}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}
