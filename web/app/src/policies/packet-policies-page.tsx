import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../api/client.ts';
import { useServiceKinds } from '../directory/hsds.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { KeptPanel, PastBox, type Dated } from './kept-panel.tsx';
import { PolicyForm } from './packet-policy-form.tsx';

/** A rule as it was, is or will be. */
export interface Policy extends Dated {
  /** A kind of service (* for those without a rule of their own), how a referral ended, a priority, or "assurance". */
  of: string;
  /** Of item; of the packet's rules only. */
  kind?: string;
  rule: string;
  /** Until it is carried out; of deadlines only. */
  completeHours?: number;
}

export const PARTS = ['rules', 'terms', 'deadlines', 'unanswered', 'assurance'] as const;
export type Part = (typeof PARTS)[number];
export type History = Record<Part, Policy[]>;

export const ANY = '*';
const KEY = ['referrals', 'packet-policies'];
const IDS = { row: 'policy', add: 'add-rule', change: 'change-policy', done: 'laid-down' };

/** What packets hold, how long they are read, by when is answered, how long an entry counts as assured: from a day on, with all that held before. */
export default function PacketPoliciesPage() {
  const { t } = useTexts();
  const [past, setPast] = useState(false);
  const history = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read<History>('referrals', '/packet-policies', signal),
  });
  return (
    <Page title={t('packet-policies.title')} lead={t('packet-policies.lead')}>
      <Stack gap="lg">
        <PastBox past={past} onChange={setPast} />
        <Loaded query={history} lines={10}>
          {({ data, etag }) => <>{PARTS.map((part) => <PartPanel key={part} part={part} policies={data[part]} etag={etag} past={past} />)}</>}
        </Loaded>
      </Stack>
    </Page>
  );
}

/** In words what a policy is for. */
export function useOfText(part: Part): (of: string) => string {
  const { t, label } = useTexts();
  const kinds = useServiceKinds();
  if (part === 'terms') return (of) => label('referral-status', of);
  if (part === 'assurance') return () => t('packet-policies.entries');
  if (part !== 'rules') return (of) => label('priority', of);
  return (of) => (of === ANY ? t('packet-policies.any') : (kinds.find((kind) => kind.value === of)?.label ?? label('category', of)));
}

export function useRuleText(part: Part): (rule: string) => string {
  const { t, label } = useTexts();
  if (part === 'terms' || part === 'assurance') return (rule) => t('packet-policies.days', { days: Number(rule) });
  if (part !== 'rules') return (rule) => t('deadlines.hours', { hours: Number(rule) });
  return (rule) => label('release', rule);
}

interface PanelProps {
  part: Part;
  policies: Policy[];
  etag: string | undefined;
  past: boolean;
}

function PartPanel({ part, policies, etag, past }: PanelProps) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const ofText = useOfText(part);
  const ruleText = useRuleText(part);
  const columns = [
    { head: label('packet-policies-of', part), cell: (one: Policy) => ofText(one.of) },
    ...(part === 'rules' ? [{ head: t('packet-policies.item'), cell: (one: Policy) => label('packet-item', one.kind ?? '') }] : []),
    { head: label('packet-policies-rule', part), cell: (one: Policy) => ruleText(one.rule) },
    ...(part === 'deadlines' ? [{ head: t('packet-policies.complete'), cell: (one: Policy) => ruleText(String(one.completeHours)) }] : []),
  ];
  return (
    <KeptPanel
      title={label('packet-policies', part)}
      lead={label('packet-policies-lead', part)}
      testId={`policies-${part}`}
      ids={IDS}
      rows={policies}
      past={past}
      columns={columns}
      keyOf={(one) => `${one.of}/${one.kind ?? ''}`}
      name={(one) => `${ofText(one.of)} ${one.kind === undefined ? '' : label('packet-item', one.kind)}`}
      marks={(one) => ({ 'data-of': one.of, 'data-kind': one.kind })}
      addText={part === 'rules' ? t('packet-policies.add') : undefined}
      form={(doing, close, done) => (
        <PolicyForm
          part={part}
          from={doing.what === 'new' ? undefined : doing.row}
          etag={etag}
          onClose={close}
          onReload={() => void queries.invalidateQueries({ queryKey: KEY })}
          onDone={(answer) => {
            queries.setQueryData(KEY, answer);
            done();
          }}
        />
      )}
    />
  );
}
