import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { useAgencies, useDistrictName, useDistricts, useUnitName, useUnits } from './queries.ts';
import { ScrollTable } from '../ui/scroll-table.tsx';

/** Who is who and where: for the Commission's administration, never a case. */
export default function DirectoryPage() {
  const { t } = useTexts();
  return (
    <Page title={t('directory.title')} lead={t('directory.lead')}>
      <Stack gap="lg">
        <StaffPanel />
        <UnitsPanel />
        <AgenciesPanel />
        <DistrictsPanel />
      </Stack>
    </Page>
  );
}

function StaffPanel() {
  const { t } = useTexts();
  return (
    <Panel title={t('directory.staff')} testId="staff">
      <Text size="sm">{t('staff.lead')} <Anchor component={Link} to="/staff">{t('staff.list')}</Anchor></Text>
    </Panel>
  );
}

function UnitsPanel() {
  const { t, named, label } = useTexts();
  const units = useUnits();
  const districtName = useDistrictName();
  return (
    <Panel title={t('directory.units')} testId="units">
      <Loaded query={units} empty={{ when: (items) => items.length === 0, text: t('directory.no-units') }}>
        {(items) => (
          <ScrollTable label={t('directory.units')}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('directory.unit')}</Table.Th>
                  <Table.Th>{t('directory.districts')}</Table.Th>
                  <Table.Th>{t('directory.line')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((unit) => (
                  <Table.Tr key={unit.id}>
                    <Table.Td>{named(unit.name)}</Table.Td>
                    <Table.Td>{unit.districtCodes.map(districtName).join(t('list.comma'))}</Table.Td>
                    <Table.Td>{label('management', unit.managementLine)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollTable>
        )}
      </Loaded>
    </Panel>
  );
}

function AgenciesPanel() {
  const { t, named, label } = useTexts();
  const agencies = useAgencies();
  const districtName = useDistrictName();
  return (
    <Panel title={t('directory.agencies')} testId="agencies">
      <Loaded query={agencies} empty={{ when: (items) => items.length === 0, text: t('directory.no-agencies') }}>
        {(items) => (
          <ScrollTable label={t('directory.agencies')}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('directory.name')}</Table.Th>
                  <Table.Th>{t('refer.category')}</Table.Th>
                  <Table.Th>{t('directory.districts')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((agency) => (
                  <Table.Tr key={agency.id}>
                    <Table.Td>{named(agency.name)}</Table.Td>
                    <Table.Td>{label('category', agency.kind)}</Table.Td>
                    <Table.Td>{agency.districtCodes.map(districtName).join(t('list.comma'))}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollTable>
        )}
      </Loaded>
    </Panel>
  );
}

function DistrictsPanel() {
  const { t, named, label } = useTexts();
  const districts = useDistricts();
  const unitName = useUnitName();
  return (
    <Panel title={t('directory.districts')} testId="districts">
      <Loaded query={districts} empty={{ when: (items) => items.length === 0, text: t('directory.no-districts') }}>
        {(items) => (
          <>
            <Text size="sm" c="dimmed" mb="xs">{t('directory.count', { count: items.length })}</Text>
            <ScrollTable label={t('directory.districts')}>
              <Table verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('report.district')}</Table.Th>
                    <Table.Th>{t('directory.division')}</Table.Th>
                    <Table.Th>{t('directory.unit')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((district) => (
                    <Table.Tr key={district.code}>
                      <Table.Td>{named(district.name)}</Table.Td>
                      <Table.Td>{label('division', district.division)}</Table.Td>
                      <Table.Td>{district.unitId === undefined ? t('directory.no-unit') : unitName(district.unitId)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollTable>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
