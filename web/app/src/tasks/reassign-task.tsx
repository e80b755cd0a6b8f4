import { Button, Group, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import type { CaseTask, Role } from '../api/types.ts';
import { useStaff } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { TaskMeanwhile, useTaskMeanwhile } from './task-meanwhile.tsx';

const EMPTY = { ownerId: '', reason: '' };
const TAKES_CASES: readonly Role[] = ['social-worker', 'protection-officer', 'psychologist', 'supervisor'];

interface Props {
  task: CaseTask;
  unit: string | undefined;
  onClose: (done: boolean) => void;
}

/** Gives a task to a colleague of the unit; the reason is asked for and kept. */
export function ReassignTask({ task, unit, onClose }: Props) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const staff = useStaff(unit);
  const fields = useFields(EMPTY);
  const meanwhile = useTaskMeanwhile(task);
  const refresh = () => queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(
    () => {
      void refresh();
      onClose(true);
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const send = () => {
    const found: FieldProblems<typeof EMPTY> = {};
    if (fields.values.ownerId === '') found.ownerId = 'field.required';
    if (fields.values.reason.trim() === '') found.reason = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/tasks/${task.id}/reassignment`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { ownerId: fields.values.ownerId, reason: fields.values.reason.trim() },
      }),
    );
  };
  const nameOf = (id: string | undefined) => staff.data?.find((one) => one.staffId === id)?.displayName;
  const colleagues = (staff.data ?? []).filter(
    (one) => one.active && one.staffId !== task.ownerId && one.roles.some((role) => TAKES_CASES.includes(role)),
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
      <SelectField
        {...fields.bind('ownerId')}
        label={t('reassign.to')}
        placeholder={t('reassign.choose')}
        options={colleagues.map((one) => ({ value: one.staffId, label: one.displayName }))}
        required
      />
      <Textarea {...fields.bind('reason')} label={t('reassign.reason')} dir="auto" autosize minRows={2} maxLength={1000} required />
      <TaskMeanwhile
        meanwhile={meanwhile}
        submission={submission}
        mine={t('reassign.start')}
        more={(now) => [{ label: t('reassign.to'), mine: nameOf(fields.values.ownerId), theirs: nameOf(now.ownerId) }]}
        refresh={() => void refresh()}
        onClose={() => onClose(false)}
      />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="reassign-submit">{t('reassign.submit')}</Button>
        <Button variant="default" onClick={() => onClose(false)}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
