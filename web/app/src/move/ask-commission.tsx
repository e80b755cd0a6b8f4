import { Alert, Button, Text } from '@mantine/core';
import { change } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useExceptionFor, useRefresh } from './queries.ts';

/** From the last limit on the Commission allows the next case, one by one. */
export function AskCommission({ staffId }: { staffId: string }) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const exceptions = useExceptionFor(staffId);
  const submission = useSubmission<unknown>(refresh);
  const known = exceptions.data?.[0];
  return (
    <Alert color="yellow" title={t('exception.title')} data-testid="exception" data-state={known?.state ?? 'none'}>
      <Text size="sm">
        {known?.state === 'approved' ? t('exception.approved') : known?.state === 'pending' ? t('exception.pending') : t('exception.needed')}
      </Text>
      <ProblemNotice problem={submission.problem} />
      {known === undefined && exceptions.data !== undefined && (
        <Button
          mt="sm"
          variant="default"
          loading={submission.busy}
          data-testid="ask-commission"
          onClick={() =>
            void submission.submit((idempotencyKey) => change('cases', '/caseload-exceptions', { idempotencyKey, body: { staffId } }))
          }
        >
          {t('exception.ask')}
        </Button>
      )}
    </Alert>
  );
}
