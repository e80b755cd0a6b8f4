import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { codeHistoryKey, type CodeHistory } from './case-codes-page.tsx';
import { CaseloadForm } from './caseload-form.tsx';
import { ClosureRuleForm } from './closure-rule-form.tsx';
import { KeptPanel, PastBox, type Dated } from './kept-panel.tsx';
import { inOrder } from './referral-codes-page.tsx';

/** How many open cases one worker may have, as it was, is or will be. */
export interface Limits extends Dated {
  warnAt: number;
  reasonAt: number;
  approvalAt: number;
  weightHigh: number;
  weightMedium: number;
  weightLow: number;
}

/** What a reason for closing asks for. */
export interface Asked {
  underReviewOnly: boolean;
  maxRisk?: string;
  minAge?: number;
  minAttempts: number;
  minAttemptDays: number;
  reviewRequired: boolean;
  goalsReached: boolean;
  postClosureCheck: boolean;
}

export interface ClosureRule extends Dated {
  reason: string;
  asked: Asked;
}

/** What no rule of a reason asks less than. */
export interface Floor {
  reason: string;
  asked: Asked;
  source: string;
}

export type LimitsHistory = Items<Limits>;
export type RuleHistory = Items<ClosureRule> & { floors: Floor[] };

const CASELOADS = ['cases', 'caseload-policies'];
const RULES = ['cases', 'closure-rules'];

/** How much one worker carries, and when a case may end: from a day on, with all that held before. */
export default function CasePoliciesPage() {
  const { t } = useTexts();
  const [past, setPast] = useState(false);
  return (
    <Page title={t('case-policies.title')} lead={t('packet-policies.lead')}>
      <Stack gap="lg">
        <PastBox past={past} onChange={setPast} />
        <Caseloads past={past} />
        <ClosureRules past={past} />
      </Stack>
    </Page>
  );
}

function Caseloads({ past }: { past: boolean }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const history = useQuery({ queryKey: CASELOADS, queryFn: ({ signal }) => read<LimitsHistory>('cases', '/caseload-policies', signal) });
  return (
    <Loaded query={history} lines={4}>
      {({ data, etag }) => (
        <KeptPanel
          title={t('case-policies.caseloads')}
          lead={t('case-policies.caseloads-lead')}
          testId="caseload-policies"
          ids={{ row: 'caseload-policy', change: 'change-caseload', done: 'caseload-kept' }}
          rows={data.items}
          past={past}
          columns={[
            { head: t('case-policies.warn'), cell: (one) => one.warnAt },
            { head: t('case-policies.reason'), cell: (one) => one.reasonAt },
            { head: t('case-policies.approval'), cell: (one) => one.approvalAt },
            { head: t('case-policies.weights'), cell: (one) => <bdi dir="ltr">{`${one.weightHigh} / ${one.weightMedium} / ${one.weightLow}`}</bdi> },
          ]}
          keyOf={() => 'caseload'}
          name={() => t('case-policies.caseloads')}
          form={(doing, close, done) =>
            doing.what === 'new' ? null : (
              <CaseloadForm
                from={doing.row}
                etag={etag}
                onClose={close}
                onReload={() => void queries.invalidateQueries({ queryKey: CASELOADS })}
                onDone={(answer) => {
                  queries.setQueryData(CASELOADS, answer);
                  done();
                }}
              />
            )}
        />
      )}
    </Loaded>
  );
}

function ClosureRules({ past }: { past: boolean }) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const history = useQuery({ queryKey: RULES, queryFn: ({ signal }) => read<RuleHistory>('cases', '/closure-rules', signal) });
  const reasons = useReasons();
  const name = (reason: string) => reasons.get(reason) ?? label('closure-reason', reason);
  const asked = useAskedTexts();
  return (
    <Loaded query={history} lines={8}>
      {({ data, etag }) => {
        const without = [...reasons]
          .filter(([reason]) => !AT_ONCE.has(reason) && !data.items.some((rule) => rule.reason === reason))
          .map(([value, text]) => ({ value, label: text }));
        return (
          <KeptPanel
            title={t('case-policies.closing')}
            lead={t('case-policies.closing-lead')}
            testId="closure-rules"
            ids={{ row: 'closure-rule', add: 'add-closure-rule', change: 'change-closure-rule', done: 'closure-rule-kept' }}
            rows={data.items}
            past={past}
            columns={[
              { head: t('closure.reason'), cell: (one) => <bdi dir="auto">{name(one.reason)}</bdi> },
              { head: t('case-policies.asked'), cell: (one) => asked(one.asked).join(t('list.comma')) || t('case-policies.nothing') },
            ]}
            keyOf={(one) => one.reason}
            name={(one) => name(one.reason)}
            marks={(one) => ({ 'data-reason': one.reason })}
            addText={without.length === 0 ? undefined : t('packet-policies.add')}
            form={(doing, close, done) => {
              const from = doing.what === 'new' ? undefined : doing.row;
              return (
                <ClosureRuleForm
                  from={from}
                  called={name}
                  without={without}
                  floors={data.floors}
                  etag={etag}
                  onClose={close}
                  onReload={() => void queries.invalidateQueries({ queryKey: RULES })}
                  onDone={(answer) => {
                    queries.setQueryData(RULES, answer);
                    done();
                  }}
                />
              );
            }}
          />
        );
      }}
    </Loaded>
  );
}

/** What only a transfer or a merge brings about: nobody chooses it, and it asks for nothing. */
const AT_ONCE = new Set(['transferred-out-accepted', 'duplicate-merged']);

/** Reasons that are offered today or will be, each as it is called last: a rule can be laid down before its reason begins. */
function useReasons(): Map<string, string> {
  const { named } = useTexts();
  const { data } = useQuery({
    queryKey: codeHistoryKey('closure-reason'),
    queryFn: ({ signal }) => read<CodeHistory>('cases', '/code-lists/closure-reason/history', signal),
  });
  const lasting = (data?.data.items ?? []).filter((one) => one.validTo === undefined || one.validTo > today());
  return new Map(inOrder(lasting).map((one) => [one.code, named({ en: one.nameEn, ur: one.nameUr, ps: one.namePs })]));
}

/** In words what is asked for. */
export function useAskedTexts(): (asked: Asked) => string[] {
  const { t, label } = useTexts();
  return (asked) => [
    ...(asked.goalsReached ? [t('case-policies.goals')] : []),
    ...(asked.underReviewOnly ? [t('case-policies.under-review')] : []),
    ...(asked.maxRisk === undefined || asked.maxRisk === 'high' ? [] : [`${t('case-policies.max-risk')}: ${label('risk', asked.maxRisk)}`]),
    ...(asked.minAge === undefined ? [] : [t('case-policies.of-age')]),
    ...(asked.minAttempts === 0 ? [] : [t('case-policies.attempts-text', { count: asked.minAttempts, days: asked.minAttemptDays })]),
    ...(asked.reviewRequired ? [t('case-policies.review')] : []),
    ...(asked.postClosureCheck ? [t('case-policies.check')] : []),
  ];
}
