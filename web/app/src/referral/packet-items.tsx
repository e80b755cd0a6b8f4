import { Alert, Anchor, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { query, read } from '../api/client.ts';
import type { Items, Named, PacketItem } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { isOfCourtInForce } from '../consent/giver-fields.tsx';
import { HELP_FIRST } from '../ui/fields.tsx';
import { Loaded } from '../ui/panel.tsx';
import { useCodes, useLegal } from '../papers/queries.ts';
import { ORDER_KINDS } from '../papers/types.ts';
import { Panel } from '../ui/panel.tsx';

export interface PacketRule {
  kind: string;
  level: 'service' | 'sensitive' | 'clinical' | 'status';
  name: Named;
  release: 'included' | 'offered' | 'with-reason' | 'on-order' | 'never';
  /** Whether whoever is signed in may release it. */
  yours: boolean;
}

export interface Chosen {
  kind: string;
  text: string;
  because: string;
  orderId: string;
}

export function usePacketRules(category: string, agencyId?: string, enabled = true) {
  return useQuery({
    queryKey: ['referrals', 'packet-rules', category, agencyId],
    queryFn: async ({ signal }) =>
      (await read<Items<PacketRule>>('referrals', `/packet-rules${query({ category, agencyId })}`, signal)).data.items,
    staleTime: 30 * 60_000,
    retry: false,
    enabled,
  });
}

/** The order of the case that asks for it: of a court or committee, and in force. */
export function OrderOfItem({ caseId, value, error, onChange }: { caseId: string; value: string; error: string | undefined; onChange: (id: string) => void }) {
  const { t } = useTexts();
  const query = useLegal(caseId);
  const kinds = useCodes('legal-order', ORDER_KINDS);
  return (
    <Loaded query={query} lines={2}>
      {(legal) => {
        const orders = legal.orders.filter(isOfCourtInForce);
        if (orders.length === 0) {
          return (
            <Alert color="yellow" data-testid="no-order">
              {t('consent.order-none')} <Anchor component={Link} to={`/cases/${caseId}/legal`}>{t('consent.order-record')}</Anchor>
            </Alert>
          );
        }
        return (
          <NativeSelect
            label={t('items.order')}
            value={value}
            data={[
              { value: '', label: t('action.choose') },
              ...orders.map((one) => ({ value: one.id, label: `${kinds.name(one.kind)} (${one.maker})` })),
            ]}
            onChange={(event) => onChange(event.currentTarget.value)}
            error={error}
            required
          />
        );
      }}
    </Loaded>
  );
}

interface Props {
  caseId: string;
  rules: PacketRule[];
  chosen: Chosen[];
  missing: ReadonlySet<string>;
  onChange: (chosen: Chosen[]) => void;
}

/** What goes to this kind of service besides the least everybody gets: a few things at once, others only on purpose. */
export function PacketItems({ caseId, rules, chosen, missing, onChange }: Props) {
  const { t, named, label } = useTexts();
  const shown = rules.filter((rule) => (rule.release === 'included' && rule.yours) || chosen.some((one) => one.kind === rule.kind));
  const addable = rules.filter((rule) => rule.release !== 'never' && rule.yours && !shown.includes(rule));
  const never = rules.filter((rule) => rule.release === 'never');
  const others = rules.filter((rule) => rule.release !== 'never' && !rule.yours);
  const write = (kind: string, field: 'text' | 'because' | 'orderId', value: string) => {
    const before = chosen.find((one) => one.kind === kind) ?? unwritten(kind);
    onChange([...chosen.filter((one) => one.kind !== kind), { ...before, [field]: value }]);
  };
  return (
    <Panel title={t('items.title')} testId="packet-items">
      <Text size="sm" c="dimmed" mb="sm">{t('items.lead')}</Text>
      {shown.map((rule) => {
        const one = chosen.find((item) => item.kind === rule.kind);
        return (
          <Stack key={rule.kind} gap="xs" mb="md" data-testid={`item-${rule.kind}`}>
            <Textarea
              label={`${named(rule.name)}${rule.release === 'included' ? ` (${t('state.optional')})` : ''}`}
              description={rule.level === 'service' ? undefined : label('release-level', rule.level)}
              inputWrapperOrder={HELP_FIRST}
              value={one?.text ?? ''}
              onChange={(event) => write(rule.kind, 'text', event.currentTarget.value)}
              error={missing.has(`${rule.kind}.text`) ? t('field.required') : undefined}
              required={rule.release !== 'included'}
              dir="auto"
              autosize
              minRows={2}
              maxLength={4000}
              autoComplete="off"
            />
            {rule.release === 'on-order' && (
              <OrderOfItem
                caseId={caseId}
                value={one?.orderId ?? ''}
                error={missing.has(`${rule.kind}.orderId`) ? t('field.required') : undefined}
                onChange={(id) => write(rule.kind, 'orderId', id)}
              />
            )}
            {rule.release === 'with-reason' && (
              <Textarea
                label={t('items.because')}
                value={one?.because ?? ''}
                onChange={(event) => write(rule.kind, 'because', event.currentTarget.value)}
                error={missing.has(`${rule.kind}.because`) ? t('field.required') : undefined}
                required
                dir="auto"
                autosize
                minRows={1}
                maxLength={1000}
                autoComplete="off"
              />
            )}
            {rule.release !== 'included' && (
              <Group mt={4}>
                <Button variant="subtle" size="compact-sm" onClick={() => onChange(chosen.filter((item) => item.kind !== rule.kind))}>
                  {t('items.remove', { item: named(rule.name) })}
                </Button>
              </Group>
            )}
          </Stack>
        );
      })}
      {addable.length > 0 && (
        <NativeSelect
          label={t('items.add')}
          value=""
          data={[
            { value: '', label: t('action.choose') },
            ...addable.map((rule) => ({
              value: rule.kind,
              label: rule.release === 'with-reason' || rule.release === 'on-order' ? `${named(rule.name)}: ${label('release', rule.release)}` : named(rule.name),
            })),
          ]}
          onChange={(event) => {
            const kind = event.currentTarget.value;
            if (kind !== '') onChange([...chosen, unwritten(kind)]);
          }}
          data-testid="add-item"
        />
      )}
      {never.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('items.never')} {never.map((rule) => named(rule.name)).join(' · ')}
        </Text>
      )}
      {others.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm" data-testid="released-by-others">
          {t('items.others')} {others.map((rule) => named(rule.name)).join(' · ')}
        </Text>
      )}
    </Panel>
  );
}

function unwritten(kind: string): Chosen {
  return { kind, text: '', because: '', orderId: '' };
}

/** What of the chosen is written; and what is missing, by kind and field. */
export function checkItems(rules: PacketRule[], chosen: Chosen[]) {
  const missing = new Set<string>();
  const items = chosen.flatMap((one): PacketItem[] => {
    const rule = rules.find((known) => known.kind === one.kind);
    const text = one.text.trim();
    const because = one.because.trim();
    if (rule?.release === 'included' && text === '') return [];
    if (text === '') missing.add(`${one.kind}.text`);
    if (rule?.release === 'with-reason') {
      if (because.length < 3) missing.add(`${one.kind}.because`);
      return [{ kind: one.kind, text, because }];
    }
    if (rule?.release === 'on-order') {
      if (one.orderId === '') missing.add(`${one.kind}.orderId`);
      return [{ kind: one.kind, text, ...(one.orderId === '' ? {} : { orderId: one.orderId }) }];
    }
    return [{ kind: one.kind, text }];
  });
  return { items, missing };
}
