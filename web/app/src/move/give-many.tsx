import { Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { useStaffName } from '../directory/queries.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { CaseloadGauge } from '../tasks/caseload-gauge.tsx';
import { RiskBadge } from '../ui/badges.tsx';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Loaded } from '../ui/panel.tsx';
import { ActionForm } from './action-form.tsx';
import { AskCommission } from './ask-commission.tsx';
import classes from './move.module.css';
import { useCaseloads, useRefresh } from './queries.ts';
import type { ManyAssigned, UnassignedCase, WorkerCaseload } from './types.ts';

const MIN_HANDOVER = 10;
const MIN_REASON = 5;
/** A page of a worker's cases, and what the service takes in one request. */
const MOST_AT_ONCE = 100;

/** What one worker has goes to another, case by case under its own rules; and what became of each. */
export function GiveMany({ unitId }: { unitId: string }) {
  const { t } = useTexts();
  const loads = useCaseloads();
  const [from, setFrom] = useState('');
  const [report, setReport] = useState<{ answer: ManyAssigned; numbers: Map<string, string> }>();
  const name = useStaffName(unitId);
  const named = (id: string) => name(id) ?? t('directory.colleague');
  return (
    <Loaded query={loads}>
      {(workers) => (
        <Stack gap="sm">
          <SelectField
            name="from"
            value={from}
            error={undefined}
            onChange={(event) => {
              setFrom(event.currentTarget.value);
              setReport(undefined);
            }}
            label={t('many.from')}
            options={workers.filter((one) => one.open > 0).map((one) => ({ value: one.staffId, label: named(one.staffId) }))}
            placeholder={t('action.choose')}
          />
          {report !== undefined && <Report {...report} />}
          {from !== '' && <Cases key={from} from={from} workers={workers} named={named} onDone={setReport} />}
        </Stack>
      )}
    </Loaded>
  );
}

interface CasesProps {
  from: string;
  workers: WorkerCaseload[];
  named: (id: string) => string;
  onDone: (report: { answer: ManyAssigned; numbers: Map<string, string> }) => void;
}

function Cases({ from, ...rest }: CasesProps) {
  const { t } = useTexts();
  const pages = usePages<UnassignedCase>('cases', `/caseloads/${from}/cases`, { limit: MOST_AT_ONCE });
  return <PagedList pages={pages} empty={t('many.none')}>{(items) => <Form from={from} items={items} {...rest} />}</PagedList>;
}

function Form({ from, items, workers, named, onDone }: CasesProps & { items: UnassignedCase[] }) {
  const { t, label } = useTexts();
  const refresh = useRefresh();
  const [left, setLeft] = useState<string[]>([]);
  const fields = useFields({ ownerId: '', handover: '', reason: '' });
  const chosen = items.filter((one) => !left.includes(one.id));
  const submission = useSubmission<{ data: ManyAssigned }>(
    ({ data }) => {
      onDone({ answer: data, numbers: new Map(items.map((one) => [one.id, one.number])) });
      fields.reset();
      refresh();
    },
    (problem) => fields.refused(problem),
  );
  const { ownerId, handover, reason } = fields.values;
  const tooMany = chosen.length > MOST_AT_ONCE;
  const taker = workers.find((one) => one.staffId === ownerId);
  const mayNeedReason = taker !== undefined && taker.open + chosen.length > taker.reasonAt;
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (ownerId === '') found['ownerId'] = 'field.required';
    if (handover.trim().length < MIN_HANDOVER) found['handover'] = handover.trim() === '' ? 'field.required' : 'field.length';
    if (reason.trim() !== '' && reason.trim().length < MIN_REASON) found['reason'] = 'field.length';
    if (!fields.check(found) || chosen.length === 0 || tooMany) return;
    void submission.submit(() =>
      change<ManyAssigned>('cases', '/case-assignments', {
        body: {
          cases: chosen.map((one) => ({ caseId: one.id, etag: one.etag })),
          ownerId,
          happenedAt: new Date().toISOString(),
          ...filled({ handover, reason: mayNeedReason ? reason : '' }),
        },
      }),
    );
  };
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('many.submit', { count: chosen.length })} testId="give-many">
      <Checkbox.Group label={t('many.which')} value={chosen.map((one) => one.id)} onChange={(kept) => setLeft(items.map((one) => one.id).filter((id) => !kept.includes(id)))}>
        <Stack gap="xs" mt="xs">
          {items.map((one) => (
            <Group key={one.id} gap="sm" data-testid="many-case">
              <Checkbox value={one.id} label={<><Code>{one.number}</Code>{t('list.comma')}{label('case-state', one.state)}</>} className="hifazat-choice" />
              <RiskBadge level={one.riskLevel} />
            </Group>
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.length === 0 && <Text size="sm" role="status">{t('many.nothing-chosen')}</Text>}
      {tooMany && <Text size="sm" role="status" data-testid="many-too-many">{label('problem', 'too-many-cases')}</Text>}
      <SelectField
        {...fields.bind('ownerId')}
        label={t('many.to')}
        options={workers
          .filter((one) => one.staffId !== from)
          .map((one) => ({ value: one.staffId, label: named(one.staffId), disabled: !one.mayOwn }))}
        placeholder={t('action.choose')}
        required
      />
      {taker !== undefined && <div className={classes['worker']}><CaseloadGauge load={taker} /></div>}
      <Textarea {...fields.bind('handover')} label={t('many.handover')} description={t('assign.handover-hint')} dir="auto" autosize minRows={3} maxLength={4000} required />
      {mayNeedReason && <Textarea {...fields.bind('reason')} label={t('assign.reason')} dir="auto" autosize minRows={2} maxLength={1000} />}
      {taker?.band === 'approval' && <AskCommission staffId={taker.staffId} />}
    </ActionForm>
  );
}

/** Each case and what became of it. */
function Report({ answer, numbers }: { answer: ManyAssigned; numbers: Map<string, string> }) {
  const { t, label } = useTexts();
  return (
    <Stack gap="xs" role="status" data-testid="many-report">
      <Text fw={600}>{t('many.done', { count: answer.assigned })}</Text>
      {answer.refused > 0 && (
        <>
          <Text size="sm">{t('many.left', { count: answer.refused })}</Text>
          <ul className={classes['list']}>
            {answer.items
              .filter((one) => one.problem !== undefined)
              .map((one) => (
                <li key={one.caseId}>
                  <Text size="sm" component="div"><Code>{numbers.get(one.caseId) ?? ''}</Code> {label('problem', one.problem ?? '')}</Text>
                </li>
              ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
