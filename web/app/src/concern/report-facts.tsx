import { Stack, Text } from '@mantine/core';
import type { Report } from '../api/types.ts';
import { ConcernList } from '../codes/concern-picker.tsx';
import { useDistrictName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { UrgencyBadge } from '../ui/badges.tsx';
import { PersonName } from '../ui/names.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { Age, Countdown, Moment } from '../ui/time.tsx';
import { EscalationBadge } from './escalation-badge.tsx';
import { ReporterFacts } from './reporter-facts.tsx';

export function ReportFacts({ report }: { report: Report }) {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  const { reporter, childHint, place } = report;
  return (
    <Panel title={t('report.title')} testId="report">
      <Stack gap="lg">
        <Facts
          facts={[
            [t('report.urgency'), <UrgencyBadge urgency={report.urgency} />],
            [t('report.district'), districtName(report.districtCode)],
            [t('report.tehsil'), place?.tehsil && <bdi dir="auto">{place.tehsil}</bdi>],
            [t('report.union-council'), place?.unionCouncil && <bdi dir="auto">{place.unionCouncil}</bdi>],
            [t('report.place'), place?.description && <bdi dir="auto">{place.description}</bdi>],
            [t('report.channel'), label('channel', report.channel)],
            [t('report.received'), <><Moment at={report.receivedAt} /> (<Age since={report.receivedAt} />)</>],
            [t('report.recorded'), <Moment at={report.recordedAt} />],
            [
              t('report.decide-by'),
              report.state === 'waiting' && report.dueAt !== undefined && (
                <><Countdown until={report.dueAt} /> <EscalationBadge report={report} /></>
              ),
            ],
            [t('report.concerns'), <ConcernList codes={report.concerns} />],
          ]}
        />
        {report.narrative !== undefined && (
          <div>
            <Text size="sm" c="dimmed">{t('report.narrative')}</Text>
            <p className="hifazat-said" dir="auto" data-testid="narrative">{report.narrative}</p>
          </div>
        )}
        {reporter !== undefined && <ReporterFacts report={report} reporter={reporter} />}
        {childHint !== undefined && Object.keys(childHint).length > 0 && (
          <Facts
            facts={[
              [t('report.child-name'), childHint.name && <PersonName name={childHint.name} />],
              [t('report.child-sex'), childHint.sex && label('sex', childHint.sex)],
              [t('report.child-age'), childHint.ageYears === undefined ? undefined : String(childHint.ageYears)],
              [t('report.child-place'), childHint.place && <bdi dir="auto">{childHint.place}</bdi>],
            ]}
          />
        )}
      </Stack>
    </Panel>
  );
}
