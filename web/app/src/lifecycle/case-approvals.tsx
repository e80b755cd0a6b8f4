import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { PersonName } from '../ui/names.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { useApprovals } from './queries.ts';
import classes from './lifecycle.module.css';
import type { Approval, ApprovalState, Blocker } from './types.ts';

const WAITS = '-not-approved';
const COLOURS: Record<ApprovalState, string> = { pending: 'orange', approved: 'green', rejected: 'red', withdrawn: 'gray' };

/** Asking the supervisor for what a step waits for. */
export function RequestButtons({ caseId, blockers }: { caseId: string; blockers: Blocker[] }) {
  const approvals = useApprovals(caseId);
  // What waits stands first: nothing is asked again while it does.
  const pending = (approvals.data?.pages ?? []).flatMap((page) => page.items).filter((one) => one.state === 'pending').map((one) => one.kind);
  const kinds = blockers
    .filter((one) => one.code.endsWith(WAITS))
    .map((one) => one.code.slice(0, -WAITS.length))
    .filter((kind) => !pending.includes(kind));
  if (approvals.data === undefined || kinds.length === 0) return null;
  return <Stack gap="xs">{kinds.map((kind) => <RequestButton key={kind} caseId={caseId} kind={kind} />)}</Stack>;
}

function RequestButton({ caseId, kind }: { caseId: string; kind: string }) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const submission = useSubmission<unknown>(() => void queries.invalidateQueries({ queryKey: ['cases'] }));
  const ask = () =>
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${caseId}/approvals`, {
        idempotencyKey,
        body: { kind, happenedAt: new Date().toISOString() },
      }),
    );
  return (
    <div>
      <Button variant="default" loading={submission.busy} onClick={ask} data-testid={`ask-${kind}`}>
        {t('approval.ask', { kind: label('approval-kind', kind) })}
      </Button>
      <ProblemNotice problem={submission.problem} focused />
    </div>
  );
}

/** What was asked of the supervisors and what they answered. */
export function CaseApprovals({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const approvals = useApprovals(detail.id);
  return (
    <Panel title={t('approval.of-case')} testId="case-approvals">
      <PagedList pages={approvals} empty={t('approval.none')}>
        {(items) => (
          <ul className={classes['steps']}>
            {items.map((approval) => (
              <li key={approval.id}><ApprovalItem approval={approval} unitId={detail.unitId} /></li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function ApprovalItem({ approval, unitId }: { approval: Approval; unitId: string }) {
  const { t, label } = useTexts();
  const staffName = useStaffName(unitId);
  const name = approval.decidedBy === undefined ? undefined : staffName(approval.decidedBy);
  return (
    <Group justify="space-between" gap="sm" data-testid="approval" data-kind={approval.kind} data-state={approval.state}>
      <div>
        <Text fw={600}>{label('approval-kind', approval.kind)}</Text>
        <Text size="sm" c="dimmed">
          {t('approval.asked')} <Moment at={approval.requestedAt} />
          {approval.decidedAt !== undefined && (
            <>
              {t('list.comma')}{t('approval.answered')} <Moment at={approval.decidedAt} />{t('list.comma')}
              {name === undefined ? t('directory.colleague') : <PersonName name={name} />}
            </>
          )}
        </Text>
      </div>
      <Group gap="sm">
        <ApprovalBadge state={approval.state} />
        {approval.state === 'pending' && approval.ownRequest && <Withdraw approval={approval} />}
      </Group>
    </Group>
  );
}

export function ApprovalBadge({ state }: { state: ApprovalState }) {
  const { label } = useTexts();
  return <Badge variant="light" color={COLOURS[state]}>{label('approval-state', state)}</Badge>;
}

function Withdraw({ approval }: { approval: Approval }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(refresh);
  const send = () =>
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${approval.caseId}/approvals/${approval.kind}/withdrawal`, {
        ifMatch: approval.etag,
        idempotencyKey,
      }),
    );
  return (
    <div>
      <Button variant="default" loading={submission.busy} onClick={send} data-testid="withdraw-approval">
        {t('approval.withdraw')}
      </Button>
      <ProblemNotice problem={submission.problem} focused onReload={refresh} />
    </div>
  );
}
