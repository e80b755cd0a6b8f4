import { Anchor, Badge, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { change } from '../api/client.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { useDistrictName, useDistricts, useUnitName } from '../directory/queries.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { useKeptOpen, type KeptOpen } from '../ui/kept-open.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Age, Moment } from '../ui/time.tsx';
import { ActionForm } from './action-form.tsx';
import { AnswerRequest } from './answer-request.tsx';
import { Staff } from './staff.tsx';
import classes from './move.module.css';
import { useIsSupervisor, useRefresh } from './queries.ts';
import type { CaseRequest } from './types.ts';

const REASONS = ['child-here', 'knows-family', 'sibling-case', 'new-report', 'owner-away'] as const;
const COLOURS = { pending: 'yellow', accepted: 'green', rejected: 'red', lapsed: 'gray' } as const;
const MIN_WORDS = 10;

/** Asking for a case that somebody else has, and answering who asks. */
export default function CaseRequestsPage() {
  const { t } = useTexts();
  const incoming = usePages<CaseRequest>('cases', '/case-requests', { direction: 'in', limit: 20 }, 60_000);
  const answering = useKeptOpen<CaseRequest>();
  const own = usePages<CaseRequest>('cases', '/case-requests', { direction: 'out', limit: 20 });
  return (
    <Page title={t('nav.case-requests')} lead={t('request.lead')} back={{ to: '/', text: t('nav.home') }}>
      <Panel title={t('request.ask')} testId="ask-for-case"><Ask /></Panel>
      <Panel title={t('request.in')} testId="requests-in">
        <PagedList pages={incoming} empty={t('request.none-in')} keep={answering.keep}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><Incoming one={one} answering={answering} /></li>)}</ul>}
        </PagedList>
      </Panel>
      <Panel title={t('request.out')} testId="requests-out">
        <PagedList pages={own} empty={t('request.none-out')}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><Stub one={one} /></li>)}</ul>}
        </PagedList>
      </Panel>
    </Page>
  );
}

function Ask() {
  const { t, named } = useTexts();
  const refresh = useRefresh();
  const [search] = useSearchParams();
  const me = useMe(true).data;
  const districts = useDistricts();
  const reasons = useCodeOptions('case-request-reason', REASONS);
  const [asked, setAsked] = useState(false);
  const mine = me?.unit?.districtCodes ?? [];
  const fields = useFields({ caseNumber: search.get('number') ?? '', reason: '', words: '', districtCode: '' });
  const submission = useSubmission<unknown>(
    () => {
      setAsked(true);
      fields.reset({ caseNumber: '' });
      refresh();
    },
    (problem) => fields.refused(problem),
  );
  const { caseNumber, reason, words } = fields.values;
  const districtCode = mine.length === 1 ? mine[0] : fields.values.districtCode;
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (caseNumber.trim() === '') found['caseNumber'] = 'field.required';
    if (reason === '') found['reason'] = 'field.required';
    if (words.trim().length < MIN_WORDS) found['words'] = words.trim() === '' ? 'field.required' : 'field.length';
    if (!fields.check(found)) return;
    setAsked(false);
    void submission.submit((idempotencyKey) =>
      change('cases', '/case-requests', {
        idempotencyKey,
        body: {
          caseNumber: caseNumber.trim().toUpperCase(),
          reason,
          words: words.trim(),
          ...(districtCode === undefined || districtCode === '' ? {} : { districtCode }),
        },
      }),
    );
  };
  const choices = (districts.data ?? []).filter((one) => mine.includes(one.code));
  return (
    <>
      <ActionForm fields={fields} submission={submission} send={send} submit={t('request.submit')} testId="ask-case">
        <Text size="sm">{t('request.hint')}</Text>
        <TextInput {...fields.bind('caseNumber')} label={t('emergency.number')} dir="ltr" className="hifazat-ltr-input" maxLength={20} required />
        <SelectField {...fields.bind('reason')} label={t('request.reason')} options={reasons} placeholder={t('action.choose')} required />
        {mine.length > 1 && (
          <SelectField
            {...fields.bind('districtCode')}
            label={t('request.district')}
            options={choices.map((one) => ({ value: one.code, label: named(one.name) }))}
            placeholder={t('action.choose')}
          />
        )}
        <Textarea {...fields.bind('words')} label={t('request.words')} dir="auto" autosize minRows={2} maxLength={2000} required />
      </ActionForm>
      {asked && <Text role="status" mt="sm" data-testid="asked">{t('request.asked')}</Text>}
    </>
  );
}

function Incoming({ one, answering }: { one: CaseRequest; answering: KeptOpen<CaseRequest> }) {
  const { t } = useTexts();
  const supervisor = useIsSupervisor();
  const open = answering.isOpen(one);
  return (
    <Stack gap="sm">
      <Stub one={one} />
      {!supervisor && <Text size="sm" c="dimmed">{t('request.supervisor-answers')}</Text>}
      {supervisor && !open && (
        <Group><Button onClick={() => answering.open(one)} data-testid="open-answer">{t('request.answer')}</Button></Group>
      )}
      {open && <AnswerRequest request={one} onClose={() => answering.close(one)} />}
    </Stack>
  );
}

function Stub({ one }: { one: CaseRequest }) {
  const { t, label } = useTexts();
  const unitName = useUnitName();
  const districtName = useDistrictName();
  const within = one.unitId === one.askingUnitId;
  return (
    <Stack gap={4} data-testid="case-request" data-state={one.state}>
      <Group gap="sm">
        {one.caseId === undefined ? (
          <Text fw={600} component="div"><Code>{one.caseNumber}</Code></Text>
        ) : (
          <Anchor component={Link} to={`/cases/${one.caseId}`} fw={600}><Code>{one.caseNumber}</Code></Anchor>
        )}
        <Badge variant="light" color={COLOURS[one.state]}>{label('request-state', one.state)}</Badge>
        <Text size="sm" c="dimmed"><Age since={one.askedAt} /></Text>
      </Group>
      <Text size="sm" component="div">
        <Staff id={one.askedBy} unitId={one.askingUnitId} />
        {!within && <>{t('list.comma')}{unitName(one.askingUnitId)}</>}
        {one.districtCode !== undefined && <>{t('list.comma')}{districtName(one.districtCode)}</>}
        {t('list.comma')}{label('case-request-reason', one.reason)}
      </Text>
      <Text size="sm" dir="auto" className={classes['words']}>{one.words}</Text>
      {one.decidedAt !== undefined && one.state !== 'lapsed' && (
        <Text size="sm" component="div">
          {label('request-state', one.state)}{t('list.comma')}<Moment at={one.decidedAt} />
          {one.answer !== undefined && <>{t('list.colon')}<bdi>{one.answer}</bdi></>}
        </Text>
      )}
      {one.state === 'accepted' && <Text size="sm">{t(one.transferId === undefined ? 'request.is-yours' : 'request.on-its-way')}</Text>}
      {one.state === 'lapsed' && <Text size="sm">{t('request.lapsed')}</Text>}
    </Stack>
  );
}
