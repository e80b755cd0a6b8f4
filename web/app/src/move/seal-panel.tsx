import { Alert, Badge, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { CaseDetail } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { useStaff } from '../directory/queries.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ActionForm } from './action-form.tsx';
import { Staff } from './staff.tsx';
import { useIsSupervisor, useRefresh, useSeal } from './queries.ts';
import type { Seal } from './types.ts';

const REASONS = ['staff-relative', 'high-profile', 'threat', 'court-order'] as const;
const MIN_WORDS = 10;

/** A sealed case is there for the people named, and for nobody else. */
export function SealPanel({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const seal = useSeal(detail.id);
  const supervisor = useIsSupervisor();
  const [sealing, setSealing] = useState(false);
  return (
    <Panel
      title={t('seal.title')}
      testId="seal"
      action={
        supervisor && !sealing && (
          <Button variant="default" onClick={() => setSealing(true)} data-testid="open-seal">{t(seal.data?.sealed === true ? 'seal.change' : 'seal.open')}</Button>
        )
      }
    >
      <Loaded query={seal}>
        {(data) => (
          <Stack gap="sm">
            <Present seal={data} detail={detail} supervisor={supervisor} />
            {sealing && <SealForm seal={data} detail={detail} onClose={() => setSealing(false)} />}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function Present({ seal, detail, supervisor }: { seal: Seal; detail: CaseDetail; supervisor: boolean }) {
  const { t, label } = useTexts();
  const refresh = useRefresh();
  const submission = useSubmission<unknown>(refresh);
  if (!seal.sealed) return <Text size="sm">{t('seal.not')}</Text>;
  return (
    <Stack gap="sm" data-testid="sealed">
      <Group gap="sm">
        <Badge color="red" size="lg">{t('seal.badge')}</Badge>
        {seal.reason !== undefined && <Text size="sm">{label('seal-reason', seal.reason)}</Text>}
      </Group>
      {seal.words !== undefined && <Text size="sm" dir="auto">{seal.words}</Text>}
      <div>
        <Text size="sm">{t('seal.named')}</Text>
        <ul>{seal.namedIds.map((id) => <li key={id}><Staff id={id} unitId={detail.unitId} /></li>)}</ul>
      </div>
      <ProblemNotice problem={submission.problem} onReload={refresh} />
      {supervisor && (
        <Group>
          <Button
            variant="default"
            loading={submission.busy}
            data-testid="unseal"
            onClick={() =>
              void submission.submit(() =>
                change('cases', `/cases/${detail.id}/seal-opening`, { ifMatch: seal.etag, body: { happenedAt: new Date().toISOString() } }),
              )
            }
          >
            {t('seal.end')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function SealForm({ seal, detail, onClose }: { seal: Seal; detail: CaseDetail; onClose: () => void }) {
  const { t, label } = useTexts();
  const refresh = useRefresh();
  const me = useMe(true).data?.staffId;
  const staff = useStaff(detail.unitId);
  const reasons = useCodeOptions('seal-reason', REASONS);
  // Whoever has the case and whoever seals it cannot be left out.
  const always = [detail.ownerId, me].filter((id) => id !== undefined);
  const fields = useFields({ reason: seal.reason ?? '', words: '', named: idsOf([...always, ...seal.namedIds]) });
  const named = fields.values.named.split(' ').filter((id) => id !== '');
  const asFields = (one: Seal) => ({ reason: one.reason ?? '', words: one.words ?? '', named: idsOf([...always, ...one.namedIds]) });
  const conflict = useConflict(
    fields,
    { values: asFields(seal), etag: seal.etag },
    async () => {
      const { data } = await read<Seal>('cases', `/cases/${detail.id}/seal`);
      return { values: asFields(data), etag: data.etag };
    },
    asProblem,
  );
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      conflict.refused(problem);
    },
  );
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (fields.values.reason === '') found['reason'] = 'field.required';
    if (fields.values.words.trim().length < MIN_WORDS) found['words'] = fields.values.words.trim() === '' ? 'field.required' : 'field.length';
    if (!fields.check(found)) return;
    void submission.submit(() =>
      change('cases', `/cases/${detail.id}/seal`, {
        ifMatch: conflict.etag,
        body: { happenedAt: new Date().toISOString(), reason: fields.values.reason, words: fields.values.words.trim(), namedIds: named },
      }),
    );
  };
  const nameOf = (id: string) => staff.data?.find((one) => one.staffId === id)?.displayName ?? t('directory.colleague');
  const shown: Record<string, (value: string) => string> = {
    reason: (value) => label('seal-reason', value),
    words: (value) => value,
    named: (value) => value.split(' ').map(nameOf).join(t('list.comma')),
  };
  const labels: Record<string, MessageId> = { reason: 'seal.reason', words: 'seal.words', named: 'seal.who' };
  const notice = conflict.differences !== undefined && (
    <ConflictChoice
      differences={conflict.differences}
      labelOf={(name) => t(labels[name] ?? 'seal.words')}
      show={(name, value) => (value === '' ? '' : shown[name]?.(value))}
      onSettled={(take) => {
        conflict.settle(take);
        submission.clear();
      }}
    />
  );
  return (
    <ActionForm
      fields={fields}
      submission={{ busy: submission.busy, problem: conflict.unread ?? submission.problem }}
      send={send}
      submit={t('seal.submit')}
      testId="seal-case"
      onClose={onClose}
      {...(notice === false ? {} : { notice })}
    >
      <Alert color="red" title={t('seal.lead-title')}>{t('seal.lead')}</Alert>
      <SelectField {...fields.bind('reason')} label={t('seal.reason')} options={reasons} placeholder={t('action.choose')} required />
      <Textarea {...fields.bind('words')} label={t('seal.words')} dir="auto" autosize minRows={2} maxLength={2000} required />
      <Checkbox.Group label={t('seal.who')} value={named} onChange={(next) => fields.set('named', idsOf([...always, ...next]))}>
        <Stack gap={4} mt={4}>
          {(staff.data ?? []).filter((one) => one.active).map((one) => (
            <Checkbox key={one.staffId} value={one.staffId} label={one.displayName} disabled={always.includes(one.staffId)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </ActionForm>
  );
}

/** Each once and in one order, so that two lists of the same people are the same. */
function idsOf(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(' ');
}
