import { Badge } from '@mantine/core';
import type { ReferralStatus, RiskLevel, Urgency } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';

const URGENCY: Record<Urgency, string> = { immediate: 'red', urgent: 'orange', routine: 'gray' };
const RISK: Record<RiskLevel, string> = { high: 'red', medium: 'orange', low: 'green', none: 'gray' };
const STATUS: Record<ReferralStatus, string> = {
  draft: 'gray',
  requested: 'blue',
  accepted: 'cyan',
  rejected: 'red',
  'in-progress': 'cyan',
  'on-hold': 'orange',
  completed: 'green',
  failed: 'red',
  cancelled: 'gray',
  'entered-in-error': 'gray',
};

export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { label } = useTexts();
  return <Badge variant="light" color={URGENCY[urgency] ?? 'gray'}>{label('urgency', urgency)}</Badge>;
}

export function RiskBadge({ level, size = 'md' }: { level: RiskLevel | undefined; size?: 'md' | 'lg' }) {
  const { t, label } = useTexts();
  if (level === undefined) {
    return <Badge variant="outline" color="gray" size={size} data-testid="risk">{t('risk.not-assessed')}</Badge>;
  }
  return (
    <Badge variant="light" color={RISK[level]} size={size} data-testid="risk" data-level={level}>
      {label('risk', level)}
    </Badge>
  );
}

export function StatusBadge({ status }: { status: ReferralStatus }) {
  const { label } = useTexts();
  return (
    <Badge variant="light" color={STATUS[status] ?? 'gray'} data-testid="referral-status" data-status={status}>
      {label('referral-status', status)}
    </Badge>
  );
}
