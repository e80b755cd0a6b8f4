import { Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AssessmentResult, CaseDetail, RiskLevel } from '../api/types.ts';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useRiskHistory } from '../lifecycle/queries.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { PersonName } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';

interface Entry {
  at: string;
  level: RiskLevel;
  /** Lowered by a supervisor: from which level, and why. */
  lowered?: { from: RiskLevel; reason: string };
  assessmentId: string;
  by: string | undefined;
}

function entries(results: readonly AssessmentResult[], lowerings: readonly { assessmentId: string; from: RiskLevel; to: RiskLevel; reason: string; happenedAt: string }[]): Entry[] {
  const said = results.flatMap((one): Entry[] =>
    one.riskLevel === undefined ? [] : [{ at: one.conductedAt, level: one.riskLevel, assessmentId: one.id, by: one.conductedBy }],
  );
  const lowered = lowerings.map(
    (one): Entry => ({ at: one.happenedAt, level: one.to, lowered: { from: one.from, reason: one.reason }, assessmentId: one.assessmentId, by: undefined }),
  );
  return [...said, ...lowered].sort((a, b) => b.at.localeCompare(a.at));
}

/** Every level that was found or set: when, by whom, from which answers, and why it was lowered. */
export function RiskOverTime({ detail, results }: { detail: CaseDetail; results: readonly AssessmentResult[] }) {
  const { t } = useTexts();
  const risk = useRiskHistory(detail.id);
  const staffName = useStaffName(detail.unitId);
  if (!results.some((one) => one.riskLevel !== undefined)) return null;
  return (
    <Panel title={t('risk-history.title')} testId="risk-history">
      <Loaded query={risk}>
        {({ lowerings }) => (
          <ul className="hifazat-list">
            {entries(results, lowerings).map((one) => {
              const by = one.by === undefined ? undefined : staffName(one.by);
              return (
                <li key={`${one.at} ${one.level}`} data-testid="risk-entry" data-level={one.level} data-lowered={one.lowered !== undefined}>
                  <Group gap="sm">
                    {one.lowered !== undefined && (
                      <>
                        <RiskBadge level={one.lowered.from} />
                        <span aria-hidden="true" className="hifazat-arrow">→</span>
                      </>
                    )}
                    <RiskBadge level={one.level} />
                    <Text size="sm" c="dimmed"><Moment at={one.at} />{by !== undefined && <> · <PersonName name={by} /></>}</Text>
                    <Link to={`/cases/${detail.id}/assessments/${one.assessmentId}`} className="hifazat-row-link">{t('risk-history.answers')}</Link>
                  </Group>
                  {one.lowered !== undefined && <Text size="sm" dir="auto">{t('risk-history.lowered')} {one.lowered.reason}</Text>}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
