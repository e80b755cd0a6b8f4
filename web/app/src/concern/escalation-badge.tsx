import { Badge } from '@mantine/core';
import type { ReportLine } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';

/** Who was told that nobody has decided in time. */
export function EscalationBadge({ report }: { report: ReportLine }) {
  const { t } = useTexts();
  if (report.state !== 'waiting') return null;
  if (report.commissionToldAt !== undefined) {
    return <Badge color="red" variant="filled" data-testid="escalation" data-level="commission">{t('report.told-commission')}</Badge>;
  }
  if (report.escalatedAt !== undefined) {
    return <Badge color="red" variant="light" data-testid="escalation" data-level="supervisor">{t('report.told-supervisor')}</Badge>;
  }
  return null;
}
