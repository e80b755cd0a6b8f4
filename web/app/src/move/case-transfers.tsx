import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { useDistricts, useSupervisors } from '../directory/queries.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ChoiceField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { ActionForm } from './action-form.tsx';
import classes from './move.module.css';
import { useCaseTransfers, useIsSupervisor, useRefresh, useSeal } from './queries.ts';
import { EndTransfer, OutsideAnswer } from './transfer-end.tsx';
import { TransferStub, TransferSummary } from './transfer-view.tsx';
import type { Transfer } from './types.ts';

const KINDS = ['unit', 'cross-province', 'agency-exit'] as const;
export const TRANSFER_REASONS = ['child-moved', 'safety', 'specialist-need', 'with-family', 'conflict-of-interest', 'agency-exit'] as const;
export const OVERRIDES = ['immediate-danger', 'caregiver-unsafe', 'nobody-to-ask', 'court-order', 'statutory-duty'] as const;
const MIN_REQUEST = 10;

/** Where the case was asked to go, and asking another unit to take it. */
export function CaseTransfers({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const transfers = useCaseTransfers(detail.id);
  const [proposing, setProposing] = useState(false);
  const pending = transfers.data?.pages[0]?.items.some((one) => one.state === 'pending') ?? true;
  return (
    <Panel
      title={t('transfer.title')}
      testId="case-transfers"
      action={
        !pending && !proposing && detail.state !== 'closed' && (
          <Button variant="default" onClick={() => setProposing(true)} data-testid="open-transfer">{t('transfer.open')}</Button>
        )
      }
    >
      {proposing && <Propose detail={detail} onClose={() => setProposing(false)} />}
      <PagedList pages={transfers} empty={t('transfer.none')}>
        {(items) => (
          <ul className={classes['list']}>
            {items.map((one) => <li key={one.id}><Line transfer={one} /></li>)}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ transfer }: { transfer: Transfer }) {
  const { t } = useTexts();
  const supervisor = useIsSupervisor();
  const [doing, setDoing] = useState<'withdrawal' | 'outside'>();
  const stop = () => setDoing(undefined);
  const asksConsent =
    transfer.state === 'pending' && transfer.toUnitId === undefined && transfer.caseId !== undefined && transfer.content?.overrideCode === undefined;
  return (
    <Stack gap="sm">
      <TransferStub transfer={transfer} />
      <TransferSummary transfer={transfer} />
      {asksConsent && <Text size="sm">{t('transfer.consent-body-hint')}</Text>}
      {transfer.state === 'pending' && doing === undefined && (
        <Group gap="sm">
          {asksConsent && (
            <Button
              component={Link}
              to={`/cases/${transfer.caseId}/consents/new?purpose=hand-over&transferId=${transfer.id}&then=assignment`}
              variant="light"
              data-testid="consent-body"
            >
              {t('transfer.consent-body')}
            </Button>
          )}
          {transfer.toUnitId === undefined && supervisor && (
            <Button onClick={() => setDoing('outside')} data-testid="open-outside-answer">{t('transfer.record-answer')}</Button>
          )}
          <Button variant="default" onClick={() => setDoing('withdrawal')} data-testid="open-withdrawal">{t('transfer.withdraw')}</Button>
        </Group>
      )}
      {doing === 'withdrawal' && <EndTransfer transfer={transfer} how="withdrawal" onClose={stop} />}
      {doing === 'outside' && <OutsideAnswer transfer={transfer} onClose={stop} />}
    </Stack>
  );
}

function Propose({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t, named } = useTexts();
  const refresh = useRefresh();
  const supervisor = useIsSupervisor();
  const districts = useDistricts();
  const kinds = useOptions('transfer-kind', KINDS);
  const reasons = useCodeOptions('transfer-reason', TRANSFER_REASONS);
  const overrides = useCodeOptions('transfer-override', OVERRIDES);
  const fields = useFields({ kind: 'unit', toDistrictCode: '', outsideBody: '', reason: '', request: '', receiverId: '', overrideCode: '', overrideText: '' });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const { kind, toDistrictCode, receiverId, outsideBody, reason, request, overrideCode, overrideText } = fields.values;
  const inside = kind === 'unit';
  const sealed = useSeal(detail.id).data?.sealed ?? false;
  const toUnit = inside ? districts.data?.find((one) => one.code === toDistrictCode)?.unitId : undefined;
  const receivers = useSupervisors(sealed ? toUnit : undefined).data;
  const onlyReceiver = receivers?.length === 1 ? receivers[0]?.staffId : undefined;
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (inside && toDistrictCode === '') found['toDistrictCode'] = 'field.required';
    if (sealed && toUnit !== undefined && onlyReceiver === undefined && receiverId === '') found['receiverId'] = 'field.required';
    if (!inside && outsideBody.trim() === '') found['outsideBody'] = 'field.required';
    if (reason === '') found['reason'] = 'field.required';
    if (request.trim().length < MIN_REQUEST) found['request'] = request.trim() === '' ? 'field.required' : 'field.length';
    if (overrideCode !== '' && overrideText.trim().length < MIN_REQUEST) found['overrideText'] = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/transfers`, {
        idempotencyKey,
        body: {
          kind,
          happenedAt: new Date().toISOString(),
          reason,
          request: request.trim(),
          ...filled(inside ? { toDistrictCode, receiverId: sealed ? (onlyReceiver ?? receiverId) : '' } : { outsideBody }),
          ...(overrideCode === '' ? {} : { overrideCode, overrideText: overrideText.trim() }),
        },
      }),
    );
  };
  const elsewhere = (districts.data ?? []).filter((one) => one.unitId !== undefined && one.unitId !== detail.unitId);
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('transfer.submit')} testId="propose-transfer" onClose={onClose}>
      <Text size="sm">{t('transfer.lead')}</Text>
      <ChoiceField {...fields.bind('kind')} label={t('transfer.kind')} options={kinds} required />
      {inside ? (
        <SelectField
          {...fields.bind('toDistrictCode')}
          label={t('transfer.district')}
          options={elsewhere.map((one) => ({ value: one.code, label: named(one.name) }))}
          placeholder={t('action.choose')}
          required
          onChange={(event) => {
            fields.set('toDistrictCode', event.currentTarget.value);
            fields.set('receiverId', '');
          }}
        />
      ) : (
        <TextInput {...fields.bind('outsideBody')} label={t('transfer.body')} dir="auto" maxLength={300} required />
      )}
      {sealed && receivers?.length === 0 && <Alert color="yellow">{t('transfer.no-receiver')}</Alert>}
      {sealed && receivers !== undefined && receivers.length > 1 && (
        <SelectField
          {...fields.bind('receiverId')}
          label={t('transfer.receiver')}
          description={t('transfer.receiver-hint')}
          options={receivers.map((one) => ({ value: one.staffId, label: one.displayName }))}
          placeholder={t('action.choose')}
          required
        />
      )}
      <SelectField {...fields.bind('reason')} label={t('transfer.reason')} options={reasons} placeholder={t('action.choose')} required />
      <Textarea {...fields.bind('request')} label={t('transfer.request')} description={t('transfer.request-hint')} dir="auto" autosize minRows={3} maxLength={4000} required />
      {supervisor && (
        <SelectField
          {...fields.bind('overrideCode')}
          label={`${t('transfer.without-consent')} (${t('state.optional')})`}
          options={overrides}
          placeholder={t('transfer.with-consent')}
        />
      )}
      {overrideCode !== '' && <Textarea {...fields.bind('overrideText')} label={t('transfer.override-text')} dir="auto" autosize minRows={2} maxLength={2000} required />}
    </ActionForm>
  );
}
