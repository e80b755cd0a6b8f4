import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useReferrals } from '../cases/queries.ts';
import { useAgencyName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';

/** Who was asked to carry an action of the plan out, and the way to ask. */
export function ReferredFor({ caseId, actionId, open }: { caseId: string; actionId: string; open: boolean }) {
  const { t, label } = useTexts();
  const agencyName = useAgencyName();
  const made = (useReferrals(caseId).data ?? []).filter((one) => one.actionId === actionId);
  return (
    <Group gap="sm">
      {made.map((one) => (
        <Text size="sm" key={one.id} data-testid="referred-for">
          {t('plan.referred')} <Anchor component={Link} to={`/referrals/${one.id}`}>{agencyName(one.agencyId)}</Anchor> · {label('referral-status', one.status)}
        </Text>
      ))}
      {open && (
        <Button component={Link} to={`/cases/${caseId}/refer?action=${actionId}`} variant="subtle" size="compact-sm" data-testid="refer-action">
          {t('plan.refer')}
        </Button>
      )}
    </Group>
  );
}
