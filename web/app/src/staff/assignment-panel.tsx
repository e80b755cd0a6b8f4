import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { change, type Answer } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useUnitName } from '../directory/queries.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useConflict } from '../ui/conflict.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { PersonName } from '../ui/names.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { AssignmentFields, assignmentBody, assignmentOf, assignmentProblems, type AssignmentValues } from './assignment-fields.tsx';
import { readMember, useMember, useStaffChanged, type Member } from './queries.ts';

/** What they are, where, and under whom. */
export function AssignmentPanel({ member, own }: { member: Answer<Member>; own: boolean }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const show = useShown();
  const { unitId, roles, supervisorId } = assignmentOf(member.data);
  return (
    <Panel title={t('staff.assignment')} testId="assignment">
      {open ? (
        <AssignmentForm opened={member} onClose={() => setOpen(false)} />
      ) : (
        <Stack gap="sm">
          <Facts
            facts={[
              [t('staff.works-in'), show('unitId', unitId)],
              [t('directory.roles'), show('roles', roles)],
              [t('staff.supervisor'), show('supervisorId', supervisorId)],
            ]}
          />
          {!own && <Group><Button variant="default" onClick={() => setOpen(true)} data-testid="change-assignment">{t('staff.change')}</Button></Group>}
        </Stack>
      )}
    </Panel>
  );
}

const LABELS: Record<keyof AssignmentValues, MessageId> = { unitId: 'staff.works-in', roles: 'directory.roles', supervisorId: 'staff.supervisor' };

/** Ids and codes as people read them. */
function useShown() {
  const { t, label } = useTexts();
  const unitName = useUnitName();
  return (name: string, value: string): ReactNode => {
    switch (name as keyof AssignmentValues) {
      case 'unitId':
        return value === '' ? t('staff.province') : unitName(value);
      case 'roles':
        return value.split(',').map((role) => label('role', role)).join(t('list.comma'));
      case 'supervisorId':
        return value !== '' && <Colleague id={value} />;
    }
  };
}

function Colleague({ id }: { id: string }) {
  const { t } = useTexts();
  const name = useMember(id).data?.data.displayName;
  return name === undefined ? t('directory.colleague') : <PersonName name={name} />;
}

function AssignmentForm({ opened, onClose }: { opened: Answer<Member>; onClose: () => void }) {
  const { t } = useTexts();
  const changed = useStaffChanged();
  const show = useShown();
  const { staffId } = opened.data;
  const begun = assignmentOf(opened.data);
  const fields = useFields<AssignmentValues>(begun);
  const conflict = useConflict(
    fields,
    { values: begun, etag: opened.etag },
    async () => {
      const now = await readMember(staffId);
      return { values: assignmentOf(now.data), etag: now.etag };
    },
    asProblem,
  );
  const submission = useSubmission<unknown>(
    () => {
      changed();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      conflict.refused(problem);
    },
  );
  const send = () => {
    if (!fields.check(assignmentProblems(fields.values))) return;
    void submission.submit(() =>
      change('identity', `/staff/${staffId}/assignment`, { method: 'PUT', ifMatch: conflict.etag, body: assignmentBody(fields.values) }),
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
      <AssignmentFields fields={fields} staffId={staffId} />
      {conflict.differences !== undefined ? (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(name) => t(LABELS[name as keyof AssignmentValues])}
          show={show}
          onSettled={(take) => {
            conflict.settle(take);
            submission.clear();
          }}
        />
      ) : (
        <ProblemNotice problem={conflict.unread ?? submission.problem} focused onReload={() => submission.problem && conflict.refused(submission.problem)} />
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={conflict.differences !== undefined} data-testid="send-assignment">{t('staff.save')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
