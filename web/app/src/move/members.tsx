import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useStaff } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly } from '../ui/time.tsx';
import { ActionForm } from './action-form.tsx';
import { Staff } from './staff.tsx';
import classes from './move.module.css';
import { useIsSupervisor, useMembers, useRefresh } from './queries.ts';
import type { Member } from './types.ts';

const PARTS = ['psychologist', 'second-worker'] as const;
const EMPTY = { staffId: '', part: '' };

/** The assigned psychologist and other workers, who reach the case as if it were theirs. */
export function Members({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const members = useMembers(detail.id);
  const supervisor = useIsSupervisor();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={t('members.title')}
      testId="members"
      action={
        supervisor && detail.state !== 'closed' && !adding && (
          <Button variant="default" onClick={() => setAdding(true)} data-testid="open-member">{t('members.add')}</Button>
        )
      }
    >
      {adding && <AddMember detail={detail} onClose={() => setAdding(false)} />}
      <PagedList pages={members} empty={t('members.empty')}>
        {(items) => (
          <ul className={classes['list']}>
            {items.map((one) => <li key={one.id}><Line one={one} detail={detail} supervisor={supervisor} /></li>)}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ one, detail, supervisor }: { one: Member; detail: CaseDetail; supervisor: boolean }) {
  const { t, label } = useTexts();
  const refresh = useRefresh();
  const submission = useSubmission<unknown>(refresh);
  return (
    <Group justify="space-between" gap="sm" data-testid="member" data-part={one.part}>
      <div>
        <Text component="div"><Staff id={one.staffId} unitId={detail.unitId} />{t('list.comma')}{label('member-part', one.part)}</Text>
        <Text size="sm" c="dimmed">
          <DateOnly at={one.since} />{one.until !== undefined && <> {t('members.until')} <DateOnly at={one.until} /></>}
        </Text>
        <ProblemNotice problem={submission.problem} onReload={refresh} />
      </div>
      {supervisor && one.until === undefined && (
        <Button
          variant="default"
          loading={submission.busy}
          data-testid="end-member"
          onClick={() =>
            void submission.submit(() =>
              change('cases', `/cases/${detail.id}/members/${one.id}/end`, { ifMatch: one.etag, body: { happenedAt: new Date().toISOString() } }),
            )
          }
        >
          {t('members.end')}
        </Button>
      )}
    </Group>
  );
}

function AddMember({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const staff = useStaff(detail.unitId);
  const parts = useOptions('member-part', PARTS);
  const fields = useFields(EMPTY);
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const able = (staff.data ?? []).filter(
    (one) =>
      one.active &&
      one.staffId !== detail.ownerId &&
      (fields.values.part === 'psychologist' ? one.roles.includes('psychologist') : one.roles.some((role) => role === 'social-worker' || role === 'protection-officer' || role === 'psychologist')),
  );
  const send = () => {
    const found: FieldProblems<typeof EMPTY> = {};
    if (fields.values.staffId === '') found.staffId = 'field.required';
    if (fields.values.part === '') found.part = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/members`, { idempotencyKey, body: { ...fields.values, since: new Date().toISOString() } }),
    );
  };
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('members.submit')} testId="add-member" onClose={onClose}>
      <SelectField {...fields.bind('part')} label={t('members.part')} options={parts} placeholder={t('action.choose')} required />
      <SelectField
        {...fields.bind('staffId')}
        label={t('members.who')}
        options={able.map((one) => ({ value: one.staffId, label: one.displayName }))}
        placeholder={t('action.choose')}
        required
      />
    </ActionForm>
  );
}
