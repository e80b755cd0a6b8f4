import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { Moment } from '../ui/time.tsx';
import { DistrictField } from './district-field.tsx';
import { useServiceKinds } from './hsds.ts';
import { useDistrictName } from './queries.ts';

const PATH = '/service-gaps';
const REASONS = ['no-service', 'no-capacity', 'not-for-this-child', 'too-far', 'cost', 'not-accessible', 'refused'];

interface Of {
  category?: string | undefined;
  districtCode?: string | undefined;
  serviceId?: string;
}

/** What could not be had is told to the Commission as a figure: a kind of service, a district and why. */
export function RecordGap(of: Of) {
  const { t } = useTexts();
  const [state, setState] = useState<'shut' | 'open' | 'recorded'>('shut');
  if (state === 'open') return <GapForm of={of} onDone={() => setState('recorded')} onClose={() => setState('shut')} />;
  return (
    <Stack gap="sm" align="flex-start">
      {state === 'recorded' && <Alert color="green" role="status" data-testid="gap-recorded">{t('gap.recorded')}</Alert>}
      <Button variant="default" onClick={() => setState('open')} data-testid="record-gap">{t('gap.start')}</Button>
    </Stack>
  );
}

function GapForm({ of, onDone, onClose }: { of: Of; onDone: () => void; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const kinds = useServiceKinds();
  const reasons = useOptions('gap-reason', REASONS);
  const fields = useFields({
    category: of.category ?? '',
    districtCode: of.districtCode ?? '',
    reason: '',
    happenedAt: toLocalInput(new Date()),
  });
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['referrals', PATH] });
      onDone();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { values } = fields;
    const happenedAt = fromLocalInput(values.happenedAt);
    const found: FieldProblems<typeof values> = {};
    for (const name of ['category', 'districtCode', 'reason'] as const) if (values[name] === '') found[name] = 'field.required';
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (!fields.check(found)) return;
    const service = of.serviceId === undefined ? {} : { serviceId: of.serviceId };
    void submission.submit((idempotencyKey) => change('referrals', PATH, { body: { ...values, ...service, happenedAt }, idempotencyKey }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('gap.start')}
      data-testid="gap-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm">{t('gap.lead')}</Text>
      <div className="hifazat-columns">
        <SelectField {...fields.bind('category')} label={t('refer.category')} options={kinds} placeholder={t('action.choose')} required />
        <DistrictField {...fields.bind('districtCode')} label={t('report.district')} required />
        <SelectField {...fields.bind('reason')} label={t('gap.reason')} options={reasons} placeholder={t('action.choose')} required />
        <MomentField {...fields.bind('happenedAt')} label={t('gap.when')} required />
      </div>
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-gap">{t('gap.send')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

interface Gap {
  id: string;
  category: string;
  districtCode: string;
  reason: string;
  happenedAt: string;
}

/** What units could not get, newest first. */
export function GapsPanel() {
  const { t, label } = useTexts();
  const gaps = usePages<Gap>('referrals', PATH, { limit: 20 });
  const kinds = useServiceKinds();
  const districtName = useDistrictName();
  return (
    <Panel title={t('gap.title')} testId="gaps">
      <PagedList pages={gaps} empty={t('gap.none')}>
        {(items) => (
          <ScrollTable label={t('gap.title')}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('refer.category')}</Table.Th>
                  <Table.Th>{t('report.district')}</Table.Th>
                  <Table.Th>{t('gap.reason')}</Table.Th>
                  <Table.Th>{t('gap.when')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((gap) => (
                  <Table.Tr key={gap.id} data-testid="gap">
                    <Table.Td>{kinds.find((kind) => kind.value === gap.category)?.label ?? label('category', gap.category)}</Table.Td>
                    <Table.Td>{districtName(gap.districtCode)}</Table.Td>
                    <Table.Td>{label('gap-reason', gap.reason)}</Table.Td>
                    <Table.Td><Moment at={gap.happenedAt} /></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollTable>
        )}
      </PagedList>
    </Panel>
  );
}
