import { Anchor, Button, Group, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import type { CaseTask } from '../api/types.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import type { KeptOpen } from '../ui/kept-open.ts';
import { Empty } from '../ui/panel.tsx';
import { TaskMeanwhile, useTaskMeanwhile } from '../tasks/task-meanwhile.tsx';
import { Told } from '../tasks/told.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import classes from './cases.module.css';

/** Tasks that end with the record of what was done, and the part of the case file that takes it. */
const PART_OF: Record<string, string> = {
  'follow-up': 'follow-up',
  'follow-up-again': 'follow-up',
  'plan-review': 'follow-up',
  'case-conference': 'follow-up',
  'case-plan': 'plan',
  'safety-plan': 'plan',
  'safety-plan-review': 'plan',
  'alarm-response': 'plan',
  reassessment: 'assess',
  'comprehensive-assessment': 'assess',
  'override-countersign': 'consents',
  'casework-consent-ended': 'consents',
  'court-decision': 'legal',
  hearing: 'legal',
  'protective-care-ends': 'legal',
  'order-ends': 'legal',
  'placement-review': 'legal',
  'zarra-notification': 'incidents',
};

/** Assessments that are due by policy, whatever they are for. */
const ASSESS = 'assess-';

function partOf(kind: string): string | undefined {
  return PART_OF[kind] ?? (kind.startsWith(ASSESS) ? 'assess' : undefined);
}

/** Tasks that are done on a page of their own. */
const PAGE_OF: Record<string, string> = { 'emergency-review': '/emergency', 'ownership-needed': '/unassigned', 'case-request': '/case-requests' };

/** What is known of one referral stands on its page. */
const OF_A_REFERRAL: readonly string[] = [
  'referral-unanswered', 'referral-unfinished', 'referral-lapsed', 'referral-withdrawn', 'referral-action-open', 'referral-answered', 'referral-returned', 'referral-message', 'referral-handed-over', 'feedback-concern',
];

/** Of these, no record ends them: whoever has dealt with it says so. */
const DONE_BY_HAND: readonly string[] = ['referral-lapsed', 'referral-withdrawn', 'referral-action-open', 'referral-message', 'referral-handed-over', 'feedback-concern'];

function pageOf(task: CaseTask): string | undefined {
  return OF_A_REFERRAL.includes(task.kind) && task.subjectId !== undefined ? `/referrals/${task.subjectId}` : PAGE_OF[task.kind];
}

interface Props {
  tasks: CaseTask[];
  empty: string;
  withCase?: boolean;
  /** Where done tasks leave the list: which of them somebody is writing about. */
  kept?: KeptOpen<CaseTask>;
}

export function TaskList({ tasks, empty, withCase = false, kept }: Props) {
  if (tasks.length === 0) return <Empty text={empty} />;
  const ordered = [...tasks].sort(
    (a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || a.dueAt.localeCompare(b.dueAt),
  );
  return (
    <ul className="hifazat-list">
      {ordered.map((task) => <TaskItem key={task.id} task={task} withCase={withCase} {...(kept === undefined ? {} : { kept })} />)}
    </ul>
  );
}

function TaskItem({ task, withCase, kept }: { task: CaseTask; withCase: boolean; kept?: KeptOpen<CaseTask> }) {
  const { t, label } = useTexts();
  const [completing, setWriting] = useState(false);
  const setCompleting = (writing: boolean) => {
    if (writing) kept?.open(task);
    else kept?.close(task);
    setWriting(writing);
  };
  return (
    <li className={classes['task']} data-testid="task" data-kind={task.kind} data-state={task.state}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{label('task', task.kind)}</Text>
          <Text size="sm" c="dimmed">
            {task.state === 'superseded' && t('task.superseded')}
            {task.state === 'done' && task.doneAt !== undefined && <>{t('task.done')} <Moment at={task.doneAt} /></>}
            {task.state === 'open' && <>{t('task.due')} <Moment at={task.dueAt} /></>}
          </Text>
          {withCase && task.caseId !== undefined && (
            <Anchor component={Link} to={`/cases/${task.caseId}`} className="hifazat-row-link">
              {t('task.to-case')}
            </Anchor>
          )}
        </div>
        {task.state === 'open' && (
          <Group gap="sm">
            <Told task={task} />
            <Countdown until={task.dueAt} />
            {task.caseId !== undefined && partOf(task.kind) !== undefined && (
              <Button component={Link} to={`/cases/${task.caseId}/${partOf(task.kind)}`} variant="light">{t('task.record')}</Button>
            )}
            {pageOf(task) !== undefined && (
              <Button component={Link} to={pageOf(task) ?? '/'} variant="light">{t('task.to-page')}</Button>
            )}
            {!completing && partOf(task.kind) === undefined && (pageOf(task) === undefined || DONE_BY_HAND.includes(task.kind)) && (
              <Button variant="light" onClick={() => setCompleting(true)} data-testid="complete-task">{t('task.complete')}</Button>
            )}
          </Group>
        )}
      </Group>
      {completing && <CompleteTask task={task} onClose={() => setCompleting(false)} />}
    </li>
  );
}

export function CompleteTask({ task, onClose }: { task: CaseTask; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ happenedAt: toLocalInput(new Date()), note: '' });
  const meanwhile = useTaskMeanwhile(task);
  const refresh = () => queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(
    () => {
      void refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const send = () => {
    const happenedAt = fromLocalInput(fields.values.happenedAt);
    if (!fields.check(happenedAt === undefined ? { happenedAt: 'field.required' } : {})) return;
    const note = fields.values.note.trim();
    void submission.submit((idempotencyKey) =>
      change('cases', `/tasks/${task.id}/completion`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { happenedAt, ...(note === '' ? {} : { note }) },
      }),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className={`hifazat-form ${classes['inline-form']}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MomentField {...fields.bind('happenedAt')} label={t('task.happened')} required />
      <Textarea {...fields.bind('note')} label={`${t('task.note')} (${t('state.optional')})`} dir="auto" autosize minRows={2} />
      <TaskMeanwhile
        meanwhile={meanwhile}
        submission={submission}
        mine={t('task.done')}
        more={(now) => [
          { label: t('task.happened'), mine: <Typed at={fields.values.happenedAt} />, theirs: now.doneAt && <Moment at={now.doneAt} /> },
          { label: t('task.note'), mine: fields.values.note },
        ]}
        refresh={() => void refresh()}
        onClose={onClose}
      />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="task-done">{t('task.submit')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function Typed({ at }: { at: string }) {
  const moment = fromLocalInput(at);
  return moment === undefined ? null : <Moment at={moment} />;
}
