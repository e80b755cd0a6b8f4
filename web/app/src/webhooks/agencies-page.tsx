import { Alert, Anchor, Badge, Button, Checkbox, Group, Stack, Table } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import type { Agency } from '../api/types.ts';
import { useAllAgencies, useDistrictName, useDistricts } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { NameField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { AGENCY_KINDS } from './queries.ts';

/** The agencies that referrals go to: who signs in for them, and where their systems are told. */
export default function AgenciesPage() {
  const { t, named, label } = useTexts();
  const agencies = useAllAgencies();
  const districtName = useDistrictName();
  return (
    <Page title={t('agencies.title')} lead={t('agencies.lead')}>
      <Stack gap="lg">
        <Register />
        <Panel title={t('directory.agencies')} testId="agencies">
          <Loaded query={agencies} empty={{ when: (items) => items.length === 0, text: t('directory.no-agencies') }}>
            {(items) => (
              <ScrollTable label={t('directory.agencies')}>
                <Table verticalSpacing="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('directory.name')}</Table.Th>
                      <Table.Th>{t('agencies.kind')}</Table.Th>
                      <Table.Th>{t('directory.districts')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((agency) => (
                      <Table.Tr key={agency.id} data-testid="agency-row" data-id={agency.id}>
                        <Table.Td>
                          <Anchor component={Link} to={`/agencies/${agency.id}`}>{named(agency.name)}</Anchor>
                          {agency.sandbox === true && <> <Badge color="gray" variant="light">{t('agencies.sandbox')}</Badge></>}
                        </Table.Td>
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
      </Stack>
    </Page>
  );
}

function Register() {
  const { t, named } = useTexts();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Agency>();
  if (open) {
    return (
      <Panel title={t('agencies.register')}>
        <RegisterForm
          onClose={(agency) => {
            setOpen(false);
            setMade(agency);
          }}
        />
      </Panel>
    );
  }
  return (
    <Stack gap="sm" align="flex-start">
      {made !== undefined && (
        <Alert color="green" role="status">
          {t('agencies.registered')} <Anchor component={Link} to={`/agencies/${made.id}`}>{named(made.name)}</Anchor>
        </Alert>
      )}
      <Button onClick={() => setOpen(true)} data-testid="register-agency">{t('agencies.register')}</Button>
    </Stack>
  );
}

const EMPTY = { 'name.en': '', 'name.ur': '', 'name.ps': '', kind: '' };

function RegisterForm({ onClose }: { onClose: (made?: Agency) => void }) {
  const { t, label, named } = useTexts();
  const queries = useQueryClient();
  const districts = useDistricts();
  const [served, setServed] = useState<string[]>([]);
  const [sandbox, setSandbox] = useState(false);
  const fields = useFields(EMPTY);
  const submission = useSubmission<Agency>(
    (made) => {
      void queries.invalidateQueries({ queryKey: ['identity', 'agencies'] });
      onClose(made);
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { values } = fields;
    const found: FieldProblems<typeof EMPTY> = {};
    for (const name of ['name.en', 'name.ur', 'name.ps', 'kind'] as const) if (values[name].trim() === '') found[name] = 'field.required';
    if (!fields.check(found)) return;
    const body = {
      name: { en: values['name.en'].trim(), ur: values['name.ur'].trim(), ps: values['name.ps'].trim() },
      kind: values.kind,
      districtCodes: served,
      ...(sandbox ? { sandbox } : {}),
    };
    void submission.submit(async (idempotencyKey) => (await change<Agency>('identity', '/agencies', { body, idempotencyKey })).data);
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="hifazat-columns">
        <NameField {...fields.bind('name.en')} label={t('agencies.name-en')} required />
        <NameField {...fields.bind('name.ur')} label={t('agencies.name-ur')} required />
        <NameField {...fields.bind('name.ps')} label={t('agencies.name-ps')} required />
        <SelectField
          {...fields.bind('kind')}
          label={t('agencies.kind')}
          options={AGENCY_KINDS.map((value) => ({ value, label: label('category', value) }))}
          placeholder={t('action.choose')}
          required
        />
      </div>
      <Checkbox.Group label={t('agencies.serves')} value={served} onChange={setServed}>
        <div className="hifazat-columns">
          {(districts.data ?? [])
            .filter((district) => district.validTo === undefined)
            .map((district) => <Checkbox key={district.code} value={district.code} label={named(district.name)} className="hifazat-choice" />)}
        </div>
      </Checkbox.Group>
      <Checkbox
        checked={sandbox}
        onChange={(event) => setSandbox(event.currentTarget.checked)}
        label={t('agencies.is-sandbox')}
        description={t('agencies.sandbox-hint')}
      />
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-agency">{t('agencies.register')}</Button>
        <Button variant="default" onClick={() => onClose()}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
