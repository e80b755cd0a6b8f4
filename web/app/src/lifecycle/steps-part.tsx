import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useStaffName } from '../directory/queries.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { useKeptOpen } from '../ui/kept-open.ts';
import { PersonName } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { Blockers } from './blockers.tsx';
import { STEP_TEXTS } from './case-header.tsx';
import { CaseApprovals, RequestButtons } from './case-approvals.tsx';
import { CloseCase } from './close-case.tsx';
import { EpisodeHistory } from './episode-history.tsx';
import classes from './lifecycle.module.css';
import { LowerRisk } from './lower-risk.tsx';
import { useStanding } from './queries.ts';
import { ReopenCase } from './reopen-case.tsx';
import { StandingMeanwhile, useStandingMeanwhile } from './standing-meanwhile.tsx';
import type { NextStep, Standing } from './types.ts';

/** The part "Steps" of a case file: what may be done next, what may not and why, and what was done. */
export default function StepsPart({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const standing = useStanding(detail);
  return (
    <Stack gap="lg">
      <Panel title={t('steps.next')} testId="next-steps">
        <Loaded query={standing}>{(data) => <NextSteps standing={data} />}</Loaded>
      </Panel>
      <CaseApprovals detail={detail} />
      <LowerRisk detail={detail} />
      <Loaded query={standing}>{(data) => <StepHistory standing={data} unitId={detail.unitId} />}</Loaded>
      <EpisodeHistory caseId={detail.id} />
    </Stack>
  );
}

function NextSteps({ standing }: { standing: Standing }) {
  // Taken by a colleague meanwhile, a step is offered no more; what is typed about it stays until it is closed.
  const kept = useKeptOpen<NextStep & { id: string }>();
  const steps = kept.keep(standing.nextSteps.map((next) => ({ ...next, id: next.step })));
  return (
    <ul className={classes['steps']}>
      {steps.map((next) => (
        <li key={next.step} data-testid="step" data-step={next.step} data-allowed={next.allowed}>
          <NextStepItem standing={standing} next={next} open={kept.isOpen(next)} setOpen={(open) => (open ? kept.open(next) : kept.close(next))} />
        </li>
      ))}
    </ul>
  );
}

function NextStepItem({ standing, next, open, setOpen }: { standing: Standing; next: NextStep; open: boolean; setOpen: (open: boolean) => void }) {
  const { t } = useTexts();
  // A closure may be proposed although gates are shut: a supervisor can pass over some of them.
  const offered = next.step === 'close' ? next.yours && next.blockers.every((one) => one.overridable) : next.allowed;
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <Text fw={600}>{t(STEP_TEXTS[next.step])}</Text>
        {offered && !open && (
          <Button variant="light" onClick={() => setOpen(true)} data-testid={`take-${next.step}`}>{t('steps.take')}</Button>
        )}
      </Group>
      {!next.yours && <Text size="sm" c="dimmed">{t('steps.not-yours')}</Text>}
      {next.blockers.length > 0 && (
        <>
          <Text size="sm" c="dimmed">{t('standing.first')}</Text>
          <Blockers caseId={standing.caseId} blockers={next.blockers} />
          {next.yours && <RequestButtons caseId={standing.caseId} blockers={next.blockers} />}
        </>
      )}
      {open && next.step === 'close' && <CloseCase standing={standing} onClose={() => setOpen(false)} />}
      {open && next.step === 'reopen' && <ReopenCase standing={standing} onClose={() => setOpen(false)} />}
      {open && next.step !== 'close' && next.step !== 'reopen' && (
        <TakeStep standing={standing} next={next} onClose={() => setOpen(false)} />
      )}
    </Stack>
  );
}

function TakeStep({ standing, next, onClose }: { standing: Standing; next: NextStep; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const fields = useFields({ happenedAt: toLocalInput(new Date()) });
  const meanwhile = useStandingMeanwhile(standing);
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const happenedAt = fromLocalInput(fields.values.happenedAt);
  const send = () => {
    if (!fields.check(happenedAt === undefined ? { happenedAt: 'field.required' } : {})) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${standing.caseId}/steps`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { step: next.step, happenedAt },
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
      <MomentField {...fields.bind('happenedAt')} label={t('steps.when')} required />
      <StandingMeanwhile meanwhile={meanwhile} submission={submission} step={next.step} happenedAt={happenedAt} refresh={refresh} onClose={onClose} />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="confirm-step">{t(STEP_TEXTS[next.step])}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function StepHistory({ standing, unitId }: { standing: Standing; unitId: string }) {
  const { t, label } = useTexts();
  const staffName = useStaffName(unitId);
  if (standing.steps.length === 0) return null;
  return (
    <Panel title={t('steps.history')} testId="step-history">
      <ol className={classes['steps']}>
        {standing.steps.map((step) => {
          const name = staffName(step.recordedBy);
          return (
            <li key={`${step.step} ${step.recordedAt}`}>
              <Text fw={600}>{label('case-state', step.to)}</Text>
              <Text size="sm" c="dimmed">
                <Moment at={step.happenedAt} />{t('list.comma')}
                {name === undefined ? t('directory.colleague') : <PersonName name={name} />}
              </Text>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
