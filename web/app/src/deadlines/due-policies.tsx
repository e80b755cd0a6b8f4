import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { formatNumber, today } from '../i18n/format.ts';
import { useTexts, type Texts } from '../i18n/text.ts';
import { DateField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { DateOnly } from '../ui/time.tsx';
import { DuePolicyForm } from './due-policy-form.tsx';

export interface DuePolicy {
  id: string;
  purpose: string;
  step?: string;
  riskLevel?: 'high' | 'medium' | 'low';
  fromMonths: number;
  /** Inclusive: 215 is up to the end of the seventeenth year. */
  toMonths?: number;
  afterContact: boolean;
  withinHours: number;
  validFrom: string;
  validTo?: string;
  source: string;
}

const KEY = ['assessments', 'due-policies'];

/** Which assessments are due, by where a case stands, its risk and the child's age: for the Commission's administration. */
export function DuePolicies() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [changing, setChanging] = useState<DuePolicy | 'new'>();
  const [ending, setEnding] = useState<DuePolicy>();
  const policies = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await read<Items<DuePolicy>>('assessments', '/due-policies', signal)).data.items,
  });
  const close = () => {
    setChanging(undefined);
    setEnding(undefined);
  };
  const done = () => {
    close();
    void queries.invalidateQueries({ queryKey: KEY });
  };
  const idle = changing === undefined && ending === undefined;
  return (
    <Panel
      title={t('due-policies.title')}
      testId="due-policies"
      action={idle && <Button variant="light" onClick={() => setChanging('new')} data-testid="add-due-policy">{t('due-policies.add')}</Button>}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('due-policies.text')}</Text>
        {changing !== undefined && <DuePolicyForm key={changing === 'new' ? 'new' : changing.id} from={changing === 'new' ? undefined : changing} onDone={done} onClose={close} />}
        {ending !== undefined && <EndForm key={ending.id} policy={ending} onDone={done} onClose={close} />}
        <Loaded query={policies} lines={6}>
          {(items) => (
            <ScrollTable label={t('due-policies.title')}>
              <Table verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('due-policies.what')}</Table.Th>
                    <Table.Th>{t('due-policies.when')}</Table.Th>
                    <Table.Th>{t('due-policies.ages')}</Table.Th>
                    <Table.Th>{t('due-policies.within')}</Table.Th>
                    <Table.Th>{t('deadlines.from')}</Table.Th>
                    <Table.Th>{t('deadlines.until')}</Table.Th>
                    <Table.Th>{t('deadlines.source')}</Table.Th>
                    <Table.Th>{t('deadlines.change')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items
                    .filter((one) => one.validTo === undefined || one.validTo > today())
                    .map((one) => <Row key={one.id} policy={one} idle={idle} onChange={() => setChanging(one)} onEnd={() => setEnding(one)} />)}
                </Table.Tbody>
              </Table>
            </ScrollTable>
          )}
        </Loaded>
      </Stack>
    </Panel>
  );
}

/** Where, at which risk, and whether anew after each contact. */
export function whenText({ t, label }: Pick<Texts, 't' | 'label'>, policy: Pick<DuePolicy, 'step' | 'riskLevel' | 'afterContact'>): string {
  return [
    policy.step === undefined ? undefined : label('case-state', policy.step),
    policy.riskLevel === undefined ? undefined : label('risk', policy.riskLevel),
    policy.afterContact ? t('due-policies.after-contact') : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(t('list.comma')) || t('due-policies.any-step');
}

function Ages({ policy }: { policy: DuePolicy }) {
  const { t, language } = useTexts();
  const years = (months: number) => formatNumber(language, Math.floor(months / 12));
  const parts = [
    policy.fromMonths === 0 ? undefined : t('due-policies.from-years', { years: years(policy.fromMonths) }),
    policy.toMonths === undefined ? undefined : t('due-policies.to-years', { years: years(policy.toMonths) }),
  ].filter((part) => part !== undefined);
  return <>{parts.length === 0 ? t('due-policies.every-age') : parts.join(' ')}</>;
}

function Row({ policy, idle, onChange, onEnd }: { policy: DuePolicy; idle: boolean; onChange: () => void; onEnd: () => void }) {
  const texts = useTexts();
  const { t, label } = texts;
  const name = label('task', `assess-${policy.purpose}`);
  return (
    <Table.Tr data-testid="due-policy" data-purpose={policy.purpose}>
      <Table.Td>{name}</Table.Td>
      <Table.Td>{whenText(texts, policy)}</Table.Td>
      <Table.Td><Ages policy={policy} /></Table.Td>
      <Table.Td>{t('deadlines.hours', { hours: policy.withinHours })}</Table.Td>
      <Table.Td><DateOnly at={policy.validFrom} /></Table.Td>
      <Table.Td>{policy.validTo === undefined ? t('deadlines.open-end') : <DateOnly at={policy.validTo} />}</Table.Td>
      <Table.Td><bdi dir="auto">{policy.source}</bdi></Table.Td>
      <Table.Td>
        {policy.validTo === undefined && idle && (
          <Group gap="xs">
            <Button variant="light" size="compact-sm" onClick={onChange} aria-label={`${t('deadlines.change')}: ${name}`} data-testid="change-due-policy">{t('deadlines.change')}</Button>
            <Button variant="subtle" color="red" size="compact-sm" onClick={onEnd} aria-label={`${t('due-policies.end')}: ${name}`} data-testid="end-due-policy">{t('due-policies.end')}</Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function EndForm({ policy, onDone, onClose }: { policy: DuePolicy; onDone: () => void; onClose: () => void }) {
  const { t, label } = useTexts();
  const fields = useFields({ validTo: today() });
  const ending = useSubmission<unknown>(onDone, (problem) => {
    if (problem.status === 400) fields.refused(problem);
  });
  const send = () => {
    const { validTo } = fields.values;
    if (!fields.check(validTo < today() ? { validTo: 'field.check' } : {})) return;
    void ending.submit(() => change('assessments', `/due-policies/${policy.id}/end`, { body: { validTo } }));
  };
  return (
    <SentForm
      formRef={fields.formRef}
      submitText={t('due-policies.end')}
      busy={ending.busy}
      problem={ending.problem}
      onSubmit={send}
      onClose={onClose}
      testId="end-due-policy-form"
    >
      <Text fw={650}>{label('task', `assess-${policy.purpose}`)}</Text>
      <DateField {...fields.bind('validTo')} label={t('due-policies.end-from')} min={today()} max="2100-12-31" required />
    </SentForm>
  );
}
