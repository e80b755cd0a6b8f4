import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { change, read } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { CaseloadGauge } from '../tasks/caseload-gauge.tsx';
import { PersonName } from '../ui/names.tsx';
import { Loaded } from '../ui/panel.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';
import { ActionForm } from './action-form.tsx';
import { AskCommission } from './ask-commission.tsx';
import classes from './move.module.css';
import { useCaseloads, useRefresh } from './queries.ts';
import { Staff } from './staff.tsx';
import type { Owners, WorkerCaseload } from './types.ts';

const EMPTY = { ownerId: '', handover: '', reason: '' };
const MIN_HANDOVER = 10;
const MIN_REASON = 5;

interface Props {
  caseId: string;
  unitId: string;
  etag: string;
  ownerId?: string | undefined;
  /** Somebody had the case: the next owner is told what to know. */
  handover: boolean;
  onClose: (done: boolean) => void;
}

/** Who takes the case, each with what they carry already. */
export function AssignForm(props: Props) {
  const loads = useCaseloads();
  return <Loaded query={loads}>{(workers) => <Form {...props} workers={workers} />}</Loaded>;
}

function Form({ caseId, unitId, etag, ownerId, handover, onClose, workers }: Props & { workers: WorkerCaseload[] }) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const fields = useFields(EMPTY);
  const meanwhile = useMeanwhile(etag, async () => {
    const { data } = await read<Owners>('cases', `/cases/${caseId}/owners`);
    return { data, etag: data.etag };
  });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose(true);
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const chosen = workers.find((one) => one.staffId === fields.values.ownerId);
  const needsReason = chosen?.band === 'reason' || chosen?.band === 'approval';
  const send = () => {
    const found: FieldProblems<typeof EMPTY> = {};
    if (fields.values.ownerId === '') found.ownerId = 'field.required';
    if (handover && fields.values.handover.trim().length < MIN_HANDOVER) found.handover = fields.values.handover.trim() === '' ? 'field.required' : 'field.length';
    if (needsReason && fields.values.reason.trim().length < MIN_REASON) found.reason = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(() =>
      change('cases', `/cases/${caseId}/assignment`, {
        ifMatch: meanwhile.etag,
        body: {
          ownerId: fields.values.ownerId,
          happenedAt: new Date().toISOString(),
          ...filled({ handover: fields.values.handover, reason: needsReason ? fields.values.reason : '' }),
        },
      }),
    );
  };
  const leave = () => {
    refresh();
    onClose(false);
  };
  const notice = (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={refresh}
      onGoOn={submission.clear}
      onTakeTheirs={leave}
      fields={(now) => [
        {
          label: t('assign.owner'),
          mine: chosen && <Staff id={chosen.staffId} unitId={unitId} />,
          theirs: <><Staff id={now.ownerId} unitId={unitId} /> ({t('assign.since')} <Moment at={now.since} />)</>,
        },
        { label: t('assign.handover'), mine: fields.values.handover, theirs: lastHandover(now) },
      ]}
    />
  );
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('assign.submit')} testId="assign" onClose={() => onClose(false)} notice={notice}>
      <Radio.Group
        {...fields.bind('ownerId')}
        label={t('assign.to')}
        required
        onChange={(value) => fields.set('ownerId', value)}
        data-invalid={fields.error('ownerId') !== undefined}
      >
        <div className={classes['workers']}>
          {workers.filter((one) => one.staffId !== ownerId).map((one) => <WorkerChoice key={one.staffId} worker={one} unitId={unitId} />)}
        </div>
      </Radio.Group>
      <Textarea
        {...fields.bind('handover')}
        label={handover ? t('assign.handover') : `${t('assign.handover')} (${t('state.optional')})`}
        description={t('assign.handover-hint')}
        dir="auto"
        autosize
        minRows={3}
        maxLength={4000}
        required={handover}
      />
      {needsReason && <Textarea {...fields.bind('reason')} label={t('assign.reason')} dir="auto" autosize minRows={2} maxLength={1000} required />}
      {chosen?.band === 'approval' && <AskCommission staffId={chosen.staffId} />}
    </ActionForm>
  );
}

function lastHandover(owners: Owners): string | undefined {
  return owners.changes.reduce<Owners['changes'][number] | undefined>(
    (last, one) => (last === undefined || one.happenedAt > last.happenedAt ? one : last),
    undefined,
  )?.handover;
}

function WorkerChoice({ worker, unitId }: { worker: WorkerCaseload; unitId: string }) {
  const { t, label } = useTexts();
  const name = useStaffName(unitId)(worker.staffId);
  return (
    <Stack gap={4} className={classes['worker']} data-testid="worker" data-staff={worker.staffId}>
      <Radio
        value={worker.staffId}
        disabled={!worker.mayOwn}
        label={name === undefined ? t('directory.colleague') : <PersonName name={name} />}
        className="hifazat-choice"
      />
      <Text size="sm" c="dimmed">{worker.roles.map((role) => label('role', role)).join(t('list.comma'))}</Text>
      <CaseloadGauge load={worker} />
      {!worker.mayOwn && <Text size="sm">{t('assign.no-certificate')}</Text>}
    </Stack>
  );
}
