import { Button, Group, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import type { Report } from '../api/types.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';

interface Props {
  report: Report;
  etag: string | undefined;
  onDone: () => void;
  onReload: () => void;
}

export function NoConcernForm({ report, etag, onDone, onReload }: Props) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ reason: '', triagedAt: toLocalInput(new Date()) });
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onDone();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const triagedAt = fromLocalInput(fields.values.triagedAt);
    const sound = fields.check({
      ...(fields.values.reason.trim() === '' ? { reason: 'field.required' as const } : {}),
      ...(triagedAt === undefined ? { triagedAt: 'field.required' as const } : {}),
    });
    if (!sound) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/concern-reports/${report.id}/triage`, {
        ifMatch: etag,
        idempotencyKey,
        body: { decision: 'no-concern', triagedAt, reason: fields.values.reason.trim() },
      }),
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
      <Textarea
        {...fields.bind('reason')}
        label={t('triage.reason')}
        description={t('triage.reason-hint')}
        dir="auto"
        autosize
        minRows={3}
        required
      />
      <MomentField {...fields.bind('triagedAt')} label={t('triage.when')} required />
      <ProblemNotice problem={submission.problem} focused onReload={onReload} />
      <Group>
        <Button type="submit" loading={submission.busy} data-testid="no-concern">{t('triage.no-concern-submit')}</Button>
      </Group>
    </form>
  );
}
