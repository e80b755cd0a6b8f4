import { Button, Group, Textarea } from '@mantine/core';
import type { SearchAnswer } from '../api/types.ts';
import { filled } from '../concern/concern-request.ts';
import { toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, NameField } from '../ui/fields.tsx';
import { ReportMeanwhile } from './report-meanwhile.tsx';
import { useDecision, type DecisionProps } from './use-decision.ts';

/** The child has a case: the report becomes part of it, and its worker gets a task. */
export function JoinCaseForm({ search, ...props }: DecisionProps & { search: SearchAnswer }) {
  const { t } = useTexts();
  const likely = search.matches.find((match) => match.withinReach)?.caseNumber ?? '';
  const { fields, submission, send, meanwhile } = useDecision(
    props,
    { caseNumber: likely, reason: '', triagedAt: toLocalInput(new Date()) },
    'join-case',
    (values) => (values.caseNumber.trim() === '' ? { caseNumber: 'field.required' } : {}),
    (values) => filled({ caseNumber: values.caseNumber, reason: values.reason }),
  );
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
      <NameField {...fields.bind('caseNumber')} label={t('join.number')} description={t('join.number-hint')} required />
      <Textarea {...fields.bind('reason')} label={`${t('join.reason')} (${t('state.optional')})`} dir="auto" autosize minRows={2} />
      <MomentField {...fields.bind('triagedAt')} label={t('triage.when')} required />
      <ReportMeanwhile meanwhile={meanwhile} submission={submission} mine="join-case" reason={fields.values.reason} onReload={props.onReload} />
      <Group><Button type="submit" loading={submission.busy} data-testid="join-case">{t('join.submit')}</Button></Group>
    </form>
  );
}
