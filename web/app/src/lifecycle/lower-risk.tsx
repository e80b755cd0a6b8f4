import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change, read } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import classes from './lifecycle.module.css';
import { useRiskHistory } from './queries.ts';
import type { RiskHistory, RiskSaid } from './types.ts';

const MIN_WORDS = 10;

/** An assessment says less than the case carries: a supervisor may follow it, with a reason. */
export function LowerRisk({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const risk = useRiskHistory(detail.id);
  const data = risk.data;
  if (!risk.isError && (data === undefined || (data.suggestion === undefined && data.lowerings.length === 0))) return null;
  return (
    <Panel title={t('lowering.title')} testId="lowering">
      <Loaded query={risk}>
        {(found) => (
          <Stack gap="md">
            {found.suggestion !== undefined && <Suggestion caseId={detail.id} risk={found} said={found.suggestion} />}
            {found.lowerings.length > 0 && (
              <ul className={classes['steps']}>
                {found.lowerings.map((one) => (
                  <li key={one.assessmentId}>
                    <Group gap="xs">
                      <RiskBadge level={one.from} /><span aria-hidden="true" className="hifazat-arrow">→</span><RiskBadge level={one.to} />
                      <Moment at={one.happenedAt} />
                    </Group>
                    <Text size="sm" dir="auto" className={classes['content']}>{one.reason}</Text>
                  </li>
                ))}
              </ul>
            )}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function Suggestion({ caseId, risk, said }: { caseId: string; risk: RiskHistory; said: RiskSaid }) {
  const { t } = useTexts();
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Text size="sm">{t('lowering.suggested')}</Text>
        <RiskBadge level={said.level} />
        <Text size="sm" c="dimmed"><Moment at={said.conductedAt} /></Text>
      </Group>
      {risk.yoursToLower ? <Form caseId={caseId} risk={risk} said={said} /> : <Text size="sm">{t('lowering.waits')}</Text>}
    </Stack>
  );
}

function Form({ caseId, risk, said }: { caseId: string; risk: RiskHistory; said: RiskSaid }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const fields = useFields({ reason: '' });
  const meanwhile = useMeanwhile<RiskHistory>(risk.etag, async () => {
    const { data } = await read<RiskHistory>('cases', `/cases/${caseId}/risk`);
    return { data, etag: data.etag };
  });
  const submission = useSubmission<unknown>(refresh, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const send = () => {
    const reason = fields.values.reason.trim();
    if (!fields.check(reason.length < MIN_WORDS ? { reason: 'field.required' } : {})) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${caseId}/risk-lowering`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { assessmentId: said.assessmentId, happenedAt: new Date().toISOString(), reason },
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
      <Textarea {...fields.bind('reason')} label={t('lowering.reason')} dir="auto" autosize minRows={2} required />
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        onReload={refresh}
        over={(now) => now.suggestion?.assessmentId !== said.assessmentId}
        onGoOn={submission.clear}
        onTakeTheirs={refresh}
        fields={(now) => [
          { label: t('conflict.became'), mine: <RiskBadge level={said.level} />, theirs: <RiskBadge level={now.level} /> },
          {
            label: t('lowering.reason'),
            mine: fields.values.reason,
            theirs: now.lowerings.find((one) => one.assessmentId === said.assessmentId)?.reason,
          },
        ]}
      />
      <Group><Button type="submit" loading={submission.busy} data-testid="lower-risk">{t('lowering.submit')}</Button></Group>
    </form>
  );
}
