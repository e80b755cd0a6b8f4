import { Button, Group, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { StandingMeanwhile, useStandingMeanwhile } from './standing-meanwhile.tsx';
import type { Standing } from './types.ts';

const REASONS = [
  'new-concern', 'post-closure-check', 'child-came-back', 'family-asks-again', 'court-asks', 'closed-in-error',
] as const;
const MIN_WORDS = 10;

/** Begins the next episode under the same number; nothing else reopens a case. */
export function ReopenCase({ standing, onClose }: { standing: Standing; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const reasons = useCodeOptions('reopening-reason', REASONS);
  const fields = useFields({ reason: '', explanation: '', happenedAt: toLocalInput(new Date()) });
  const meanwhile = useStandingMeanwhile(standing);
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const { reason, explanation } = fields.values;
  const happenedAt = fromLocalInput(fields.values.happenedAt);
  const send = () => {
    const sound = fields.check({
      ...(reason === '' ? { reason: 'field.required' as const } : {}),
      ...(explanation.trim().length < MIN_WORDS ? { explanation: 'field.required' as const } : {}),
      ...(happenedAt === undefined ? { happenedAt: 'field.required' as const } : {}),
    });
    if (!sound) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${standing.caseId}/reopening`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { happenedAt, reason, explanation: explanation.trim() },
      }),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="reopening-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm">{t('reopening.lead')}</Text>
      <SelectField {...fields.bind('reason')} label={t('reopening.reason')} options={reasons} placeholder={t('action.choose')} required />
      <Textarea {...fields.bind('explanation')} label={t('reopening.explanation')} dir="auto" autosize minRows={3} required />
      <MomentField {...fields.bind('happenedAt')} label={t('reopening.when')} required />
      <StandingMeanwhile
        meanwhile={meanwhile}
        submission={submission}
        step="reopen"
        happenedAt={happenedAt}
        more={[{ label: t('reopening.explanation'), mine: explanation }]}
        refresh={refresh}
        onClose={onClose}
      />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="reopen">{t('reopening.submit')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
