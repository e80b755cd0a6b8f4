import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import type { Report } from '../api/types.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Countdown } from '../ui/time.tsx';

/** Did the other body take it up? If not, the report waits for a decision again. */
export function FollowUpForm({ report, due, etag, onReload }: { report: Report; due: string; etag: string | undefined; onReload: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ happenedAt: toLocalInput(new Date()) });
  const submission = useSubmission<unknown>(
    () => void queries.invalidateQueries({ queryKey: ['cases'] }),
    (problem) => fields.refused(problem),
  );
  const answer = (takenUp: boolean) => {
    const happenedAt = fromLocalInput(fields.values.happenedAt);
    if (!fields.check(happenedAt === undefined ? { happenedAt: 'field.required' } : {})) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/concern-reports/${report.id}/follow-up`, { ifMatch: etag, idempotencyKey, body: { happenedAt, takenUp } }),
    );
  };
  return (
    <Panel title={t('follow-up-report.title')} testId="follow-up">
      <form ref={fields.formRef} noValidate className="hifazat-form" onSubmit={(event) => event.preventDefault()}>
        <Text>{t('follow-up-report.text')} <Countdown until={due} /></Text>
        <MomentField {...fields.bind('happenedAt')} label={t('follow-up-report.when')} required />
        <ProblemNotice problem={submission.problem} focused onReload={onReload} />
        <Group>
          <Button loading={submission.busy} onClick={() => answer(true)} data-testid="taken-up">{t('follow-up-report.taken-up')}</Button>
          <Button variant="default" loading={submission.busy} onClick={() => answer(false)} data-testid="not-taken-up">
            {t('follow-up-report.not-taken-up')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
