import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AssessmentResult, CaseDetail } from '../api/types.ts';
import { Arithmetic } from '../assessment/arithmetic.tsx';
import { FromMergedCase } from '../duplicates/from-merged-case.tsx';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { useAssessments } from './queries.ts';

/** The level the case carries, and the sum behind it from the service that made it. */
export function CaseRisk({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const assessments = useAssessments(detail.id);
  return (
    <Panel
      title={t('case.risk')}
      testId="risk-panel"
      action={
        <Button component={Link} to={`/cases/${detail.id}/assess`} data-testid="assess">
          {t(detail.riskLevel === undefined ? 'case.assess' : 'case.assess-again')}
        </Button>
      }
    >
      <Stack gap="md">
        <Group gap="sm">
          <Text size="sm" c="dimmed">{t('case.risk-now')}</Text>
          <RiskBadge level={detail.riskLevel} />
          {detail.riskSetAt !== undefined && <Text size="sm" c="dimmed"><Moment at={detail.riskSetAt} /></Text>}
        </Group>
        <Loaded query={assessments} empty={{ when: (items) => !items.some(setsRisk), text: t('case.no-assessments') }}>
          {(items) => <Assessments items={items.filter(setsRisk)} caseId={detail.id} />}
        </Loaded>
      </Stack>
    </Panel>
  );
}

/** Many instruments are used; only some say how high the risk is. */
function setsRisk(one: AssessmentResult): boolean {
  return one.riskLevel !== undefined && one.amendedBy === undefined;
}

function Assessments({ items, caseId }: { items: AssessmentResult[]; caseId: string }) {
  const { t } = useTexts();
  const ordered = [...items].sort((a, b) => b.conductedAt.localeCompare(a.conductedAt));
  const [last, ...earlier] = ordered;
  if (last === undefined) return null;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">{t('case.last-assessment')} <Moment at={last.conductedAt} /> <FromMergedCase of={last.caseId} shownIn={caseId} /></Text>
      <Arithmetic result={last} />
      {earlier.length > 0 && (
        <div>
          <Text fw={600} size="sm">{t('case.earlier-assessments')}</Text>
          <ul className="hifazat-list">
            {earlier.map((result) => (
              <li key={result.id}>
                <Group gap="sm"><RiskBadge level={result.riskLevel} /><Moment at={result.conductedAt} /><FromMergedCase of={result.caseId} shownIn={caseId} /></Group>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}
