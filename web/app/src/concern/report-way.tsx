import { Stack, Text } from '@mantine/core';
import type { Report } from '../api/types.ts';
import { useAgencyName, useDistrictName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Panel } from '../ui/panel.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';

/** Where a report has been: other districts' queues and other bodies, the first first. */
export function ReportWay({ report }: { report: Report }) {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  const agencyName = useAgencyName();
  const routings = report.routings ?? [];
  const referrals = report.referrals ?? [];
  if (routings.length + referrals.length === 0) return null;
  return (
    <Panel title={t('report.way')} testId="report-way">
      <ul className="hifazat-list">
        {routings.map((one) => (
          <li key={one.routedAt} data-testid="routing">
            <Stack gap={2}>
              <Text>
                {t('report.routed', { from: districtName(one.fromDistrict), to: districtName(one.toDistrict) })}
                {t('list.comma')}<Moment at={one.routedAt} />
              </Text>
              {one.back && <Text size="sm" fw={650}>{t('report.routed-back')}</Text>}
              <Text size="sm" dir="auto">{one.reason}</Text>
            </Stack>
          </li>
        ))}
        {referrals.map((one) => (
          <li key={one.referredAt} data-testid="onward">
            <Stack gap={2}>
              <Text>
                {t('report.referred-to')} {one.agencyId === undefined ? label('referral-body', one.bodyKind) : agencyName(one.agencyId)}
                {t('list.comma')}<Moment at={one.referredAt} />
              </Text>
              <Text size="sm" dir="auto">{one.reason}</Text>
              <Text size="sm" c="dimmed">
                {one.result === undefined ? (
                  <>{t('report.ask-on')} <DateOnly at={one.followUpOn} /></>
                ) : (
                  label('onward-result', one.result)
                )}
              </Text>
            </Stack>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
