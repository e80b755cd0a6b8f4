import { Alert, Anchor, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts } from '../i18n/text.ts';
import { NameField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { PersonName } from '../ui/names.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { AssignmentFields, NO_ASSIGNMENT, assignmentBody, assignmentProblems } from './assignment-fields.tsx';
import { useStaffChanged, type Member } from './queries.ts';

const EMPTY = { ...NO_ASSIGNMENT, username: '', givenName: '', familyName: '', email: '' };

/** @param unitId where they will most likely work */
export function EnrolStaff({ unitId }: { unitId: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [enrolled, setEnrolled] = useState<Member>();
  if (open) {
    return (
      <Panel title={t('enrol.start')}>
        <EnrolForm
          unitId={unitId}
          onClose={(member) => {
            setOpen(false);
            setEnrolled(member);
          }}
        />
      </Panel>
    );
  }
  return (
    <Stack gap="sm" align="flex-start">
      <div role="status">
        {enrolled !== undefined && (
          <Alert color="green" data-testid="enrolled">
            {t('enrol.done')} <Anchor component={Link} to={`/staff/${enrolled.staffId}`}><PersonName name={enrolled.displayName} /></Anchor>
          </Alert>
        )}
      </div>
      <Button onClick={() => setOpen(true)} data-testid="enrol">{t('enrol.start')}</Button>
    </Stack>
  );
}

function EnrolForm({ unitId, onClose }: { unitId: string; onClose: (enrolled?: Member) => void }) {
  const { t } = useTexts();
  const changed = useStaffChanged();
  const fields = useFields({ ...EMPTY, unitId });
  const submission = useSubmission<Member>(
    (member) => {
      changed();
      onClose(member);
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { username, givenName, familyName, email } = fields.values;
    const found: FieldProblems<typeof EMPTY> = assignmentProblems(fields.values);
    if (!/^[a-z0-9][a-z0-9.-]{2,63}$/.test(username)) found.username = 'field.username';
    if (givenName.trim() === '') found.givenName = 'field.required';
    if (familyName.trim() === '') found.familyName = 'field.required';
    if (!fields.check(found)) return;
    const body = { ...filled({ username, givenName, familyName, email }), ...assignmentBody(fields.values) };
    void submission.submit(async (idempotencyKey) => (await change<Member>('identity', '/staff', { body, idempotencyKey })).data);
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
      </div>
      <AssignmentFields fields={fields} />
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-enrol">{t('enrol.submit')}</Button>
        <Button variant="default" onClick={() => onClose()}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
