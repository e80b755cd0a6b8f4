import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { StaffMember } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** A first or forgotten password: shown once to the administrator, changed by the person at the next sign-in. */
export function TemporaryPassword({ member }: { member: StaffMember }) {
  const { t } = useTexts();
  const [issued, setIssued] = useState<string>();
  const submission = useSubmission<string>(setIssued);
  const issue = () =>
    void submission.submit(async () => {
      const path = `/staff/${member.staffId}/temporary-password`;
      const answer = await change<{ temporaryPassword: string }>('identity', path, { body: { alsoSecondFactor: false } });
      return answer.data.temporaryPassword;
    });
  if (issued !== undefined) {
    return (
      <Alert color="yellow" role="status" title={<PersonName name={member.displayName} />}>
        <Text size="sm">{t('password.once')}</Text>
        <Text fw={700}><Code>{issued}</Code></Text>
        <Button variant="default" mt="xs" onClick={() => setIssued(undefined)}>{t('password.seen')}</Button>
      </Alert>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="subtle" size="sm" loading={submission.busy} onClick={issue}>
        {t('password.issue')}<span className="hifazat-hidden"> {member.displayName}</span>
      </Button>
      <ProblemNotice problem={submission.problem} />
    </Stack>
  );
}
