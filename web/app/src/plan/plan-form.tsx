import { Button, Group, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { CaseDetail } from '../api/types.ts';
import { ActionFields, actionBody, draftOf, isWhole, newAction } from '../casework/action-fields.tsx';
import { SentForm } from '../casework/sent-form.tsx';
import { SAYS, type Agreement, type Plan, type Says } from '../casework/types.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { useConflict } from '../ui/conflict.ts';
import { ChoiceField, MomentField, useOptions } from '../ui/fields.tsx';
import { useSubmission } from '../ui/form.ts';
import { PlanConflict } from './plan-conflict.tsx';
import { linesOf, planOf, type GoalDraft, type PlanDraft, type PlanLines, type ProblemDraft, type SaysDraft } from './plan-versions.ts';
import classes from '../casework/casework.module.css';

interface Props {
  detail: CaseDetail;
  /** The edition to begin with. */
  from?: Plan;
  /** Its entity tag, when it is this draft that is changed and no next edition begun. */
  changing?: string | undefined;
  onClose: () => void;
}

/** The whole plan at once, as it is agreed on at one table. */
export function PlanForm({ detail, from, changing, onClose }: Props) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const goal = (): GoalDraft => ({ id: crypto.randomUUID(), text: '', actions: [newAction(detail.ownerId)] });
  const problem = (): ProblemDraft => ({ id: crypto.randomUUID(), text: '', goals: [goal()] });
  const [draft, setDraft] = useState<PlanDraft>(() => draftOfPlan(from, changing !== undefined, problem));
  const { problems, child, caregiver } = draft;
  const setProblems = (next: ProblemDraft[]) => setDraft((before) => ({ ...before, problems: next }));
  const [opened] = useState(() => ({ values: linesOf(draft), etag: changing }));
  const [tried, setTried] = useState(false);
  const lines = linesOf(draft);
  const conflict = useConflict<PlanLines>(
    { values: lines, reset: (chosen) => setDraft(saysKept(planOf({ ...lines, ...(chosen as PlanLines) }))) },
    opened,
    async () => {
      const now = await read<Plan>('cases', `/case-plans/${from?.id}`);
      return { values: linesOf(draftOfPlan(now.data, true, problem)), etag: now.etag };
    },
    asProblem,
  );
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    conflict.refused,
  );
  const putProblem = (i: number, next: ProblemDraft) => setProblems(replaced(problems, i, next));
  const send = () => {
    setTried(true);
    const sound = problems.every((one) => one.text.trim() !== '' && one.goals.every((each) => each.text.trim() !== '' && each.actions.every(isWhole)));
    if (!sound || !saysIsWhole(child) || !saysIsWhole(caregiver)) return;
    const body = { problems: problems.map(problemBody), ...saysBody('child', child), ...saysBody('caregiver', caregiver) };
    void submission.submit((idempotencyKey) =>
      conflict.etag === undefined
        ? change('cases', `/cases/${detail.id}/case-plans`, { idempotencyKey, body })
        : change('cases', `/case-plans/${from?.id}`, { method: 'PUT', ifMatch: conflict.etag, body }),
    );
  };
  return (
    <SentForm
      submitText={t('plan.save')}
      busy={submission.busy}
      problem={conflict.unread ?? submission.problem}
      onSubmit={send}
      onClose={onClose}
      onReload={() => submission.problem && conflict.refused(submission.problem)}
      testId="plan-form"
      {...(conflict.differences === undefined ? {} : {
        notice: (
          <PlanConflict
            differences={conflict.differences}
            lines={lines}
            unitId={detail.unitId}
            onSettled={(take) => {
              conflict.settle(take);
              submission.clear();
            }}
          />
        ),
      })}
    >
      <Text size="sm">{t('plan.lead')}</Text>
      {problems.map((one, i) => (
        <fieldset key={one.id} className={classes['part']} data-testid="problem-fields">
          <legend>{t('plan.problem-number', { number: i + 1 })}</legend>
          <Words label={t('plan.problem-text')} value={one.text} tried={tried} name="problem-text" onChange={(text) => putProblem(i, { ...one, text })} />
          {one.goals.map((each, g) => (
            <GoalFields
              key={each.id}
              goal={each}
              number={g + 1}
              detail={detail}
              tried={tried}
              onChange={(next) => putProblem(i, { ...one, goals: replaced(one.goals, g, next) })}
              onRemove={() => putProblem(i, { ...one, goals: without(one.goals, g) })}
            />
          ))}
          <Group gap="sm">
            <Button type="button" variant="light" onClick={() => putProblem(i, { ...one, goals: [...one.goals, goal()] })}>{t('plan.add-goal')}</Button>
            <Button type="button" variant="subtle" color="red" onClick={() => setProblems(without(problems, i))}>{t('plan.remove-problem')}</Button>
          </Group>
        </fieldset>
      ))}
      <Group>
        <Button type="button" variant="light" onClick={() => setProblems([...problems, problem()])} data-testid="add-problem">{t('plan.add-problem')}</Button>
      </Group>
      <SaysFields who="child" title={t('plan.child-says')} draft={child} tried={tried} onChange={(next) => setDraft((before) => ({ ...before, child: next }))} />
      <SaysFields who="caregiver" title={t('plan.caregiver-says')} draft={caregiver} tried={tried} onChange={(next) => setDraft((before) => ({ ...before, caregiver: next }))} />
    </SentForm>
  );
}

interface GoalProps {
  goal: GoalDraft;
  number: number;
  detail: CaseDetail;
  tried: boolean;
  onChange: (next: GoalDraft) => void;
  onRemove: () => void;
}

function GoalFields({ goal, number, detail, tried, onChange, onRemove }: GoalProps) {
  const { t } = useTexts();
  return (
    <fieldset className={classes['part']}>
      <legend>{t('plan.goal-number', { number })}</legend>
      <Words label={t('plan.goal-text')} value={goal.text} tried={tried} name="goal-text" onChange={(text) => onChange({ ...goal, text })} />
      {goal.actions.map((action, a) => (
        <ActionFields
          key={action.id}
          draft={action}
          unitId={detail.unitId}
          number={a + 1}
          tried={tried}
          onChange={(next) => onChange({ ...goal, actions: replaced(goal.actions, a, next) })}
          onRemove={() => onChange({ ...goal, actions: without(goal.actions, a) })}
        />
      ))}
      <Group gap="sm">
        <Button type="button" variant="light" onClick={() => onChange({ ...goal, actions: [...goal.actions, newAction(detail.ownerId)] })}>{t('action.add')}</Button>
        <Button type="button" variant="subtle" color="red" onClick={onRemove}>{t('plan.remove-goal')}</Button>
      </Group>
    </fieldset>
  );
}

function Words({ label, value, tried, name, onChange }: { label: string; value: string; tried: boolean; name: string; onChange: (value: string) => void }) {
  const { t } = useTexts();
  return (
    <Textarea
      name={name}
      label={label}
      value={value}
      error={tried && value.trim() === '' ? t('field.required') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      dir="auto"
      autosize
      minRows={1}
      maxLength={1000}
      required
    />
  );
}

function SaysFields({ who, title, draft, tried, onChange }: { who: string; title: string; draft: SaysDraft; tried: boolean; onChange: (next: SaysDraft) => void }) {
  const { t } = useTexts();
  const options = useOptions('says', SAYS);
  const needsReason = draft.decision !== '' && draft.decision !== 'agreed';
  return (
    <fieldset className={classes['part']} data-testid={`${who}-says`}>
      <legend>{title}</legend>
      <ChoiceField
        name={`${who}-decision`}
        label={t('plan.agrees')}
        value={draft.decision}
        error={undefined}
        options={options}
        inline
        onChange={(event) => onChange({ ...draft, decision: event.currentTarget.value as Says })}
      />
      {needsReason && (
        <Textarea
          label={t('plan.why-not')}
          value={draft.reason}
          error={tried && draft.reason.trim() === '' ? t('field.required') : undefined}
          onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
          dir="auto"
          autosize
          maxLength={1000}
          required
        />
      )}
      {draft.decision !== '' && (
        <MomentField name={`${who}-at`} label={t('plan.agreed-when')} value={draft.at} error={undefined} onChange={(event) => onChange({ ...draft, at: event.currentTarget.value })} required />
      )}
    </fieldset>
  );
}

/** What the form begins with; what was said to one edition is not said to the next. */
function draftOfPlan(plan: Plan | undefined, withSays: boolean, empty: () => ProblemDraft): PlanDraft {
  return {
    problems: plan?.problems.map(problemOf) ?? [empty()],
    child: saysOf(withSays ? plan?.child : undefined),
    caregiver: saysOf(withSays ? plan?.caregiver : undefined),
  };
}

/** Where nothing was said the time is that of the table, for whoever says something next. */
function saysKept(plan: PlanDraft): PlanDraft {
  const timed = (says: SaysDraft) => (says.decision === '' ? saysOf(undefined) : says);
  return { ...plan, child: timed(plan.child), caregiver: timed(plan.caregiver) };
}

function problemOf(problem: Plan['problems'][number]): ProblemDraft {
  return {
    id: problem.id,
    text: problem.text,
    goals: problem.goals.map((goal) => ({ id: goal.id, text: goal.text, actions: goal.actions.map(draftOf) })),
  };
}

function problemBody(draft: ProblemDraft) {
  return {
    id: draft.id,
    text: draft.text.trim(),
    goals: draft.goals.map((goal) => ({ id: goal.id, text: goal.text.trim(), actions: goal.actions.map(actionBody) })),
  };
}

function saysOf(agreement: Agreement | undefined): SaysDraft {
  return {
    decision: agreement?.decision ?? '',
    reason: agreement?.reason ?? '',
    at: toLocalInput(agreement === undefined ? new Date() : new Date(agreement.happenedAt)),
  };
}

function saysIsWhole(draft: SaysDraft): boolean {
  if (draft.decision === '') return true;
  return fromLocalInput(draft.at) !== undefined && (draft.decision === 'agreed' || draft.reason.trim() !== '');
}

function saysBody(who: 'child' | 'caregiver', draft: SaysDraft) {
  if (draft.decision === '') return {};
  const reason = draft.decision === 'agreed' ? {} : { reason: draft.reason.trim() };
  return { [who]: { decision: draft.decision, ...reason, happenedAt: fromLocalInput(draft.at) } };
}

function replaced<T>(list: T[], i: number, next: T): T[] {
  return list.map((one, at) => (at === i ? next : one));
}

function without<T>(list: T[], i: number): T[] {
  return list.filter((_, at) => at !== i);
}
