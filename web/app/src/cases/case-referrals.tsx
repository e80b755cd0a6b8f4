import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CaseDetail } from '../api/types.ts';
import { useAgencyName } from '../directory/queries.ts';
import { FromMergedCase } from '../duplicates/from-merged-case.tsx';
import { ReferralDrafts } from '../referral/referral-drafts.tsx';
import { useTexts } from '../i18n/text.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { useReferrals } from './queries.ts';
import classes from './cases.module.css';

export function CaseReferrals({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const referrals = useReferrals(detail.id);
  const agencyName = useAgencyName();
  return (
    <>
    <ReferralDrafts detail={detail} />
    <Panel
      title={t('referral.list')}
      testId="referrals"
      action={
        <Button component={Link} to={`/cases/${detail.id}/refer`} variant="light" data-testid="refer">
          {t('referral.new')}
        </Button>
      }
    >
      <Loaded query={referrals} empty={{ when: (items) => items.length === 0, text: t('referral.none') }}>
        {(items) => (
          <ul className="hifazat-list">
            {[...items]
              .sort((a, b) => b.authoredAt.localeCompare(a.authoredAt))
              .map((referral) => (
                <li key={referral.id} className={classes['task']} data-testid="referral-row" data-status={referral.status}>
                  <Group justify="space-between" gap="sm">
                    <div>
                      <Anchor component={Link} to={`/referrals/${referral.id}`} className="hifazat-row-link">
                        {agencyName(referral.agencyId)}
                      </Anchor>
                      <Text size="sm" c="dimmed"><Moment at={referral.authoredAt} /> <FromMergedCase of={referral.caseId} shownIn={detail.id} /></Text>
                    </div>
                    <Group gap="sm">
                      {referral.loopClosedAt !== undefined && <Text size="sm">{t('referral.loop-closed')}</Text>}
                      <StatusBadge status={referral.status} />
                    </Group>
                  </Group>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </Panel>
    </>
  );
}
