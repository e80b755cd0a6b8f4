import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import type { Plan, PlanLine } from '../casework/types.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { FromCase } from '../ui/from-case.tsx';
import { Empty, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly } from '../ui/time.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanView } from './plan-view.tsx';
import { usePlan, usePlans } from './queries.ts';
import { SafetyPanel } from './safety-panel.tsx';

export default function PlanPart({ detail }: { detail: CaseDetail }) {
  const { label } = useTexts();
  const plans = usePlans(detail.id);
  return (
    <Stack gap="lg">
      <SafetyPanel detail={detail} />
      <Panel title={label('approval-kind', 'case-plan')} testId="case-plan">
        <Loaded query={plans}>{(lines) => <Editions detail={detail} lines={lines} />}</Loaded>
      </Panel>
    </Stack>
  );
}

function Editions({ detail, lines }: { detail: CaseDetail; lines: PlanLine[] }) {
  const { t } = useTexts();
  const [writing, setWriting] = useState(false);
  const own = lines.filter((line) => line.fromCase === undefined);
  const inForce = own.find((line) => line.state === 'approved');
  const next = own.find((line) => line.state === 'draft' || line.state === 'submitted');
  const former = lines.filter((line) => line.state === 'replaced' || line.fromCase !== undefined);
  const closed = detail.state === 'closed';
  return (
    <Stack gap="lg">
      {next !== undefined && <OpenEdition detail={detail} line={next} />}
      {inForce !== undefined && <OneEdition detail={detail} line={inForce} title={t('plan.in-force', { edition: inForce.edition })} />}
      {inForce === undefined && next === undefined && !writing && <Empty text={t('plan.none')} />}
      {next === undefined && !closed && (writing ? (
        <NewEdition detail={detail} inForce={inForce} onClose={() => setWriting(false)} />
      ) : (
        <Group>
          <Button onClick={() => setWriting(true)} data-testid="write-plan">{t(inForce === undefined ? 'plan.write' : 'plan.write-next')}</Button>
        </Group>
      ))}
      {former.length > 0 && <Former detail={detail} lines={former} />}
    </Stack>
  );
}

/** The next edition begins with what the one in force says. */
function NewEdition({ detail, inForce, onClose }: { detail: CaseDetail; inForce: PlanLine | undefined; onClose: () => void }) {
  if (inForce === undefined) return <PlanForm detail={detail} onClose={onClose} />;
  return <FromEdition detail={detail} id={inForce.id} onClose={onClose} />;
}

function FromEdition({ detail, id, onClose }: { detail: CaseDetail; id: string; onClose: () => void }) {
  const plan = usePlan(id);
  return <Loaded query={plan}>{({ data }) => <PlanForm detail={detail} from={data} onClose={onClose} />}</Loaded>;
}

function OneEdition({ detail, line, title }: { detail: CaseDetail; line: PlanLine; title: string }) {
  const plan = usePlan(line.id);
  return (
    <Loaded query={plan}>
      {({ data }) => (
        <section aria-label={title} data-testid="plan-edition" data-state={data.state}>
          <Text fw={650} mb="xs">{title}{line.approvedAt !== undefined && <> · <DateOnly at={line.approvedAt} /></>}</Text>
          <PlanView plan={data} unitId={detail.unitId} open={data.state === 'approved' && line.fromCase === undefined && detail.state !== 'closed'} />
        </section>
      )}
    </Loaded>
  );
}

function OpenEdition({ detail, line }: { detail: CaseDetail; line: PlanLine }) {
  const { t } = useTexts();
  const plan = usePlan(line.id);
  // Submitted by a colleague meanwhile, the form stays: what was typed in it is told why it cannot be saved.
  const [writing, setWriting] = useState(false);
  return (
    <Loaded query={plan}>
      {({ data, etag }) =>
        writing ? (
          <PlanForm detail={detail} from={data} changing={etag} onClose={() => setWriting(false)} />
        ) : data.state === 'submitted' ? (
          <section aria-label={t('plan.submitted')} data-testid="plan-edition" data-state="submitted">
            <Alert color="blue" title={t('plan.submitted')} mb="md">{t('plan.submitted-text')}</Alert>
            <PlanView plan={data} unitId={detail.unitId} open={false} />
          </section>
        ) : (
          <Draft detail={detail} plan={data} etag={etag} onWrite={() => setWriting(true)} />
        )
      }
    </Loaded>
  );
}

function Draft({ detail, plan, etag, onWrite }: { detail: CaseDetail; plan: Plan; etag: string | undefined; onWrite: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(refresh);
  const submit = () =>
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/approvals`, {
        idempotencyKey,
        body: { kind: 'case-plan', happenedAt: new Date().toISOString() },
      }),
    );
  const discard = () =>
    void submission.submit(() => change('cases', `/case-plans/${plan.id}`, { method: 'DELETE', ifMatch: etag }));
  return (
    <section aria-label={t('plan.draft')} data-testid="plan-edition" data-state="draft">
      <Alert color="yellow" title={t('plan.draft')} mb="md">{t('plan.draft-text')}</Alert>
      <Stack gap="md">
        <PlanView plan={plan} unitId={detail.unitId} open={false} />
        <ProblemNotice problem={submission.problem} focused onReload={refresh} />
        <Group gap="sm">
          <Button onClick={submit} loading={submission.busy} data-testid="submit-plan">{t('plan.submit')}</Button>
          <Button variant="light" onClick={onWrite} data-testid="change-plan">{t('plan.change')}</Button>
          <Button variant="subtle" color="red" onClick={discard} data-testid="discard-plan">{t('plan.discard')}</Button>
        </Group>
      </Stack>
    </section>
  );
}

function Former({ detail, lines }: { detail: CaseDetail; lines: PlanLine[] }) {
  const { t } = useTexts();
  const [shown, setShown] = useState<string>();
  return (
    <div>
      <Text fw={650} mb="xs">{t('plan.former')}</Text>
      <ul className="hifazat-list">
        {lines.map((line) => (
          <li key={line.id}>
            <FromCase number={line.fromCase} />{' '}
            {shown === line.id ? (
              <OneEdition detail={detail} line={line} title={t('plan.edition', { edition: line.edition })} />
            ) : (
              <Anchor component="button" type="button" onClick={() => setShown(line.id)}>{t('plan.edition', { edition: line.edition })}</Anchor>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
