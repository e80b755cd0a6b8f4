import { Anchor, Button, Checkbox, Group, Text, TextInput, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import type { MessageId } from '../i18n/text.ts';
import { DateField, MomentField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Loaded } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useClosureReasons } from './queries.ts';
import type { ClosureReason, Standing } from './types.ts';

const GOALS = ['met', 'partly-met', 'not-met'] as const;
const WHY_NOT = ['too-young', 'not-found', 'danger', 'child-died'] as const;
const MIN_WORDS = 10;

interface Props {
  standing: Standing;
  onClose: () => void;
}

/** Proposes to end the case; the form asks what the chosen reason asks for. */
export function CloseCase({ standing, onClose }: Props) {
  const reasons = useClosureReasons();
  return <Loaded query={reasons}>{(items) => <Form standing={standing} reasons={items} onClose={onClose} />}</Loaded>;
}

function Form({ standing, reasons, onClose }: Props & { reasons: ClosureReason[] }) {
  const { t, label, language } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const [childInformed, setChildInformed] = useState(false);
  const [caregiverInformed, setCaregiverInformed] = useState(false);
  const goals = useOptions('goals', GOALS);
  const whyNot = useOptions('child-not-informed', WHY_NOT);
  const fields = useFields<Record<string, string>>({
    reason: '', summary: '', goals: '', contact: '', heldOn: '', ledBy: '', finding: '', childNotInformed: '', happenedAt: toLocalInput(new Date()),
  });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const rule = reasons.find((one) => one.code === fields.values['reason']);
  const send = () => {
    const { reason = '', summary = '', goals: met = '', contact = '', happenedAt = '' } = fields.values;
    const { heldOn = '', ledBy = '', finding = '', childNotInformed = '' } = fields.values;
    const at = fromLocalInput(happenedAt);
    const problems: Record<string, MessageId> = {};
    if (reason === '') problems['reason'] = 'field.required';
    if (summary.trim().length < MIN_WORDS) problems['summary'] = summary.trim() === '' ? 'field.required' : 'field.length';
    if (at === undefined) problems['happenedAt'] = 'field.required';
    if (!childInformed && childNotInformed === '') problems['childNotInformed'] = 'field.required';
    const review = rule?.reviewRequired === true;
    if (review) {
      if (heldOn === '') problems['heldOn'] = 'field.required';
      if (ledBy.trim() === '') problems['ledBy'] = 'field.required';
      if (finding.trim().length < MIN_WORDS) problems['finding'] = finding.trim() === '' ? 'field.required' : 'field.length';
    }
    if (!fields.check(problems)) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${standing.caseId}/closures`, {
        idempotencyKey,
        body: {
          happenedAt: at, reason, summary: summary.trim(), childInformed, caregiverInformed,
          ...filled({ goals: met, contact, childNotInformed: childInformed ? '' : childNotInformed }),
          ...(review ? { review: { heldOn, ledBy: ledBy.trim(), finding: finding.trim() } } : {}),
        },
      }),
    );
  };
  const words = (one: ClosureReason) => (language === 'ur' ? one.nameUr : language === 'ps' ? one.namePs : one.nameEn);
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="closure-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm">{t('closure.lead')}</Text>
      <SelectField
        {...fields.bind('reason')}
        label={t('closure.reason')}
        options={reasons.map((one) => ({ value: one.code, label: words(one) }))}
        placeholder={t('action.choose')}
        required
      />
      {rule?.underReviewOnly === true && standing.state !== 'under-review' && (
        <Text size="sm" c="red" data-testid="needs-review">{label('closure-rule', 'review-of-plan-needed')}</Text>
      )}
      <Textarea {...fields.bind('summary')} label={t('closure.summary')} dir="auto" autosize minRows={3} required />
      <SelectField {...fields.bind('goals')} label={`${t('closure.goals')} (${t('state.optional')})`} options={goals} placeholder={t('closure.no-plan')} />
      {rule !== undefined && rule.minAttempts > 0 && (
        <Text size="sm" data-testid="attempts-hint">
          {t('closure.attempts-hint', { count: rule.minAttempts, days: rule.minAttemptDays })}{' '}
          <Anchor component={Link} to={`/cases/${standing.caseId}/follow-up`}>{t('closure.to-contacts')}</Anchor>
        </Text>
      )}
      {rule?.goalsReached === true && (
        <Text size="sm" data-testid="goals-hint">
          {t('closure.goals-hint')} <Anchor component={Link} to={`/cases/${standing.caseId}/plan`}>{t('closure.to-plan')}</Anchor>
        </Text>
      )}
      {rule?.reviewRequired === true && (
        <>
          <DateField {...fields.bind('heldOn')} label={t('closure.reviewed-on')} required />
          <TextInput {...fields.bind('ledBy')} label={t('closure.review-led-by')} dir="auto" maxLength={200} required />
          <Textarea {...fields.bind('finding')} label={t('closure.review-finding')} dir="auto" autosize minRows={3} required />
        </>
      )}
      <Checkbox label={t('closure.child-informed')} checked={childInformed} onChange={(event) => setChildInformed(event.currentTarget.checked)} />
      {!childInformed && (
        <SelectField {...fields.bind('childNotInformed')} label={t('closure.child-not-informed')} options={whyNot} placeholder={t('action.choose')} required />
      )}
      <Checkbox label={t('closure.caregiver-informed')} checked={caregiverInformed} onChange={(event) => setCaregiverInformed(event.currentTarget.checked)} />
      <Textarea {...fields.bind('contact')} label={`${t('closure.contact')} (${t('state.optional')})`} dir="auto" autosize minRows={2} />
      <MomentField {...fields.bind('happenedAt')} label={t('closure.when')} required />
      {submission.problem?.code === 'closure-rule' && (
        <ul>{submission.problem.errors.map((error) => <li key={error.code}>{label('closure-rule', error.code)}</li>)}</ul>
      )}
      <ProblemNotice problem={submission.problem} focused onReload={refresh} />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="propose-closure">{t('closure.submit')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
