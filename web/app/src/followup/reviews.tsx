import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { REVIEW_DECISIONS, type Review } from '../casework/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { DateField, MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import classes from '../casework/casework.module.css';

export function Reviews({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const [writing, setWriting] = useState(false);
  const pages = usePages<Review>('cases', `/cases/${detail.id}/reviews`);
  const decisions = useCodeOptions('review-decision', REVIEW_DECISIONS);
  const words = (text: string) => <bdi dir="auto" className={classes['words']}>{text}</bdi>;
  return (
    <Panel title={t('review.title')} testId="reviews">
      <Stack gap="md">
        {detail.state !== 'closed' && !writing && (
          <Group><Button variant="light" onClick={() => setWriting(true)} data-testid="record-review">{t('review.record')}</Button></Group>
        )}
        {writing && <ReviewForm detail={detail} onClose={() => setWriting(false)} />}
        <PagedList pages={pages} empty={t('review.none')}>
          {(items) => (
            <ul className="hifazat-list">
              {items.map((one) => (
                <li key={one.id} className={classes['card']} data-testid="review">
                  <Text fw={600}>{decisions.find((each) => each.value === one.decision)?.label ?? one.decision}</Text>
                  <Text size="sm" c="dimmed" mb="xs"><Moment at={one.happenedAt} /></Text>
                  <Facts
                    facts={[
                      [t('review.findings'), words(one.findings)],
                      [t('review.child-says'), one.childSays && words(one.childSays)],
                      [t('review.caregiver-says'), one.caregiverSays && words(one.caregiverSays)],
                      [t('review.next'), one.nextReviewOn && <DateOnly at={one.nextReviewOn} />],
                    ]}
                  />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

function ReviewForm({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const decisions = useCodeOptions('review-decision', REVIEW_DECISIONS);
  const fields = useFields({ decision: '', findings: '', childSays: '', caregiverSays: '', happenedAt: toLocalInput(new Date()), nextReviewOn: '' });
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const { values } = fields;
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (values.decision === '') found.decision = 'field.required';
    if (values.findings.trim() === '') found.findings = 'field.required';
    if (!fields.check(found)) return;
    const { childSays, caregiverSays, nextReviewOn } = values;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/reviews`, {
        idempotencyKey,
        body: { decision: values.decision, findings: values.findings.trim(), happenedAt, ...filled({ childSays, caregiverSays, nextReviewOn }) },
      }),
    );
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('review.save')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="review-form">
      <Textarea {...fields.bind('findings')} label={t('review.findings')} dir="auto" autosize minRows={3} maxLength={4000} required />
      <Textarea {...fields.bind('childSays')} label={`${t('review.child-says')} (${t('state.optional')})`} dir="auto" autosize minRows={2} maxLength={2000} />
      <Textarea {...fields.bind('caregiverSays')} label={`${t('review.caregiver-says')} (${t('state.optional')})`} dir="auto" autosize minRows={2} maxLength={2000} />
      <div className="hifazat-columns">
        <SelectField {...fields.bind('decision')} label={t('review.decision')} options={decisions} placeholder={t('action.choose')} required />
        <MomentField {...fields.bind('happenedAt')} label={t('contact.when')} required />
        <DateField {...fields.bind('nextReviewOn')} label={`${t('review.next')} (${t('state.optional')})`} description={t('review.next-hint')} min={today()} max="2100-01-01" />
      </div>
    </SentForm>
  );
}
