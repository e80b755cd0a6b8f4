import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from 'react-router';
import { asProblem } from '../api/problem.ts';
import type { CaseDetail, Role } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { UNIT_STAFF } from '../shell/navigation.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Countdown } from '../ui/time.tsx';
import { Blockers } from './blockers.tsx';
import classes from './lifecycle.module.css';
import { useStanding } from './queries.ts';
import type { NextStep, Standing } from './types.ts';

/** What whoever opens a case has to see at once: state, risk, the next deadline, warnings, what comes next. */
export function CaseHeader({ detail, brief = false }: { detail: CaseDetail; /** On a telephone without what has to be done first. */ brief?: boolean }) {
  const { t, label } = useTexts();
  const standing = useStanding(detail);
  const data = standing.data;
  if (data === undefined) {
    return standing.isError ? (
      <ProblemNotice problem={asProblem(standing.error)} onRetry={() => void standing.refetch()} />
    ) : null;
  }
  return (
    <section aria-label={t('standing.title')} className={classes['header']} data-testid="case-header" data-state={data.state}>
      <Badge variant={data.state === 'closed' ? 'filled' : 'light'} color={data.state === 'closed' ? 'dark' : 'hifazat'} size="lg">
        {label('case-state', data.state)}
      </Badge>
      {data.episode > 1 && <Text size="sm">{t('standing.episode', { episode: data.episode })}</Text>}
      <RiskBadge level={data.riskLevel} size="lg" />
      {data.nextDeadline !== undefined && (
        <Text size="sm" data-testid="next-deadline">
          {label('task', data.nextDeadline.kind)}{t('list.comma')}<Countdown until={data.nextDeadline.dueAt} />
        </Text>
      )}
      <Warnings standing={data} />
      <Next standing={data} brief={brief} />
    </section>
  );
}

function Warnings({ standing }: { standing: Standing }) {
  const { label } = useTexts();
  if (standing.warnings.length === 0) return null;
  return (
    <ul className={classes['warnings']} data-testid="warnings">
      {standing.warnings.map((warning) => (
        <li key={`${warning.code} ${warning.subjectId ?? ''}`} data-code={warning.code} data-urgent={warning.urgent}>
          {label('warning', warning.code)}
          <WayTo warning={warning} />
        </li>
      ))}
    </ul>
  );
}

/** Where a warning leads, and for whom; of any feature. */
const WARNING_WHERE: Record<string, { to: (subjectId: string) => string; roles: readonly Role[] }> = {
  'case-merged': { to: (id) => `/cases/${id}`, roles: UNIT_STAFF },
  'holds-merged-case': { to: (id) => `/cases/${id}`, roles: UNIT_STAFF },
  'likely-duplicate': { to: (id) => `/duplicates/${id}`, roles: ['social-worker', 'protection-officer', 'supervisor'] },
  'possible-duplicate': { to: (id) => `/duplicates/${id}`, roles: ['social-worker', 'protection-officer', 'supervisor'] },
};

function WayTo({ warning }: { warning: Standing['warnings'][number] }) {
  const { t } = useTexts();
  const me = useMe();
  const where = WARNING_WHERE[warning.code];
  if (where === undefined || warning.subjectId === undefined) return null;
  if (me.data?.roles.some((role) => where.roles.includes(role)) !== true) return null;
  return <> <Anchor component={Link} to={where.to(warning.subjectId)}>{t('warning.go')}</Anchor></>;
}

/** The first step on; the part "Steps" has all of them. */
function Next({ standing, brief }: { standing: Standing; brief: boolean }) {
  const { t } = useTexts();
  const next: NextStep | undefined = standing.nextSteps[0];
  if (next === undefined) return null;
  return (
    <div className={classes['next']} data-testid="next-step" data-step={next.step} data-brief={brief}>
      <Text size="sm" component="div">
        {t('standing.next')}{' '}
        <Anchor component={Link} to={`/cases/${standing.caseId}/steps`}>{t(STEP_TEXTS[next.step])}</Anchor>
      </Text>
      {next.blockers.length > 0 && (
        <>
          <Text size="sm" c="dimmed">{t('standing.first')}</Text>
          <Blockers caseId={standing.caseId} blockers={next.blockers} />
        </>
      )}
    </div>
  );
}

export const STEP_TEXTS = {
  assess: 'step.assess',
  plan: 'step.plan',
  implement: 'step.implement',
  review: 'step.review',
  replan: 'step.replan',
  close: 'step.close',
  reopen: 'step.reopen',
} as const;
