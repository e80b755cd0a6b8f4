import { Alert, Button, Checkbox, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { Role, StaffMember } from '../api/types.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts } from '../i18n/text.ts';
import { NameField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useUnits } from './queries.ts';

const ROLES: readonly Role[] = [
  'helpline-operator', 'social-worker', 'protection-officer', 'psychologist', 'supervisor', 'commission-monitor',
  'commission-admin', 'auditor',
];
const OF_A_UNIT: readonly Role[] = ['social-worker', 'protection-officer', 'psychologist', 'supervisor'];
const EMPTY = { username: '', givenName: '', familyName: '', email: '', unitId: '', roles: '' };

export function EnrolStaff() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [enrolled, setEnrolled] = useState(false);
  if (open) {
    return (
      <EnrolForm
        onClose={(done) => {
          setOpen(false);
          setEnrolled(done);
        }}
      />
    );
  }
  return (
    <Stack gap="sm" align="flex-start">
      {enrolled && <Alert color="green" role="status">{t('enrol.done')}</Alert>}
      <Button onClick={() => setOpen(true)} data-testid="enrol">{t('enrol.start')}</Button>
    </Stack>
  );
}

function EnrolForm({ onClose }: { onClose: (done: boolean) => void }) {
  const { t, label, named } = useTexts();
  const queries = useQueryClient();
  const units = useUnits();
  const fields = useFields(EMPTY);
  const [roles, setRoles] = useState<string[]>([]);
  const submission = useSubmission<StaffMember>(
    () => {
      void queries.invalidateQueries({ queryKey: ['identity', 'staff'] });
      onClose(true);
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { values } = fields;
    const found: FieldProblems<typeof EMPTY> = {};
    if (!/^[a-z0-9][a-z0-9.-]{2,63}$/.test(values.username)) found.username = 'field.username';
    if (values.givenName.trim() === '') found.givenName = 'field.required';
    if (values.familyName.trim() === '') found.familyName = 'field.required';
    if (roles.length === 0) found.roles = 'field.required';
    if (roles.some((role) => OF_A_UNIT.includes(role as Role)) && values.unitId === '') found.unitId = 'field.required';
    if (!fields.check(found)) return;
    const { roles: _picked, ...rest } = values;
    void submission.submit(async (idempotencyKey) =>
      (await change<StaffMember>('identity', '/staff', { body: { ...filled(rest), roles }, idempotencyKey })).data,
    );
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
        <NameField {...fields.bind('givenName')} label={t('enrol.given')} required />
        <NameField {...fields.bind('familyName')} label={t('enrol.family')} required />
        <NameField {...fields.bind('username')} label={t('enrol.username')} description={t('enrol.username-hint')} required />
        <NameField {...fields.bind('email')} label={`${t('enrol.email')} (${t('state.optional')})`} type="email" />
        <SelectField
          {...fields.bind('unitId')}
          label={t('directory.unit')}
          placeholder={t('directory.province-level')}
          options={(units.data ?? []).map((unit) => ({ value: unit.id, label: named(unit.name) }))}
        />
      </div>
      <Checkbox.Group
        label={t('directory.roles')}
        value={roles}
        onChange={(picked) => {
          setRoles(picked);
          fields.set('roles', String(picked.length));
        }}
        error={fields.error('roles')}
        required
      >
        <div className="hifazat-columns">
          {ROLES.map((role) => <Checkbox key={role} value={role} label={label('role', role)} className="hifazat-choice" />)}
        </div>
      </Checkbox.Group>
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy}>{t('enrol.submit')}</Button>
        <Button variant="default" onClick={() => onClose(false)}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
