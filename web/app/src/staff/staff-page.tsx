import { Anchor, Checkbox, Stack, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useUnitName, useUnits } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { Code, PersonName } from '../ui/names.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { CertificateInBrief } from './certificate-badge.tsx';
import { EnrolStaff } from './enrol-staff.tsx';
import { needsCertificate, type Member } from './queries.ts';

/** Everybody who works here: for the Commission's administration, never a case. */
export default function StaffPage() {
  const { t, named } = useTexts();
  const units = useUnits();
  const [search, setSearch] = useSearchParams();
  const [begins, setBegins] = useState('');
  const unitId = search.get('unit') ?? '';
  const due = search.get('certificate') === 'due';
  const narrow = (unit: string, certificate: boolean) =>
    setSearch({ ...(unit === '' ? {} : { unit }), ...(certificate ? { certificate: 'due' } : {}) }, { replace: true });
  const known = /^[a-z0-9.-]{1,64}$/.test(begins);
  const pages = usePages<Member>('identity', '/staff', {
    limit: 25,
    unitId: unitId === '' ? undefined : unitId,
    username: known ? begins : undefined,
    certificate: due ? 'due' : undefined,
  });
  return (
    <Page title={t('directory.staff')} lead={t('staff.lead')}>
      <Stack gap="lg">
        <EnrolStaff unitId={unitId} />
        <Panel title={t('staff.list')} testId="staff">
          <div role="search" className="hifazat-columns">
            <SelectField
              name="unit"
              value={unitId}
              error={undefined}
              onChange={({ currentTarget: { value } }) => narrow(value, due)}
              label={t('directory.unit')}
              placeholder={t('staff.everywhere')}
              options={(units.data ?? []).map((unit) => ({ value: unit.id, label: named(unit.name) }))}
            />
            <TextInput
              name="begins"
              type="search"
              dir="ltr"
              value={begins}
              onChange={(event) => setBegins(event.currentTarget.value.trim().toLowerCase())}
              label={t('staff.begins')}
              error={begins !== '' && !known ? t('field.username') : undefined}
              maxLength={64}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </div>
          <Checkbox
            name="certificate"
            checked={due}
            onChange={(event) => narrow(unitId, event.currentTarget.checked)}
            label={t('staff.certificate-due')}
            className="hifazat-choice"
            my="sm"
          />
          <PagedList pages={pages} empty={t(unitId === '' && begins === '' && !due ? 'directory.no-staff' : 'staff.none-such')}>
            {(items) => <StaffTable items={items} />}
          </PagedList>
        </Panel>
      </Stack>
    </Page>
  );
}

function StaffTable({ items }: { items: Member[] }) {
  const { t, label } = useTexts();
  const unitName = useUnitName();
  return (
    <ScrollTable label={t('directory.staff')}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('directory.name')}</Table.Th>
            <Table.Th>{t('directory.roles')}</Table.Th>
            <Table.Th>{t('directory.unit')}</Table.Th>
            <Table.Th>{t('staff.certificate')}</Table.Th>
            <Table.Th>{t('staff.access')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((member) => (
            <Table.Tr key={member.staffId} data-testid="staff-row" data-id={member.staffId} data-active={member.active}>
              <Table.Td>
                <Anchor component={Link} to={`/staff/${member.staffId}`}><PersonName name={member.displayName} /></Anchor>
                <br /><Code>{member.username}</Code>
              </Table.Td>
              <Table.Td>{member.roles.map((role) => label('role', role)).join(t('list.comma'))}</Table.Td>
              <Table.Td>{member.unitId === undefined ? t('directory.province-level') : unitName(member.unitId)}</Table.Td>
              <Table.Td><Certified member={member} /></Table.Td>
              <Table.Td>{t(member.active ? 'staff.can-sign-in' : 'staff.cannot-sign-in')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}

function Certified({ member }: { member: Member }) {
  const { t } = useTexts();
  if (member.certificate !== undefined) return <CertificateInBrief certificate={member.certificate} />;
  return t(needsCertificate(member) ? 'staff.no-certificate' : 'staff.certificate-not-needed');
}
