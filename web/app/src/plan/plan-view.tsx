import { Badge, Box, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { ActionList } from '../casework/action-list.tsx';
import { SentForm } from '../casework/sent-form.tsx';
import { GOAL_LEVELS, type Agreement, type Goal, type Plan } from '../casework/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Facts } from '../ui/panel.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import classes from '../casework/casework.module.css';

/** A plan as it reads: each problem with its goals, each goal with what is done for it. */
export function PlanView({ plan, unitId, open }: { plan: Plan; unitId: string; open: boolean }) {
  const { t } = useTexts();
  return (
    <Stack gap="md">
      {plan.problems.map((problem) => (
        <article key={problem.id} className={classes['card']} data-testid="plan-problem">
          <Text size="sm" c="dimmed">{t('plan.problem')}</Text>
          <Text fw={600} mb="sm"><bdi dir="auto" className={classes['words']}>{problem.text}</bdi></Text>
          <div className={classes['nested']}>
            {problem.goals.map((goal) => <GoalView key={goal.id} goal={goal} plan={plan} unitId={unitId} open={open} />)}
          </div>
        </article>
      ))}
      <Facts
        facts={[
          [t('plan.child-says'), <Says agreement={plan.child} />],
          [t('plan.caregiver-says'), <Says agreement={plan.caregiver} />],
        ]}
      />
    </Stack>
  );
}

function Says({ agreement }: { agreement: Agreement | undefined }) {
  const { t, label } = useTexts();
  if (agreement === undefined) return <>{t('plan.not-recorded')}</>;
  return (
    <>
      {label('says', agreement.decision)} · <DateOnly at={agreement.happenedAt} />
      {agreement.reason !== undefined && <Text size="sm"><bdi dir="auto">{agreement.reason}</bdi></Text>}
    </>
  );
}

function GoalView({ goal, plan, unitId, open }: { goal: Goal; plan: Plan; unitId: string; open: boolean }) {
  const { t } = useTexts();
  const [noting, setNoting] = useState(false);
  const levels = useCodeOptions('goal-progress', GOAL_LEVELS);
  const word = (level: string) => levels.find((one) => one.value === level)?.label ?? level;
  const last = goal.progress.at(-1);
  return (
    <section aria-label={goal.text} data-testid="plan-goal">
      <Group justify="space-between" gap="sm" align="flex-start" mb="xs">
        <div>
          <Text size="sm" c="dimmed">{t('plan.goal')}</Text>
          <Text fw={600}><bdi dir="auto" className={classes['words']}>{goal.text}</bdi></Text>
        </div>
        {last !== undefined && <Badge variant="light" color={last.level === 'reached' ? 'green' : 'blue'}>{word(last.level)}</Badge>}
      </Group>
      <ActionList actions={goal.actions} unitId={unitId} open={open} caseId={plan.caseId} />
      {goal.progress.length > 0 && (
        <ul className="hifazat-list" aria-label={t('plan.progress')}>
          {goal.progress.map((one) => (
            <li key={`${one.happenedAt}${one.level}`}>
              <Text size="sm">
                <Moment at={one.happenedAt} /> · {word(one.level)}
                {one.note !== undefined && <> · <bdi dir="auto">{one.note}</bdi></>}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {open && (noting ? (
        <Box mt="md"><NoteProgress plan={plan} goal={goal} options={levels} onClose={() => setNoting(false)} /></Box>
      ) : (
        <Button mt="xs" variant="subtle" onClick={() => setNoting(true)} data-testid="note-progress">{t('plan.note-progress')}</Button>
      ))}
    </section>
  );
}

function NoteProgress({ plan, goal, options, onClose }: { plan: Plan; goal: Goal; options: { value: string; label: string }[]; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ level: '', happenedAt: toLocalInput(new Date()), note: '' });
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases', 'plan', plan.id] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const happenedAt = fromLocalInput(fields.values.happenedAt);
    const sound = fields.check({
      ...(fields.values.level === '' ? { level: 'field.required' as const } : {}),
      ...(happenedAt === undefined ? { happenedAt: 'field.required' as const } : {}),
    });
    if (!sound) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/case-plans/${plan.id}/goals/${goal.id}/progress`, {
        idempotencyKey,
        body: { level: fields.values.level, happenedAt, ...filled({ note: fields.values.note }) },
      }),
    );
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('plan.save-progress')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="progress-form">
      <div className="hifazat-columns">
        <SelectField {...fields.bind('level')} label={t('plan.how-far')} options={options} placeholder={t('action.choose')} required />
        <MomentField {...fields.bind('happenedAt')} label={t('contact.when')} required />
      </div>
      <Textarea {...fields.bind('note')} label={`${t('task.note')} (${t('state.optional')})`} dir="auto" autosize minRows={2} />
    </SentForm>
  );
}
