import { Alert, Button, Checkbox, Group, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { OVERRIDE_REASONS } from '../codes/lists.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, MomentField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { ConsentOverride, ConsentStanding } from './types.ts';

/** Why the child cannot wait. It holds at once; another person has to agree within a day. */
export function OverrideForm({ detail, standing, onClose }: { detail: CaseDetail; standing: ConsentStanding; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ reasonCode: '', text: '', happenedAt: toLocalInput(new Date()) });
  const [childTold, setChildTold] = useState(false);
  const reasons = useOptions('override', OVERRIDE_REASONS);
  const submission = useSubmission<ConsentOverride>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { values } = fields;
    const found: FieldProblems<typeof values> = {};
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (values.reasonCode === '') found.reasonCode = 'field.required';
    if (values.text.trim() === '') found.text = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(async (idempotencyKey) => {
      const body = {
        purpose: standing.purpose,
        reasonCode: values.reasonCode,
        text: values.text.trim(),
        childTold,
        happenedAt,
        ...filled({ agencyId: standing.agencyId ?? '', recipientId: standing.recipientId ?? '' }),
      };
      return (await change<ConsentOverride>('cases', `/cases/${detail.id}/consent-overrides`, { body, idempotencyKey })).data;
    });
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="override-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Alert color="orange">{t('consents.override-text')}</Alert>
      <ChoiceField {...fields.bind('reasonCode')} label={t('consents.override-why')} options={reasons} required />
      <Textarea {...fields.bind('text')} label={t('consents.override-words')} dir="auto" autosize minRows={2} required />
      <Checkbox
        label={t('consents.child-told')}
        description={t('consents.child-told-hint')}
        checked={childTold}
        onChange={(event) => setChildTold(event.currentTarget.checked)}
      />
      <MomentField {...fields.bind('happenedAt')} label={t('consent.when')} required />
      <ProblemNotice problem={submission.problem} focused />
      <Group>
        <Button type="submit" color="orange" loading={submission.busy} data-testid="save-override">{t('consents.override-submit')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
