import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { change, type Answer } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { GivenPassword, usePasswords } from './passwords.tsx';
import { useStaffChanged, type Member } from './queries.ts';

interface Props {
  member: Answer<Member>;
  own: boolean;
  onReload: () => void;
}

/** Whether and how they sign in. */
export function AccessPanel({ member: { data: member, etag }, own, onReload }: Props) {
  const { t } = useTexts();
  const changed = useStaffChanged();
  const [leaving, setLeaving] = useState(false);
  const path = `/staff/${member.staffId}`;
  const passwords = usePasswords(path);
  const turning = useSubmission<unknown>(() => {
    setLeaving(false);
    passwords.hide();
    changed();
  });
  const turn = (what: 'deactivation' | 'reactivation') => void turning.submit(() => change('identity', `${path}/${what}`, { ifMatch: etag }));
  return (
    <Panel title={t('staff.access')} testId="access">
      <Stack gap="sm">
        <Facts
          facts={[
            [t('enrol.username'), <Code>{member.username}</Code>],
            [t('staff.sign-in'), t(member.active ? 'staff.can-sign-in' : 'staff.cannot-sign-in')],
          ]}
        />
        {!own && member.active && (
          <>
            <Text size="sm" c="dimmed">{t('staff.password-lead')}</Text>
            <Group gap="sm">
              <Button loading={passwords.busy} onClick={() => passwords.give(false)} data-testid="issue-password">{t('password.issue')}</Button>
              <Button variant="default" loading={passwords.busy} onClick={() => passwords.give(true)} data-testid="lost-phone">{t('agency-people.lost-phone')}</Button>
              <Button variant="subtle" color="red" onClick={() => setLeaving(true)} data-testid="deactivate">{t('staff.deactivate')}</Button>
            </Group>
          </>
        )}
        {!own && !member.active && (
          <Group><Button loading={turning.busy} onClick={() => turn('reactivation')} data-testid="reactivate">{t('staff.reactivate')}</Button></Group>
        )}
        {leaving && member.active && (
          <Alert color="red">
            <Text size="sm">{t('staff.deactivate-lead')}</Text>
            <Group gap="sm" mt="sm">
              <Button color="red" loading={turning.busy} onClick={() => turn('deactivation')} data-testid="confirm-deactivate">{t('staff.deactivate')}</Button>
              <Button variant="default" onClick={() => setLeaving(false)}>{t('action.cancel')}</Button>
            </Group>
          </Alert>
        )}
        <GivenPassword passwords={passwords} />
        <ProblemNotice problem={passwords.problem} focused />
        <ProblemNotice problem={turning.problem} focused onReload={onReload} />
      </Stack>
    </Panel>
  );
}
