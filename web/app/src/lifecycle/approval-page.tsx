import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { change, read } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import { Blockers } from './blockers.tsx';
import { ApprovalBadge } from './case-approvals.tsx';
import classes from './lifecycle.module.css';
import { useApproval } from './queries.ts';
import type { ApprovalFact, WholeApproval } from './types.ts';

const MIN_WORDS = 10;
/** Where the words of a line's codes are, when the line is not called as their list. */
const LISTS: Record<string, string> = { 'risk-level': 'risk' };
const YES_NO = ['child-informed', 'caregiver-informed'];

/** One request with what was submitted, as it was then, and the supervisor's answer. */
export default function ApprovalPage() {
  const { t, label } = useTexts();
  const { caseId = '', id = '' } = useParams();
  const query = useApproval(caseId, id);
  const kind = query.data?.approval.kind;
  return (
    <Page
      title={kind === undefined ? t('approvals.title') : label('approval-kind', kind)}
      back={{ to: '/approvals', text: t('approvals.title') }}
    >
      <Loaded query={query} lines={6}>
        {(whole) => (
          <Stack gap="lg">
            <Submitted whole={whole} />
            {whole.approval.state === 'pending' ? (
              <Panel title={t('approval.answer')} testId="answer">
                {whole.approval.ownRequest ? <Text>{t('approval.own')}</Text> : <Answer whole={whole} onReload={() => void query.refetch()} />}
              </Panel>
            ) : (
              <Answered whole={whole} />
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Submitted({ whole }: { whole: WholeApproval }) {
  const { t, label } = useTexts();
  return (
    <Panel
      title={t('approval.submitted')}
      testId="submitted"
      action={<Anchor component={Link} to={`/cases/${whole.approval.caseId}`}>{t('approval.to-case')}</Anchor>}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('approval.frozen')} <Moment at={whole.approval.requestedAt} /></Text>
        <dl className={classes['facts']}>
          {whole.content.map((fact, i) => (
            <div key={`${fact.field} ${i}`}>
              <Text component="dt" size="sm" c="dimmed">{label('fact', fact.field)}</Text>
              <dd><FactValue fact={fact} /></dd>
            </div>
          ))}
        </dl>
        {whole.note !== undefined && (
          <Text size="sm">{t('approval.note')} <bdi dir="auto">{whole.note}</bdi></Text>
        )}
      </Stack>
    </Panel>
  );
}

function FactValue({ fact }: { fact: ApprovalFact }) {
  const { label } = useTexts();
  switch (fact.type) {
    case 'text':
      return <span dir="auto" className={classes['content']}>{fact.value}</span>;
    case 'code':
      if (YES_NO.includes(fact.field)) return <>{label('yes-no', fact.value)}</>;
      return <>{label(fact.codeList ?? LISTS[fact.field] ?? fact.field, fact.value)}</>;
    case 'time':
      return <Moment at={fact.value} />;
    case 'day':
      return <DateOnly at={fact.value} />;
    case 'number':
      return <bdi dir="ltr">{fact.value}</bdi>;
  }
}

function Answered({ whole }: { whole: WholeApproval }) {
  const { t } = useTexts();
  return (
    <Panel title={t('approval.answer')} testId="answer">
      <Group gap="sm">
        <ApprovalBadge state={whole.approval.state} />
        {whole.approval.decidedAt !== undefined && <Moment at={whole.approval.decidedAt} />}
      </Group>
      {whole.comment !== undefined && <Text mt="sm" dir="auto" className={classes['content']}>{whole.comment}</Text>}
    </Panel>
  );
}

function Answer({ whole, onReload }: { whole: WholeApproval; onReload: () => void }) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { approval, blockers } = whole;
  const fields = useFields({ decision: '', comment: '', overrideReason: '' });
  const meanwhile = useMeanwhile(approval.etag, async () => {
    const { data } = await read<WholeApproval>('cases', `/cases/${approval.caseId}/approvals/${approval.id}`);
    return { data, etag: data.approval.etag };
  });
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      void navigate('/approvals');
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const { decision, comment, overrideReason } = fields.values;
  const firm = blockers.filter((one) => !one.overridable);
  const overriding = decision === 'approved' && blockers.length > 0 && firm.length === 0;
  const send = () => {
    const sound = fields.check({
      ...(decision === '' ? { decision: 'field.required' as const } : {}),
      ...(decision === 'rejected' && comment.trim() === '' ? { comment: 'field.required' as const } : {}),
      ...(overriding && overrideReason.trim().length < MIN_WORDS ? { overrideReason: 'field.required' as const } : {}),
    });
    if (!sound) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${approval.caseId}/approvals/${approval.kind}/decision`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { decision, happenedAt: new Date().toISOString(), ...filled({ comment, overrideReason: overriding ? overrideReason : '' }) },
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
      {blockers.length > 0 && (
        <div>
          <Text size="sm" fw={600}>{t(firm.length > 0 ? 'approval.blocked' : 'approval.overridable')}</Text>
          <Blockers caseId={approval.caseId} blockers={blockers} />
        </div>
      )}
      <ChoiceField
        {...fields.bind('decision')}
        label={t('approval.decision')}
        options={[
          { value: 'approved', label: label('approval-decision', 'approved'), disabled: firm.length > 0 },
          { value: 'rejected', label: label('approval-decision', 'rejected') },
        ]}
        required
      />
      <Textarea
        {...fields.bind('comment')}
        label={decision === 'rejected' ? t('approval.comment') : `${t('approval.comment')} (${t('state.optional')})`}
        dir="auto"
        autosize
        minRows={2}
        required={decision === 'rejected'}
      />
      {overriding && (
        <Textarea {...fields.bind('overrideReason')} label={t('approval.override-reason')} dir="auto" autosize minRows={2} required />
      )}
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        onReload={onReload}
        over={(now) => now.approval.state !== 'pending'}
        onGoOn={submission.clear}
        onTakeTheirs={onReload}
        fields={(now) => [
          {
            label: t('conflict.became'),
            mine: decision === '' ? undefined : label('approval-decision', decision),
            theirs: (
              <>
                {label('approval-state', now.approval.state)}
                {now.approval.decidedAt !== undefined && <>{t('list.comma')}<Moment at={now.approval.decidedAt} /></>}
              </>
            ),
          },
          { label: t('approval.comment'), mine: comment, theirs: now.comment },
          { label: t('approval.override-reason'), mine: overriding ? overrideReason : undefined },
        ]}
      />
      <Group><Button type="submit" loading={submission.busy} data-testid="decide">{t('approval.submit')}</Button></Group>
    </form>
  );
}
