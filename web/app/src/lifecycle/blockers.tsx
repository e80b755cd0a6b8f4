import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import classes from './lifecycle.module.css';
import type { Blocker } from './types.ts';

/** Where a person goes to do what is missing; one line per code, of any feature. */
const WHERE: Record<string, (caseId: string, subjectId: string | undefined) => string> = {
  'consent-needed': (caseId) => `/cases/${caseId}/consents/new`,
  'caregiver-consent-needed': (caseId) => `/cases/${caseId}/consents/new?givenBy=caregiver`,
  'child-assent-needed': (caseId) => `/cases/${caseId}/consents/new?givenBy=child`,
  'child-consent-needed': (caseId) => `/cases/${caseId}/consents/new?givenBy=child`,
  'own-consent-needed': (caseId) => `/cases/${caseId}/consents/new?givenBy=child`,
  'consent-refused': (caseId) => `/cases/${caseId}/consents`,
  'consent-expired': (caseId) => `/cases/${caseId}/consents`,
  'risk-not-set': (caseId) => `/cases/${caseId}/assess`,
  'comprehensive-assessment-needed': (caseId) => `/cases/${caseId}/assess`,
  'safety-plan-needed': (caseId) => `/cases/${caseId}/plan`,
  'safety-plan-after-alarm': (caseId) => `/cases/${caseId}/plan`,
  'case-plan-not-approved': (caseId) => `/cases/${caseId}/plan`,
  'review-needed': (caseId) => `/cases/${caseId}/follow-up`,
  'overdue-follow-up': (caseId) => `/cases/${caseId}/follow-up`,
  'open-high-risk': (caseId) => `/cases/${caseId}/assess`,
  'active-order': (caseId) => `/cases/${caseId}/legal`,
  'active-placement': (caseId) => `/cases/${caseId}/legal`,
  'child-missing': (caseId) => `/cases/${caseId}/incidents`,
  'transfer-pending': (caseId) => `/cases/${caseId}/assignment`,
  'open-referral': (_, referral) => `/referrals/${referral}`,
  'case-merged': (_, survivor) => `/cases/${survivor}`,
};

/** What stands in the way of a step, each with the way to it. */
export function Blockers({ caseId, blockers }: { caseId: string; blockers: Blocker[] }) {
  const { t, label } = useTexts();
  return (
    <ul className={classes['blockers']} data-testid="blockers">
      {blockers.map((blocker) => {
        const to = WHERE[blocker.code]?.(caseId, blocker.subjectId);
        return (
          <li key={`${blocker.code} ${blocker.subjectId ?? ''}`} data-code={blocker.code}>
            {label('blocker', blocker.code)}
            {blocker.overridable && <> {t('blocker.overridable-hint')}</>}
            {to !== undefined && <> <Anchor component={Link} to={to}>{t('blocker.go')}</Anchor></>}
          </li>
        );
      })}
    </ul>
  );
}
